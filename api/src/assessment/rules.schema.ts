import { z } from 'zod';

export const Keep = z.enum(['best', 'last', 'average']);
export const Release = z.enum(['submission', 'closing', 'date', 'hand']);
export const ShownAs = z.enum(['nota', 'points', 'percent', 'pass']);
export const Rounding = z.enum(['half_up', 'down', 'up']);
export const PerPage = z.enum(['all', 'one']);
/** Dates within JSON come as text. */
const at = z.coerce.date();

/** What an edition may say otherwise. */
const overridable = {
  ...{ minutes: z.int().nullable(), attempts: z.int(), waitMinutes: z.int(), demand: z.int() },
  ...{ scale: ShownAs, minGrade: z.int(), rounding: Rounding, sequential: z.boolean(), perPage: PerPage },
  ...{ shuffleQuestions: z.boolean(), shuffleOptions: z.boolean() },
  ...{ releaseScore: Release, releaseAnswers: Release, releaseFeedback: Release },
};
const Version = z.object({ ...overridable, keep: Keep });
const Setting = z
  .object(overridable)
  .partial()
  .extend({
    ...{ opensAt: at, closesAt: at, releaseScoreAt: at, releaseAnswersAt: at, releaseFeedbackAt: at, releasedAt: at },
    hasPassword: z.boolean(),
  });

const Given = z.object({ extraMinutes: z.int(), closesAt: at.nullable(), extraAttempts: z.int() });

/** A JSON object from SQL says null where nothing is said. */
const withoutNulls = (value: unknown) =>
  value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null))
    : value;

/** What the rules of an evaluation for one person are made of: the version, the edition, and their extensions. */
export const Layers = z.object({
  ...{ startsAt: at, endsAt: at, version: Version },
  setting: z.preprocess(withoutNulls, Setting.partial()),
  extensions: z.array(Given),
  /** The latest date that anybody of the edition was given. */
  lastClosing: at.nullable(),
});
export type Layers = z.infer<typeof Layers>;
