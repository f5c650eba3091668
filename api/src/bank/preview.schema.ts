import { z } from 'zod';
import { largest } from '../platform/schema.ts';
import { Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { Wording } from './bank.schema.ts';

/** The same seed shows the same order and numbers. */
const Seed = z.int().min(0).max(1_000_000_000);
const response = QuestionResponse.nullable().default(null);

/** A wording that is not saved yet, its phrases in Markdown; with a response, it is marked too. */
export const PreviewBody = z.strictObject({ wording: Wording, seed: Seed, response });
export type PreviewBody = z.infer<typeof PreviewBody>;

/** A version of a saved question; the current one unless `n` says. */
export const TryBody = z.strictObject({ n: z.int().min(1).max(largest).optional(), seed: Seed, response });
export type TryBody = z.infer<typeof TryBody>;

export const PreviewView = z
  .object({
    ...{ body: QuestionBody, points: z.int(), drawn: Drawn.nullable() },
    /** Null while nothing is answered. */
    result: z
      .object({
        ...{ points: z.int().nullable(), maxPoints: z.int() },
        verdict: z.enum(['right', 'partial', 'wrong', 'blank', 'pending']),
        options: z.record(z.string(), z.enum(['right', 'wrong', 'missed', 'plain'])),
        ...{ feedback: z.string().nullable(), optionFeedback: z.record(z.string(), z.string()) },
        solution: QuestionResponse.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'QuestionPreview' });

export const MediaView = z.object({ src: z.string(), width: z.int(), height: z.int() }).meta({ id: 'QuestionMedia' });
