import type { Schemas } from '../api/client.ts';

export type Book = Schemas['Gradebook'];
export type Cell = Schemas['GradeCell'];
export type Scheme = Schemas['GradeScheme'];
export type Preview = Schemas['GradeSchemePreview'];
