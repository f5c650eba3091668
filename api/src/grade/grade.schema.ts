import { z } from 'zod';
import { instant } from '../platform/schema.ts';

/** Exact numbers travel as text with a decimal comma, ready to be read: «14,4». Grades are tenths. */
const Written = z.string();

/** How points became a nota, step by step. */
export const GradeSteps = z.object({
  points: Written,
  maxPoints: Written,
  demand: z.int(),
  /** Points that give the passing grade. */
  cut: Written,
  stretch: z.enum(['below', 'above']),
  /** The formula with its numbers, one line a step. */
  lines: z.array(z.string()),
  /** Before rounding, as many decimals as show the rule, and whether the digits end there. */
  exact: Written,
  isExact: z.boolean(),
  /** The second decimal, which decides, and whether it rounds up. */
  roundingDigit: z.int(),
  roundsUp: z.boolean(),
  rounded: z.int(),
  table: z.array(z.object({ points: Written, grade: z.int(), yours: z.boolean() })),
  /** The nota with one, two and three points more, as far as there are. */
  more: z.array(z.object({ points: Written, grade: z.int() })),
  /** The fewest points that give 4,0. */
  toPass: Written,
});

export const EvaluationGradeView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    unit: z.string(),
    title: z.string(),
    module: z.string().nullable(),
    weight: z.int(),
    keep: z.enum(['best', 'last', 'average']),
    grade: z.int(),
    passGrade: z.int(),
    attempts: z.array(
      z.object({
        id: z.uuid(),
        n: z.int(),
        submittedAt: instant,
        grade: z.int(),
        counts: z.boolean(),
        questions: z.array(z.object({ position: z.int(), points: Written, maxPoints: Written })),
        steps: GradeSteps,
      }),
    ),
  })
  .meta({ id: 'EvaluationGrade' });

export const CourseGradeView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    passGrade: z.int(),
    /** Null while something is pending. Once the course is complete, the grade of that moment, which the certificate states. */
    grade: z.int().nullable(),
    /** Over what is graded so far; after completion, what later attempts would have given. */
    provisional: z.int().nullable(),
    items: z.array(z.object({ unit: z.string(), title: z.string(), weight: z.int(), grade: z.int().nullable() })),
    lines: z.array(z.string()),
    lessons: z.object({ done: z.int(), all: z.int() }),
    completedAt: instant.nullable(),
  })
  .meta({ id: 'CourseGrade' });
