import { z } from 'zod';
import { GradeRules } from '../content/grade-rules.schema.ts';

/** What the immutable versions hold for their readers, written once when content is loaded. Hashes name blobs of HTML. */

const Heading = z.object({ id: z.string(), title: z.string() });
const Term = z.object({ id: z.string(), term: z.string(), definition: z.string() });
const Norm = z.object({ norm: z.string(), article: z.string().nullable(), reviewedOn: z.iso.date() });

export const LessonEntry = z.object({
  kind: z.literal('lesson'),
  key: z.string(),
  title: z.string(),
  minutes: z.int(),
  aim: z.string(),
  sha: z.string(),
  words: z.int(),
  reviewedOn: z.iso.date(),
  toc: z.array(Heading),
  terms: z.array(Term),
  norms: z.array(Norm),
});
export type LessonEntry = z.infer<typeof LessonEntry>;

/** `minutes` is what it takes, limited or not; `timeLimit` what is allowed, or null. `weight` and `demand` are percents. */
export const EvaluationEntry = z.object({
  kind: z.literal('evaluation'),
  key: z.string(),
  title: z.string(),
  minutes: z.int(),
  timeLimit: z.int().nullable(),
  draw: z.int(),
  attempts: z.int(),
  keep: z.enum(['best', 'last', 'average']),
  demand: z.int(),
  weight: z.int(),
  release: z.enum(['submission', 'closing']),
});
export type EvaluationEntry = z.infer<typeof EvaluationEntry>;

/** `minutes` is what it takes; `dueDays` after the first day of the edition, null for its end. Percents as above. */
export const TaskEntry = z.object({
  kind: z.literal('task'),
  key: z.string(),
  title: z.string(),
  minutes: z.int(),
  weight: z.int(),
  demand: z.int(),
  mode: z.enum(['individual', 'group']),
  takesText: z.boolean(),
  takesFiles: z.boolean(),
  dueDays: z.int().nullable(),
});
export type TaskEntry = z.infer<typeof TaskEntry>;

export const UnitEntry = z.discriminatedUnion('kind', [LessonEntry, EvaluationEntry, TaskEntry]);
export type UnitEntry = z.infer<typeof UnitEntry>;

/** `notices` are sentences for the reader, as that the text is yet to be validated. `passGrade` is in tenths. */
export const CourseManifest = z.object({
  title: z.string(),
  summary: z.string(),
  status: z.enum(['available', 'announced']),
  minutes: z.int(),
  topics: z.array(z.string()),
  outcomes: z.array(z.string()),
  requirements: z.array(z.string()),
  reviewedOn: z.iso.date(),
  notices: z.array(z.string()),
  passGrade: z.int(),
  /** How its notas make its nota; absent: by their weights. */
  rules: GradeRules.optional(),
  introduction: z.string(),
  modules: z.array(z.object({ key: z.string(), title: z.string(), summary: z.string(), units: z.array(UnitEntry) })),
  /** The final evaluation, which belongs to no module. */
  final: EvaluationEntry.nullable(),
  /** The final task; versions written before there were tasks have none. */
  task: TaskEntry.nullable().optional(),
});
export type CourseManifest = z.infer<typeof CourseManifest>;

export const ProgrammeManifest = z.object({
  title: z.string(),
  summary: z.string(),
  topics: z.array(z.string()),
  outcomes: z.array(z.string()),
  requirements: z.array(z.string()),
  reviewedOn: z.iso.date(),
  notices: z.array(z.string()),
  introduction: z.string(),
  /** Keys of courses, in order. */
  courses: z.array(z.object({ key: z.string(), weight: z.int() })),
});
export type ProgrammeManifest = z.infer<typeof ProgrammeManifest>;

/** A booklet or guidance has one chapter, `texto`; `introduction` presents a manual and is empty elsewhere. */
export const PublicationManifest = z.object({
  kind: z.enum(['booklet', 'manual', 'guidance']),
  title: z.string(),
  summary: z.string(),
  edition: z.string(),
  topics: z.array(z.string()),
  stages: z.array(z.string()),
  territoryKinds: z.array(z.string()),
  reviewedOn: z.iso.date(),
  notices: z.array(z.string()),
  norms: z.array(Norm),
  introduction: z.string(),
  minutes: z.int(),
  chapters: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      sha: z.string(),
      minutes: z.int(),
      words: z.int(),
      reviewedOn: z.iso.date(),
      toc: z.array(Heading),
      terms: z.array(Term),
    }),
  ),
});
export type PublicationManifest = z.infer<typeof PublicationManifest>;
