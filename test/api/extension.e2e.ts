import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, as, db, heldBack } from '../support/app.ts';
import { aRoom } from '../support/evaluation-room.ts';
import { anEdition, anEnrolment, inDays } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import { aGroup, aTask, write } from '../support/make-task.ts';
import { statementsOf } from '../support/statements.ts';
import { evaluation } from '../support/take-evaluation.ts';

type Room = Awaited<ReturnType<typeof aRoom>>;

const listOf = async ({ tutor, edition }: Pick<Room, 'tutor' | 'edition'>) =>
  (await as(tutor).get(`/api/editions/${edition.id}/extensions`).expect(200)).body;

/** A room with a task beside its evaluation, which takes nothing after it is due. */
async function aRoomWithTask(rules: Parameters<typeof aTask>[1] = {}) {
  const room = await aRoom();
  const unit = await aTask(room.course, { late: 'refuse', dueDays: 0, ...rules });
  const task = `/api/enrolments/${room.enrolmentId}/tasks/${unit}`;
  const later = inDays(20).toISOString();
  return { ...room, unit, task, later, more: () => room.extend({ unit, closesAt: later }) };
}

it('gives more to a cohort, and nothing to the rest', async () => {
  const { learner, enrolmentId, tutor, edition, extend } = await aRoom();
  const other = await aLearner();
  const { id: otherId } = await anEnrolment(other, edition);
  const { body: cohort } = await as(tutor)
    .post(`/api/editions/${edition.id}/cohorts`)
    .send({ name: 'Grupo sur' })
    .expect(201);
  await as(tutor)
    .put(`/api/cohorts/${cohort.id}/people`)
    .send({ add: [enrolmentId], remove: [] })
    .expect(204);
  const closesAt = inDays(90).toISOString();
  await extend({ enrolmentId: null, cohortId: cohort.id, closesAt, extraAttempts: 2 }).expect(201);
  expect((await as(learner).get(evaluation(enrolmentId))).body.rules).toMatchObject({ attempts: 4, closesAt });
  expect((await as(other).get(evaluation(otherId))).body.rules).toMatchObject({ attempts: 2 });
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'evaluation.extend' })).toBe(1);
  expect(await db.of(Notice).countBy({ personId: other.id, kind: 'evaluation.extend' })).toBe(0);
  // whoever is taken out of the cohort has what everyone has
  await as(tutor)
    .put(`/api/cohorts/${cohort.id}/people`)
    .send({ add: [], remove: [enrolmentId] })
    .expect(204);
  expect((await as(learner).get(evaluation(enrolmentId))).body.rules).toMatchObject({ attempts: 2 });
});

it('moves the date of a task: the learner is told, sees it, and hands in on time', async () => {
  const { learner, enrolmentId, unit, task, later, more } = await aRoomWithTask();
  expect((await as(learner).get(task).expect(200)).body).toMatchObject({ barred: 'task_closed' });
  await more().expect(201);
  expect((await as(learner).get(task).expect(200)).body).toMatchObject({ barred: null, dueAt: later, cutoffAt: later });
  const notice = await db.of(Notice).findOneByOrFail({ personId: learner.id, kind: 'evaluation.extend' });
  expect(notice.path).toBe(`/estudio/${enrolmentId}/tareas/${unit}`);
  const { body: home } = await as(learner).get('/api/home').expect(200);
  expect(home.due).toContainEqual(expect.objectContaining({ unit, dueAt: later }));
  const seq = await write(learner, enrolmentId, '<p>Con más plazo</p>', 0, unit);
  const { body } = await as(learner).post(`${task}/submission`).send({ seq }).expect(201);
  expect(body.lateMinutes).toBe(0);
});

it('holds for the whole work group of whoever has it', async () => {
  const { edition, enrolmentId, unit, later, more } = await aRoomWithTask({ mode: 'group' });
  const mate = await aLearner();
  const theirs = await anEnrolment(mate, edition);
  await aGroup(edition, unit, [{ id: enrolmentId }, theirs]);
  await more().expect(201);
  const { body } = await as(mate).get(`/api/enrolments/${theirs.id}/tasks/${unit}`).expect(200);
  expect(body).toMatchObject({ barred: null, dueAt: later });
});

