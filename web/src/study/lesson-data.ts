import type { Refused, Schemas } from '../api/client.ts';

/** All that the page of a lesson shows but its text. */
export type Lesson = Schemas['Lesson'];

/** What became of writing or erasing a note. */
export type NoteAnswer = { refused: Refused | null };
