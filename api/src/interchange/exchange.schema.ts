import { z } from 'zod';
import { AnswerKey, QuestionBody, questionKinds } from '../content/question.schema.ts';

/** What a file of questions may be. `text` is our own, as docs/contenido.md tells it. */
export const FormatName = z.enum(['gift', 'aiken', 'moodle', 'csv', 'xlsx', 'text']);
export type FormatName = z.infer<typeof FormatName>;
/** What questions can be written as. */
export const WritableFormat = z.enum(['gift', 'moodle', 'csv', 'xlsx', 'text']);
export type WritableFormat = z.infer<typeof WritableFormat>;

/** An image that a question shows as `/api/blobs/<sha>.<ending>`. */
export const ExchangeMedia = z.object({
  name: z.string().min(1).max(200),
  mediaType: z.enum(['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp', 'image/avif']),
  sha: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type ExchangeMedia = z.infer<typeof ExchangeMedia>;

/** A written key, as `content/` has it. */
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const Label = z.string().trim().min(1).max(200);

/** A question between this bank and others. Its texts are sanitised HTML; points in thousandths. */
export const ExchangeQuestion = z.object({
  /** What it is known by outside; null where the file gave it no name of the kind. */
  key: Key.nullable(),
  name: Label.nullable(),
  kind: z.enum(questionKinds),
  points: z.int().min(1).max(999_000),
  body: QuestionBody,
  answerKey: AnswerKey,
  /** From the outermost in. */
  category: z.array(Label).max(10),
  tags: z.array(Label).max(50),
  difficulty: z.int().min(1).max(5).nullable(),
  topic: Key.nullable(),
  outcome: z.string().trim().min(1).max(400).nullable(),
  territories: z.array(Key).max(50),
  media: z.array(ExchangeMedia).max(50),
});
export type ExchangeQuestion = z.infer<typeof ExchangeQuestion>;

/** How much a file may ask of us. */
export type Limits = {
  /** Bytes of the file, as it came. */
  bytes: number;
  questions: number;
  /** Bytes of one image. */
  image: number;
  /** Bytes of what a compressed file holds, once inflated, and how many parts it may have. */
  inflated: number;
  entries: number;
  /** Elements within elements of XML. */
  depth: number;
  /** Answers within answers of a cloze text. */
  nesting: number;
  milliseconds: number;
};

export type Loss = { line: number; what: string };
export type Refusal = { line: number; reason: string };
/** One question that came whole, where it started, and what of it did not fit. */
export type Imported = { line: number; question: ExchangeQuestion; losses: string[] };

/**
 * What came of a file. A question is imported whole or refused; one that lost something is imported too and stands in
 * `withLoss`, once. Lines count from 1; of a spreadsheet they are rows. Sentences in Spanish, for whoever brought the file.
 */
export type Report = {
  /** Null where nobody can tell. */
  format: FormatName | null;
  /** Whether the file could be read at all. */
  readable: boolean;
  imported: Imported[];
  withLoss: Loss[];
  refused: Refusal[];
};

/** What was written, and what the format could not hold. `index` points into the questions that were given. */
export type Written = {
  bytes: Uint8Array;
  name: string;
  mediaType: string;
  written: number;
  withLoss: { index: number; what: string }[];
  leftOut: { index: number; reason: string }[];
};
