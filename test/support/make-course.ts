import { createHash } from 'node:crypto';
import { Evaluation, EvaluationQuestion, EvaluationSlot } from '../../api/src/assessment/evaluation.entity.ts';
import { Question, QuestionVersion } from '../../api/src/bank/question.entity.ts';
import { Course, CourseVersion, VersionUnit } from '../../api/src/catalogue/course.entity.ts';
import { Edition, SeatQuota } from '../../api/src/catalogue/edition.entity.ts';
import type { CourseManifest, EvaluationEntry, LessonEntry } from '../../api/src/catalogue/manifest.schema.ts';
import { Programme, ProgrammeCourse, ProgrammeVersion } from '../../api/src/catalogue/programme.entity.ts';
import type { QuestionResponse } from '../../api/src/content/question.schema.ts';
import { Enrolment } from '../../api/src/enrolment/enrolment.entity.ts';
import { Blob } from '../../api/src/platform/blob.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { db } from './app.ts';
import { type Asked, kinds, moreKinds } from './question-kinds.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const questionKinds = kinds.map(({ body }) => body.kind);

/** The answer to a question of this kind that earns all its points, or none. */
export function answerTo(kind: string, how: 'right' | 'wrong' = 'right'): QuestionResponse {
  const found = [...kinds, ...moreKinds].find(({ body }) => body.kind === kind);
  if (!found) throw new Error(`No question is of kind ${kind}`);
  return found[how];
}

type Rules = Omit<EvaluationEntry, 'kind'>;
const usual: Rules = {
  ...{ key: 'control', title: 'Control del módulo', minutes: 20, timeLimit: 20, draw: 6, attempts: 2 },
  ...{ keep: 'best', demand: 60, weight: 100, release: 'submission' },
};

export type TinyCourse = { id: string; versionId: string; key: string; slug: string; title: string };
type Making = {
  title?: string;
  passGrade?: number;
  minutes?: number;
  lessons?: number;
  evaluations?: Partial<Rules>[];
  /** What each evaluation draws from: a question of each of the six usual kinds, unless said. */
  pool?: readonly Asked[];
};

const lessonOf = (n: number): LessonEntry => ({
  ...{
    kind: 'lesson',
    key: `leccion-${n}`,
    title: `Lección ${n}`,
    minutes: 8,
    aim: 'Al terminar podrás probar.',
    words: 600,
  },
  ...{ sha: sha256(`Lección ${n}`), reviewedOn: '2026-11-22', toc: [], terms: [], norms: [] },
});

/** A published course of one module: some lessons, and evaluations whose pool has a question of each kind. */
export async function aCourse(making: Making = {}): Promise<TinyCourse> {
  const { title = 'Curso de prueba', passGrade = 40, minutes = 600, lessons = 2, evaluations = [{}] } = making;
  const [id, versionId] = [newId(), newId()];
  const key = `curso-${id}`;
  const units = [
    ...Array.from({ length: lessons }, (_, i) => lessonOf(i + 1)),
    ...evaluations.map((rules): EvaluationEntry => ({ ...usual, ...rules, kind: 'evaluation' })),
  ];
  const manifest: CourseManifest = {
    ...{
      title,
      summary: 'Un curso pequeño.',
      status: 'available',
      minutes,
      topics: [],
      outcomes: [],
      requirements: [],
    },
    ...{ reviewedOn: '2026-11-22', notices: [], passGrade, introduction: '' },
    modules: [{ key: 'modulo-uno', title: 'El módulo uno', summary: '', units }],
    final: null,
    task: null,
  };
  await db.of(Course).insert({ id, key, slug: key, status: 'available', currentVersionId: null });
  await db.of(CourseVersion).insert({
    ...{ id: versionId, courseId: id, n: 1, contentHash: key, structureHash: key, title, summary: manifest.summary },
    ...{ minutes, topics: [], manifest, createdAt: new Date() },
  });
  await db.of(Course).update({ id }, { currentVersionId: versionId });
  for (const [i, unit] of units.entries()) await insertUnit({ id, versionId, pool: making.pool }, unit, i + 1);
  return { id, versionId, key, slug: key, title };
}

type Made = { id: string; versionId: string; pool: readonly Asked[] | undefined };

