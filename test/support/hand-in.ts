import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Submission, SubmissionFile, SubmissionVersion } from '../../api/src/submission/submission.entity.ts';
import { Task } from '../../api/src/submission/task.entity.ts';
import { VersionUnit } from '../../api/src/catalogue/course.entity.ts';
import type { Edition } from '../../api/src/catalogue/edition.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import type { Rubric } from '../../api/src/submission/rubric.schema.ts';
import { as, db, type Visitor } from './app.ts';
import { aCourse, anEdition, anEnrolment, inDays } from './make-course.ts';
import { aGovernment, aLearner, staff } from './make.ts';

const levels = [4, 3, 2, 1, 0].map((n) => ({
  points: n * 1000,
  title: `Nivel ${n}`,
  html: `<p>Descripción ${n}.</p>`,
}));
const titles = {
  poblacion: 'Describe a la población afectada',
  brecha: 'Formula la brecha, no la obra',
  linea: 'Presenta línea base con fuente y fecha',
};

/** Three criteria of five levels, twelve points in all. */
export const rubric: Rubric = {
  criteria: Object.entries(titles).map(([id, title]) => ({ id, title, levels, maxPoints: 4000 })),
};
/** What no learner may read. */
export const sampleAnswer = 'RESPUESTA-DE-MUESTRA';

export const essay =
  '<p>En el sector viven 42 familias. En invierno, <em>el camino</em> se corta con frecuencia.</p>' +
  '<p>La brecha principal es de salud &amp; acceso: 1 ronda al mes frente a 2 programadas.</p>';

/** A running edition of a course with one task, and who tutors it. */
export async function aTask(of: Partial<Task> = {}) {
  const course = await aCourse({ lessons: 1, evaluations: [] });
  const unit = 'ficha';
  await db.of(VersionUnit).insert({
    ...{ versionId: course.versionId, unitKey: unit, position: 9, moduleKey: 'modulo-uno', kind: 'task' },
    ...{ title: 'Ficha de brechas', minutes: 60, required: true, weight: 100, sha: null },
  });
  await db.of(Task).insert({
    ...{ versionId: course.versionId, unitKey: unit, instructions: '<p>Escribe una ficha.</p>', rubric },
    ...{ sample: `<p>${sampleAnswer}</p>`, points: 12_000, demand: 60, mode: 'individual', takesText: true },
    ...{ takesFiles: true, minWords: null, maxWords: null, fileTypes: ['pdf'], maxFiles: 3, maxBytes: 5_000_000 },
    ...{ dueDays: null, late: 'penalty', lateDays: null, penalty: 5, resubmissions: 1, anonymous: false },
    ...{ doubleThreshold: null, peerReviews: 0, peerAnonymous: true, peerOwnWeight: 0 },
    ...of,
  });
  const edition = await anEdition({ courseVersionId: course.versionId });
  const tutor = await staff({ role: 'tutor', editionId: edition.id });
  return { course, unit, edition, tutor, queue: `/api/editions/${edition.id}/marking/${unit}` };
}

type Sent = Partial<Submission> & { region?: string; html?: string; familyNames?: string };

/** Someone of this region who has handed in. The later ones come after the earlier ones. */
export async function handIn({ edition, unit }: { edition: Edition; unit: string }, sent: Sent = {}) {
  const { region = '11', html = essay, familyNames = 'Quilodrán Vera', ...of } = sent;
  const { id: institutionId } = await aGovernment(region, region);
  const learner = await aLearner({ familyNames, institutionId });
  const enrolment = await anEnrolment(learner, edition);
  const submission: Submission = {
    ...{ id: newId(), kind: 'task', editionId: edition.id, unitKey: unit, enrolmentId: enrolment.id },
    ...{ groupId: null, attemptId: null, position: null, state: 'submitted', version: 1, publishedAt: null },
    ...{ submittedAt: inDays(-3), lateMinutes: 0, createdAt: inDays(-4), draft: '', draftSeq: 0, draftSavedAt: null },
    ...of,
  };
  await db.of(Submission).insert(submission);
  await sendVersion(submission, learner.id, html);
  return { learner, enrolment, submission: submission.id, url: `/api/submissions/${submission.id}` };
}

export async function sendVersion({ id, version, submittedAt, lateMinutes }: Submission, by: string, html = essay) {
  await db.of(SubmissionVersion).insert({
    ...{ submissionId: id, n: version, html, words: 22, submittedAt: submittedAt!, submittedBy: by, lateMinutes },
    folio: `E-${id}-${version}`,
  });
}

/** Puts a file in what was sent: these bytes, or none that anybody reads. */
export async function attach(submissionId: string, by: string, name: string, kind: Attached = {}) {
  const { mediaType = 'application/pdf', bytes } = kind;
  const [id, sha256] = [newId(), bytes ? createHash('sha256').update(bytes).digest('hex') : 'a'.repeat(64)];
  if (bytes) {
    const folder = join(process.env['DATA_DIR'] ?? '', 'private', sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, sha256), bytes);
  }
  await db.of(SubmissionFile).insert({
    ...{ id, submissionId, version: 1, name, mediaType, size: bytes?.length ?? 214_000, sha256, uploadedBy: by },
    ...{ createdAt: new Date(), removedAt: null },
  });
  return id;
}
type Attached = { mediaType?: string; bytes?: Buffer };

/** A draft that gives each criterion this level, from best (0) to worst (4). */
export const draft = (level: number, over: object = {}) => ({
  ...{ version: 1, revision: 0, annotations: [], feedback: 'Buen trabajo con las fuentes.' },
  criteria: rubric.criteria.map(({ id }) => ({ id, level, points: levels[level]!.points, comment: '' })),
  ...over,
});

/** Saves such a draft and publishes it. */
export async function markAs(me: Visitor, url: string, level: number, over: { revision?: number } = {}) {
  const { body } = await as(me).put(`${url}/mark`).send(draft(level, over)).expect(200);
  const publication = { version: 1, published: 0, revision: body.revision as number };
  return as(me).post(`${url}/publication`).send(publication);
}
