import type { Schemas } from '../api/client.ts';

export type Book = Schemas['Gradebook'];
export type Cell = Schemas['GradeCell'];