async function insertUnit(course: Made, unit: LessonEntry | EvaluationEntry, position: number) {
  const { versionId } = course;
  const { key: unitKey, title, minutes } = unit;
  const [sha, weight] = unit.kind === 'lesson' ? [unit.sha, null] : [null, unit.weight];
  if (sha) {
    const blob = { sha, mediaType: 'text/html', size: 1, createdAt: new Date() };
    await db.of(Blob).createQueryBuilder().insert().values(blob).orIgnore().execute();
  }
  await db.of(VersionUnit).insert({
    ...{ versionId, unitKey, position, moduleKey: 'modulo-uno', kind: unit.kind, title, minutes },
    ...{ required: true, weight, sha },
  });
  if (unit.kind === 'evaluation') await insertEvaluation(course, unit);
}

async function insertEvaluation({ id, versionId, pool = kinds }: Made, rules: EvaluationEntry) {
  const { key: unitKey, draw, timeLimit: minutes, attempts, keep, demand, release } = rules;
  await db.of(Evaluation).insert({
    ...{ versionId, unitKey, draw, minutes, attempts, waitMinutes: 0, keep, demand },
    ...{ scale: 'nota', minGrade: 10, rounding: 'half_up', shuffleQuestions: true, shuffleOptions: true },
    ...{ sequential: false, perPage: 'all', instructions: '<p>Lee con calma.</p>' },
    ...{ releaseScore: release, releaseAnswers: release, releaseFeedback: release },
  });
  await db.of(EvaluationSlot).insert({
    ...{ versionId, unitKey, position: 1, section: null, kind: 'draw', draw, points: null },
  });
  for (const [i, { points, body, key: answerKey }] of pool.entries()) {
    const [questionId, questionVersionId] = [newId(), newId()];
    await db.of(Question).insert({ id: questionId, courseId: id, key: `${unitKey}/${body.kind}` });
    await db.of(QuestionVersion).insert({
      ...{ id: questionVersionId, questionId, n: 1, sha: sha256(questionId), kind: body.kind, points },
      ...{ body, answerKey, plain: `${unitKey} ${body.kind} ${questionId}`, createdAt: new Date() },
    });
    await db.of(Question).update({ id: questionId }, { currentVersionId: questionVersionId });
    await db.of(EvaluationQuestion).insert({ versionId, unitKey, slot: 1, questionVersionId, position: i + 1 });
  }
}

const day = 24 * 60 * 60_000;
export const inDays = (days: number) => new Date(Date.now() + days * day);

/** A running edition of a course or a programme, with seats for anyone. */
export async function anEdition(of: Partial<Edition> & { seats?: number }): Promise<Edition> {
  const { seats = 30, ...rest } = of;
  const edition: Edition = {
    ...{ id: newId(), parentId: null, courseVersionId: null, programmeVersionId: null, name: 'Primera edición' },
    ...{ enrolFrom: inDays(-30), enrolUntil: inDays(30), startsAt: inDays(-20), endsAt: inDays(60) },
    ...{ timeZone: 'America/Santiago', createdAt: new Date() },
    ...rest,
  };
  await db.of(Edition).insert(edition);
  if (!edition.parentId)
    await db.of(SeatQuota).insert({ id: newId(), editionId: edition.id, regionCut: null, seats, taken: 0 });
  return edition;
}

/** A programme of these courses, by their weights. */
export async function aProgramme(
  parts: { course: TinyCourse; weight: number }[],
): Promise<{ id: string; versionId: string }> {
  const [id, versionId] = [newId(), newId()];
  const title = 'Diplomado de prueba';
  const manifest = {
    ...{ title, summary: '', topics: [], outcomes: [], requirements: [], reviewedOn: '2026-11-22', notices: [] },
    ...{ introduction: '', courses: parts.map(({ course, weight }) => ({ key: course.key, weight })) },
  };
  await db.of(Programme).insert({ id, key: `diplomado-${id}`, slug: `diplomado-${id}`, currentVersionId: null });
  await db.of(ProgrammeVersion).insert({
    ...{ id: versionId, programmeId: id, n: 1, contentHash: id, title, summary: '', topics: [], manifest },
    createdAt: new Date(),
  });
  await db.of(Programme).update({ id }, { currentVersionId: versionId });
  for (const [i, { course, weight }] of parts.entries())
    await db.of(ProgrammeCourse).insert({ versionId, courseId: course.id, position: i + 1, weight });
  return { id, versionId };
}

/** A person's place in an edition, as enrolling would write it; it takes no seat. */
export async function anEnrolment(
  { id: personId }: { id: string },
  { id: editionId }: { id: string },
  parentId: string | null = null,
): Promise<Enrolment> {
  const enrolment = { id: newId(), editionId, personId, parentId, cohortId: null, enrolledAt: new Date() };
  await db.of(Enrolment).insert({ ...enrolment, lastUnit: null, lastAt: null });
  return { ...enrolment, lastUnit: null, lastAt: null };
}
