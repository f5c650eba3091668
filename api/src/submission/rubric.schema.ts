import { z } from 'zod';

/** Thousandths of a point. */
const Points = z.int().min(0).max(1_000_000_000);

/** One degree of a criterion, described in words; `html` is sanitised. */
export const RubricLevel = z.object({ points: Points, title: z.string(), html: z.string() });
export type RubricLevel = z.infer<typeof RubricLevel>;

/** `levels` null: the criterion is marked with any points from nothing to `maxPoints`. Levels go from best to worst. */
export const RubricCriterion = z.object({
  id: z.string(),
  title: z.string(),
  levels: z.array(RubricLevel).nullable(),
  maxPoints: Points,
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;

export const Rubric = z.object({ criteria: z.array(RubricCriterion) }).meta({ id: 'Rubric' });
export type Rubric = z.infer<typeof Rubric>;

/** What was given to each criterion, by its id, in thousandths. */
export const RubricMarks = z.record(z.string(), Points);
export type RubricMarks = z.infer<typeof RubricMarks>;
