import type {
  CourseManifest,
  EvaluationEntry,
  LessonEntry,
  ProgrammeManifest,
  PublicationManifest,
  TaskEntry,
} from '../catalogue/manifest.schema.ts';
import type { Course, Evaluation, Lesson, Programme, Publication, Task, Unit } from '../content/content.schema.ts';
import { fingerprint } from '../platform/fingerprint.ts';

type Term = LessonEntry['terms'][number];
/** The glossary by id. A term that it lacks is left out of the margin. */
export type Terms = ReadonlyMap<string, Term>;

const termsOf = (ids: string[], terms: Terms): Term[] => ids.flatMap((id) => terms.get(id) ?? []);

/** Every unit of a course in reading order; the final evaluation and the final task last. */
export const unitsOf = ({ modules, final, task }: Course): { unit: Unit; moduleKey: string | null }[] => [
  ...modules.flatMap(({ key, units }) => units.map((unit) => ({ unit, moduleKey: key }))),
  ...[final, task].flatMap((unit) => (unit ? [{ unit, moduleKey: null }] : [])),
];

export const evaluationsOf = (course: Course): Evaluation[] =>
  unitsOf(course).flatMap(({ unit }) => (unit.kind === 'evaluation' ? [unit] : []));

export const tasksOf = (course: Course): Task[] =>
  unitsOf(course).flatMap(({ unit }) => (unit.kind === 'task' ? [unit] : []));

function entryOf(unit: Unit, terms: Terms) {
  if (unit.kind === 'lesson') return lessonEntry(unit, terms);
  return unit.kind === 'task' ? taskEntry(unit) : evaluationEntry(unit);
}

const lessonEntry = (lesson: Lesson, terms: Terms): LessonEntry => ({
  kind: 'lesson',
  key: lesson.key,
  title: lesson.title,
  minutes: lesson.minutes,
  aim: lesson.aim,
  sha: lesson.sha,
  words: lesson.words,
  reviewedOn: lesson.reviewedOn,
  toc: lesson.toc,
  terms: termsOf(lesson.terms, terms),
  norms: lesson.norms,
});

const evaluationEntry = (evaluation: Evaluation): EvaluationEntry => ({
  kind: 'evaluation',
  key: evaluation.key,
  title: evaluation.title,
  minutes: evaluation.minutes,
  timeLimit: evaluation.timeLimit,
  draw: evaluation.draw,
  attempts: evaluation.attempts,
  keep: evaluation.keep,
  demand: evaluation.demand,
  weight: evaluation.weight,
  release: evaluation.release,
});

const taskEntry = ({
  kind,
  key,
  title,
  minutes,
  weight,
  demand,
  mode,
  takesText,
  takesFiles,
  dueDays,
}: Task): TaskEntry => ({
  ...{ kind, key, title, minutes, weight, demand, mode, takesText, takesFiles, dueDays },
});

/** What a version of this course shows to its readers. */
export const courseManifest = (course: Course, terms: Terms): CourseManifest => ({
  title: course.title,
  summary: course.summary,
  status: course.status,
  minutes: course.minutes,
  topics: course.topics,
  outcomes: course.outcomes,
  requirements: course.requirements,
  reviewedOn: course.reviewedOn,
  notices: course.notices,
  passGrade: course.passGrade,
  introduction: course.introduction,
  modules: course.modules.map(({ units, ...module }) => ({
    ...module,
    units: units.map((unit) => entryOf(unit, terms)),
  })),
  final: course.final && evaluationEntry(course.final),
  task: course.task && taskEntry(course.task),
});

/** All that a version of a course is made of: equal content, equal hash. */
export const courseHash = (course: Course, manifest: CourseManifest) =>
  fingerprint({
    manifest,
    evaluations: evaluationsOf(course),
    tasks: tasksOf(course),
    media: course.media.map(({ sha }) => sha),
  });

/** What learners' records hang from: while it stays equal, a running edition may take a newer text. */
export const structureHash = (course: Course) =>
  fingerprint(
    unitsOf(course).map(({ unit, moduleKey }) => ({
      key: unit.key,
      kind: unit.kind,
      moduleKey,
      weight: unit.kind === 'lesson' ? null : unit.weight,
    })),
  );

export const programmeManifest = (programme: Programme): ProgrammeManifest => ({
  title: programme.title,
  summary: programme.summary,
  topics: programme.topics,
  outcomes: programme.outcomes,
  requirements: programme.requirements,
  reviewedOn: programme.reviewedOn,
  notices: programme.notices,
  introduction: programme.introduction,
  courses: programme.courses,
});

export const publicationManifest = (publication: Publication, terms: Terms): PublicationManifest => ({
  kind: publication.kind,
  title: publication.title,
  summary: publication.summary,
  edition: publication.edition,
  topics: publication.topics,
  stages: publication.stages,
  territoryKinds: publication.territoryKinds,
  reviewedOn: publication.reviewedOn,
  notices: publication.notices,
  norms: publication.norms,
  introduction: publication.introduction,
  minutes: publication.minutes,
  chapters: publication.chapters.map((chapter) => ({
    key: chapter.key,
    title: chapter.title,
    sha: chapter.sha,
    minutes: chapter.minutes,
    words: chapter.words,
    reviewedOn: chapter.reviewedOn,
    toc: chapter.toc,
    terms: termsOf(chapter.terms, terms),
  })),
});

/** What search reads of a publication, in order. */
export const passagesOf = ({ kind, chapters }: Publication) =>
  chapters.flatMap(({ key, passages }) =>
    passages.map(({ anchor, heading, text }) => ({
      chapterKey: kind === 'manual' ? key : null,
      anchor,
      heading,
      body: text,
    })),
  );
