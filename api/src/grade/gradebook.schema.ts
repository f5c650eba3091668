import { z } from 'zod';
import { instant } from '../platform/schema.ts';
import { CourseGradeView, EvaluationGradeView } from './grade.schema.ts';

const Nota = z.int().min(10).max(70);
const Statistics = z.object({
  ...{ n: z.int(), average: z.int().nullable(), median: z.int().nullable() },
  ...{ lowest: z.int().nullable(), highest: z.int().nullable(), passed: z.int() },
});

export const GradebookFilter = z.strictObject({
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  cohort: z.uuid().optional(),
});
export type GradebookFilter = z.infer<typeof GradebookFilter>;

/** What a cell shows: `g` a nota, `o` one changed by hand, `p` handed in and not published, `m` the lowest for want of anything, `-` nothing. */
export const cellStates = ['g', 'o', 'p', 'm', '-'] as const;
export type CellState = (typeof cellStates)[number];

/** The people of an edition by what is graded there. Notas in tenths; each person's stand in the order of the columns. */
export const GradebookView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['course', 'programme']),
    title: z.string(),
    name: z.string(),
    timeZone: z.string(),
    passGrade: z.int(),
    /** Whether whoever asks may change notas here. */
    writable: z.boolean(),
    hasAttendance: z.boolean(),
    columns: z.array(
      z.object({
        unit: z.string(),
        kind: z.enum(['evaluation', 'task', 'course']),
        title: z.string(),
        /** Of the whole, in thousandths of a percent. */
        share: z.int(),
        category: z.string().nullable(),
        /** The edition of this course, in a programme. */
        editionId: z.uuid().nullable(),
      }),
    ),
    /** North to south; only those in scope. */
    regions: z.array(z.object({ cut: z.string(), name: z.string() })),
    cohorts: z.array(z.object({ id: z.uuid(), name: z.string() })),
    people: z.array(
      z.object({
        id: z.uuid(),
        family: z.string(),
        given: z.string(),
        region: z.string().nullable(),
        attendance: z.int().nullable(),
        grades: z.array(z.int().nullable()),
        /** A letter a column: `g`, `o`, `p`, `m` or `-`. */
        states: z.string(),
        /** By column, what was computed beneath what somebody decided. */
        computed: z.array(z.tuple([z.int(), z.int()])),
        grade: z.int().nullable(),
        provisional: z.int().nullable(),
      }),
    ),
    statistics: z.object({ columns: z.array(Statistics), whole: Statistics }),
    /** How many items of all wait for a mark or its publication. */
    pending: z.int(),
  })
  .meta({ id: 'Gradebook' });
export type GradebookView = z.infer<typeof GradebookView>;

/** Why a nota is changed by hand; words in the web. */
export const overrideReasons = ['review', 'rubric', 'late', 'agreed', 'other'] as const;
const Explanation = z.string().trim().min(10).max(1000);

/** `seen`: the last change that whoever writes had before them, null where there was none. */
export const OverrideBody = z.strictObject({
  grade: Nota,
  reason: z.enum(overrideReasons),
  explanation: Explanation,
  seen: z.uuid().nullable(),
});
export type OverrideBody = z.infer<typeof OverrideBody>;
export const LiftBody = OverrideBody.omit({ grade: true });
export type LiftBody = z.infer<typeof LiftBody>;
export const AttendanceBody = z.strictObject({ percent: z.int().min(0).max(100) });

const GradeChangeLine = z.object({
  id: z.uuid(),
  at: instant,
  by: z.string().nullable(),
  cause: z.enum(['evaluation', 'mark', 'regrade', 'undo', 'override', 'lift', 'appeal', 'import']),
  before: z.int().nullable(),
  after: z.int().nullable(),
  reason: z.string().nullable(),
  explanation: z.string().nullable(),
});

/** One's own published nota; `change` is the last one, with what whoever made it explains. */
export const NotaView = z
  .object({
    enrolmentId: z.uuid(),
    unit: z.string(),
    kind: z.enum(['evaluation', 'task']),
    title: z.string(),
    course: z.string(),
    passGrade: z.int(),
    grade: z.int(),
    computed: z.int().nullable(),
    overridden: z.boolean(),
    gradedAt: instant,
    change: GradeChangeLine.nullable(),
  })
  .meta({ id: 'Nota' });

const Owner = z.object({ given: z.string(), family: z.string(), editionId: z.uuid() });
/** What a learner sees of a nota, and whose it is. */
export const StaffCourseGradeView = z
  .object({ person: Owner, grade: CourseGradeView })
  .meta({ id: 'StaffCourseGrade' });
export const StaffEvaluationGradeView = z
  .object({ person: Owner, grade: EvaluationGradeView })
  .meta({ id: 'StaffEvaluationGrade' });

/** One nota with all its changes, the last first. */
export const CellView = z
  .object({
    enrolmentId: z.uuid(),
    editionId: z.uuid(),
    unit: z.string(),
    title: z.string(),
    kind: z.enum(['evaluation', 'task']),
    person: z.object({ given: z.string(), family: z.string() }),
    min: z.int(),
    grade: z.int().nullable(),
    computed: z.int().nullable(),
    overridden: z.boolean(),
    handed: z.boolean(),
    writable: z.boolean(),
    seen: z.uuid().nullable(),
    changes: z.array(GradeChangeLine),
  })
  .meta({ id: 'GradeCell' });
