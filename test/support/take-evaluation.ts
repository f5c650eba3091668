import { Attempt } from '../../api/src/assessment/attempt.entity.ts';
import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { UnitProgress } from '../../api/src/progress/progress.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { as, db, type Visitor } from './app.ts';
import { aCourse, anEdition, anEnrolment, answerTo } from './make-course.ts';
import { aLearner } from './make.ts';

type Making = Parameters<typeof aCourse>[0];
type Dates = Parameters<typeof anEdition>[0];

/** A learner in a running edition of a tiny course. */
export async function aStudent(making: Making = {}, dates: Dates = {}) {
  const course = await aCourse(making);
  const edition = await anEdition({ courseVersionId: course.versionId, ...dates });
  const learner = await aLearner();
  const { id: enrolmentId } = await anEnrolment(learner, edition);
  return { learner, course, edition, enrolmentId };
}

export const evaluation = (enrolmentId: string, unit = 'control') =>
  `/api/enrolments/${enrolmentId}/evaluations/${unit}`;
export const lease = () => newId();

export type Question = { position: number; body: { kind: string }; response: unknown; seq: number; flagged: boolean };

/** Starts an attempt and answers its id, the lease it is held with, and its page. */
export async function begin(me: Visitor, enrolmentId: string, unit = 'control') {
  const held = lease();
  const { body } = await as(me)
    .post(`${evaluation(enrolmentId, unit)}/attempts`)
    .send({ lease: held })
    .expect(201);
  const { id } = body as { id: string };
  const page = await as(me).get(`/api/attempts/${id}`).expect(200);
  return { id, lease: held, questions: page.body.questions as Question[] };
}

export type Begun = Awaited<ReturnType<typeof begin>>;

export const save = (me: Visitor, id: string, position: number, answer: object) =>
  as(me).put(`/api/attempts/${id}/answers/${position}`).send(answer);

/** Saves an answer to each question: the right one to those of `right` (all, unless said), the wrong one to the rest. */
export async function answerAll(me: Visitor, { id, lease, questions }: Begun, right?: string[]) {
  for (const { position, body } of questions) {
    const response = answerTo(body.kind, !right || right.includes(body.kind) ? 'right' : 'wrong');
    await save(me, id, position, { lease, seq: 1, response, flagged: false }).expect(200);
  }
}

export const submit = (me: Visitor, id: string) => as(me).post(`/api/attempts/${id}/submission`);

/** A whole attempt, from start to submission. */
export async function take(me: Visitor, enrolmentId: string, right?: string[], unit = 'control'): Promise<string> {
  const begun = await begin(me, enrolmentId, unit);
  await answerAll(me, begun, right);
  await submit(me, begun.id).expect(204);
  return begun.id;
}

type Marked = { position: number; body: { kind: string }; points: number; maxPoints: number; verdict: string };

/** The result of an attempt that has ended. */
export async function resultOf(me: Visitor, id: string) {
  const { body } = await as(me).get(`/api/attempts/${id}/result`).expect(200);
  return body as Record<string, unknown> & { points: number; questions: Marked[] };
}

/** Moves an attempt's deadline: seconds from now, negative in the past. */
export const setDeadline = (id: string, seconds: number) =>
  db.of(Attempt).update({ id }, { deadlineAt: new Date(Date.now() + seconds * 1000) });

/** Marks lessons as read, as their events would. */
export async function read(enrolmentId: string, ...units: string[]) {
  const at = new Date();
  for (const unitKey of units)
    await db.of(UnitProgress).insert({
      ...{ enrolmentId, unitKey, openedAt: at, doneAt: at, changedAt: at, seconds: 60 },
      ...{ anchor: null, permille: 1000, positionedAt: at },
    });
}

/** An attempt as the database holds it. */
export const attemptRow = (id: string) => db.of(Attempt).findOneByOrFail({ id });

export const audited = (subjectId: string, action: string) => db.of(AuditEntry).countBy({ subjectId, action });

/** Where the question of this kind stands. */
export const placeOf = (questions: readonly Question[], kind: string) =>
  questions.find(({ body }) => body.kind === kind)?.position ?? 0;

/** How many jobs of a queue wait for this enrolment. */
export async function waiting(queue: string, enrolmentId: string): Promise<number> {
  const { rows } = await db.run(
    `select count(*)::integer as count from pgboss.job where name = $1 and data->>'enrolmentId' = $2`,
    [queue, enrolmentId],
  );
  return (rows as [{ count: number }])[0].count;
}
