import { z } from 'zod';
import { instant } from '../platform/schema.ts';

/** Whether the first attempt of each person counts, as is usual, or all of them. */
export const AnalysisQuery = z.strictObject({ attempts: z.enum(['first', 'all']).default('first') });
export type AnalysisQuery = z.infer<typeof AnalysisQuery>;

/** Shares and coefficients are numbers from −1 to 1, not yet rounded. */
const share = z.number();
const seconds = z.number().nullable();

const Region = z.object({ cut: z.string().nullable(), name: z.string().nullable(), people: z.int() });
const Option = z.object({
  ...{ id: z.string(), label: z.string().nullable(), html: z.string(), key: z.boolean() },
  ...{ people: z.int(), upper: z.int(), lower: z.int() },
});

export const AnalysedQuestion = z
  .object({
    ...{ number: z.int(), questionId: z.uuid(), versionId: z.uuid(), version: z.int(), kind: z.string() },
    ...{ prompt: z.string(), points: z.int(), people: z.int(), upperPeople: z.int(), lowerPeople: z.int() },
    ...{
      difficulty: share,
      discrimination: share.nullable(),
      upper: share.nullable(),
      lower: share.nullable(),
      seconds,
    },
    state: z.enum(['good', 'look', 'review', 'few']),
    headline: z.enum([
      ...(['few', 'nobody', 'everyone', 'backwards', 'check_key', 'hard', 'weak', 'easy', 'best'] as const),
      ...(['demanding', 'good'] as const),
    ]),
    hints: z.array(
      z.object({
        code: z.enum([
          ...(['check_key', 'split', 'idle', 'rare', 'attracts', 'backwards', 'hard', 'weak', 'blank'] as const),
          ...(['slow', 'region'] as const),
        ]),
        options: z.array(z.string()),
        region: z.string().nullable(),
        value: z.number().nullable(),
      }),
    ),
    /** What was marked, or the commonest texts; none for what is marked by hand. */
    options: z.array(Option),
    blank: z.object({ people: z.int(), upper: z.int(), lower: z.int() }),
    /** Those of five people or more. */
    regions: z.array(Region.extend({ difficulty: share })),
  })
  .meta({ id: 'AnalysedQuestion' });

/** How an evaluation measures, over the people whom the reader may see. */
export const ItemAnalysis = z
  .object({
    edition: z.object({ id: z.uuid(), title: z.string(), name: z.string(), timeZone: z.string() }),
    ...{ unit: z.string(), title: z.string(), closesAt: instant, attempts: z.enum(['first', 'all']) },
    /** Whether only part of the edition's people is within reach, and counted here. */
    partial: z.boolean(),
    people: z.int(),
    /** Ended attempts that do not count yet: answers in them wait to be marked. */
    waiting: z.int(),
    /** Mean nota in tenths, not rounded. */
    grade: z.number().nullable(),
    ...{ share: share.nullable(), alpha: share.nullable(), kr20: z.boolean(), seconds },
    /** Standard error of measurement: in thousandths of a point, and as a share of the total. */
    error: z.object({ points: z.number(), share }).nullable(),
    /** Whether everyone had the same questions; otherwise alpha is an approximation. */
    exact: z.boolean(),
    worth: z.enum(['few', 'unknown', 'good', 'fair', 'poor']),
    regions: z.array(Region.extend({ share, grade: z.number() })),
    questions: z.array(AnalysedQuestion),
  })
  .meta({ id: 'ItemAnalysis' });
export type ItemAnalysis = z.infer<typeof ItemAnalysis>;
