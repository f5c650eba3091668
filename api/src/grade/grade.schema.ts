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

/** How the points of a task became its nota: what they give, what late work loses, and what counts in the end. */
export const TaskGradeView = z
  .object({
    ...{ steps: GradeSteps, penalty: z.int(), published: z.int(), passGrade: z.int() },
    /** What counts; another than was published where somebody decided so. */
    ...{ grade: z.int(), overridden: z.boolean() },
  })
  .meta({ id: 'TaskGrade' });

export const CourseGradeView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    passGrade: z.int(),
    /** Null while something is pending. Once the course is complete, the grade of that moment, which the certificate states. */
    grade: z.int().nullable(),
    /** Over what is graded so far; after completion, what later attempts would have given. */
    provisional: z.int().nullable(),
    items: z.array(
      z.object({
        unit: z.string(),
        kind: z.enum(['evaluation', 'task']),
        title: z.string(),
        weight: z.int(),
        grade: z.int().nullable(),
        /** Changed by hand. */
        overridden: z.boolean(),
      }),
    ),
    /** Each rule of the course in a sentence. */
    rules: z.array(z.string()),
    categories: z.array(
      z.object({
        ...{ key: z.string(), title: z.string(), weight: z.int(), grade: z.int().nullable() },
        items: z.array(
          z.object({
            ...{ unit: z.string(), title: z.string(), weight: z.int(), grade: z.int().nullable() },
            /** The lowest nota, because nothing was handed in. */
            missing: z.boolean(),
            /** Null while it has no nota; false where it was dropped, or weighs nothing. */
            counts: z.boolean().nullable(),
          }),
        ),
        lines: z.array(z.string()),
      }),
    ),
    lines: z.array(z.string()),
    bonus: z.array(z.object({ unit: z.string(), title: z.string(), grade: z.int(), upTo: z.int(), adds: Written })),
    /** With extra credit and before rounding; then rounded, before what limits it. */
    total: Written.nullable(),
    unlimited: z.int().nullable(),
    /** What keeps the nota down, each in a sentence. */
    caps: z.array(z.string()),
    /** The result in the scale of the course: «5,1», «73,3 %», «Aprobado». */
    told: z.string().nullable(),
    attendance: z.int().nullable(),
    lessons: z.object({ done: z.int(), all: z.int() }),
    completedAt: instant.nullable(),
  })
  .meta({ id: 'CourseGrade' });
