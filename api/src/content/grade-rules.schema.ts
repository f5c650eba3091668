import { z } from 'zod';
import { keyInstant } from '../platform/schema.ts';

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
/** A nota in tenths. */
const Nota = z.int().min(10).max(70);
const Days = z.int().min(1).max(60);

/** Notas of one kind: their weight in the course, and which of them count. */
export const RuleCategory = z.strictObject({
  key: Key,
  title: z.string().trim().min(1).max(80),
  weight: z.int().min(1).max(100),
  /** Weights within the category, in any unit; what weighs nothing is formative. */
  items: z
    .array(z.strictObject({ unit: Key, weight: z.int().min(0).max(1000) }))
    .min(1)
    .max(60),
  /** How many of the lowest do not count. */
  drop: z.int().min(0).max(20),
  /** How many of the best count; null: all that are not dropped. */
  best: z.int().min(1).max(60).nullable(),
});
export type RuleCategory = z.infer<typeof RuleCategory>;

/** What must be reached, or the nota of the course stays at `cap`. */
export const RuleRequirement = z.strictObject({
  of: z.enum(['item', 'category']),
  key: Key,
  least: Nota,
  cap: Nota,
});
export type RuleRequirement = z.infer<typeof RuleRequirement>;

/** How the notas of a course make its nota. Notas are tenths, from 1,0 (10) to 7,0 (70). */
export const GradeRules = z.strictObject({
  /** How the result is told: as a nota, as points of `of`, as a percentage, or as passed or not. `demand`: the percentage that is worth 4,0. */
  scale: z.strictObject({
    kind: z.enum(['nota', 'points', 'percent', 'pass']),
    of: z.int().min(1).max(1000),
    demand: z.int().min(1).max(99),
  }),
  /** The lowest nota there is: 1,0 or 2,0. */
  min: z.union([z.literal(10), z.literal(20)]),
  /** To one decimal: five hundredths up, or the rest cut off. */
  rounding: z.enum(['half_up', 'down']),
  categories: z.array(RuleCategory).min(1).max(20),
  /** Adds to the average up to so many tenths, in proportion to the nota; never waited for. */
  extra: z.array(z.strictObject({ unit: Key, upTo: z.int().min(1).max(20) })).max(10),
  requirements: z.array(RuleRequirement).max(20),
  /** Below so many percent the nota of the course stays at `cap`. */
  attendance: z.strictObject({ least: z.int().min(1).max(100), cap: Nota }).nullable(),
  /** What was never handed in stays pending, or is the lowest nota from a moment on; null: from the end of the edition. */
  missing: z.strictObject({ as: z.enum(['pending', 'minimum']), from: keyInstant.nullable() }),
  /** Days to ask for a second marking, to answer, to go on to the second instance, and to settle. */
  appeals: z.strictObject({ ask: Days, answer: Days, second: Days, settle: Days }),
});
export type GradeRules = z.infer<typeof GradeRules>;