it('is a date alone for a task, and one that has not passed', async () => {
  const { unit, extend, later } = await aRoomWithTask();
  const fault = async (said: object) => (await extend(said).expect(422)).body.errors as object[];
  expect(await fault({ unit, extraMinutes: 30 })).toMatchObject([{ path: 'closesAt' }]);
  expect(await fault({ unit, closesAt: later, extraAttempts: 1 })).toMatchObject([{ path: 'extraAttempts' }]);
  expect(await fault({ closesAt: inDays(-1).toISOString() })).toMatchObject([{ path: 'closesAt', code: 'too_early' }]);
  await extend({ unit: 'no-hay', closesAt: later }).expect(404);
  await extend({ unit: 'leccion-1', closesAt: later }).expect(404);
});

it('stays to be read when it is withdrawn, with who did it and why, and can be given anew', async () => {
  const room = await aRoomWithTask();
  const { learner, tutor, task, unit, more } = room;
  const { body } = await more().expect(201);
  expect((await more().expect(201)).body).toEqual(body); // again to the same: the last one stands
  const withdraw = () => as(tutor).post(`/api/extensions/${body.id}/withdrawal`).send({ reason: 'Se dio por error' });
  await withdraw().expect(204);
  await withdraw().expect(404);
  expect((await as(learner).get(task).expect(200)).body).toMatchObject({ barred: 'task_closed' });
  await more().expect(201);
  const [again, first, ...rest] = (await listOf(room)).items;
  expect(again).toMatchObject({ unit, kind: 'task', name: 'Rocío Barría Oyarzo', withdrawn: null });
  expect(first).toMatchObject({ id: body.id, withdrawn: { why: 'Se dio por error', by: 'Javiera Millán Soto' } });
  expect(rest).toEqual([]);
});

it('is listed in pages, with what it can be given at, in two statements', async () => {
  const room = await aRoomWithTask();
  const { tutor, edition, extend, unit } = room;
  for (let i = 0; i < 3; i++) {
    const { id: enrolmentId } = await anEnrolment(await aLearner(), edition);
    await extend({ enrolmentId, extraMinutes: 5 + i }).expect(201);
  }
  const url = `/api/editions/${edition.id}/extensions?limit=2`;
  const first = (await as(tutor).get(url).expect(200)).body;
  expect(first.items.map((item: { extraMinutes: number }) => item.extraMinutes)).toEqual([7, 6]);
  expect(first.units.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(['control', unit]));
  const second = (await as(tutor).get(`${url}&after=${first.next}`).expect(200)).body;
  expect(second).toMatchObject({ items: [{ extraMinutes: 5 }], next: null });
  expect((await statementsOf(() => as(tutor).get(url).expect(200))).length).toBeLessThanOrEqual(3);
});

it('is given once when two tutors give it at once', async () => {
  const room = await aRoomWithTask();
  await heldBack('extension', () => Promise.all([room.more().expect(201), room.more().expect(201)]));
  expect((await listOf(room)).items).toHaveLength(1);
  expect(await db.of(AuditEntry).countBy({ subjectId: room.edition.id, action: 'evaluation.extend' })).toBe(2);
});

it('is for those who run the edition, within their reach, and for nobody else', async () => {
  const { learner, enrolmentId, edition, course, extend } = await aRoom();
  const { body: given } = await extend({ extraMinutes: 5 }).expect(201);
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  await aGovernment('05', 'Valparaíso');
  const strangers = [
    [await staff({ role: 'tutor', editionId: elsewhere.id }), 404],
    [await staff({ role: 'coordinator', regionCut: '05' }), 403],
    [learner, 403],
  ] as const;
  const reason = 'Prueba';
  const said = {
    unit: 'control',
    enrolmentId,
    cohortId: null,
    extraMinutes: 5,
    closesAt: null,
    extraAttempts: 0,
    reason,
  };
  const routes: ['get' | 'post', string, object?][] = [
    ['get', `/api/editions/${edition.id}/extensions`],
    ['post', `/api/editions/${edition.id}/extensions`, said],
    ['post', `/api/extensions/${given.id}/withdrawal`, { reason }],
  ];
  for (const [method, path, body] of routes) {
    for (const [someone, status] of strangers)
      expect([path, (await as(someone)[method](path).send(body)).status]).toEqual([path, status]);
    expect((await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body)).status).toBe(401);
  }
  // a tutor of another region within the edition reaches neither this person nor what they were given
  const partly = await staff({ role: 'tutor', editionId: edition.id, regionCut: '05' });
  const seen = await as(partly).get(`/api/editions/${edition.id}/extensions`).expect(200);
  expect(seen.body).toMatchObject({ governs: false, items: [] });
  await as(partly).post(`/api/editions/${edition.id}/extensions`).send(said).expect(404);
  await as(partly).post(`/api/extensions/${given.id}/withdrawal`).send({ reason }).expect(404);
});
