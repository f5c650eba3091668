import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, as, db, eventually, startJobs } from '../support/app.ts';
import { aRoom } from '../support/evaluation-room.ts';
import { anEdition, anEnrolment, inDays } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import { aTask, write } from '../support/make-task.ts';
import { statementsOf } from '../support/statements.ts';
import { audited } from '../support/take-evaluation.ts';

const nothing = { opensAt: null, dueAt: null, cutoffAt: null, late: null, penalty: null };

/** A learner with a task before them, and who sets its rules. */
async function aTaskRoom(rules: Parameters<typeof aTask>[1] = {}) {
  const room = await aRoom();
  const unit = await aTask(room.course, { late: 'penalty', penalty: 5, lateDays: 10, dueDays: 30, ...rules });
  const at = `/api/editions/${room.edition.id}/tasks/${unit}`;
  const set = (said: object) =>
    as(room.tutor)
      .put(`${at}/settings`)
      .send({ ...nothing, ...said });
  const task = `/api/enrolments/${room.enrolmentId}/tasks/${unit}`;
  const seen = async () => (await as(room.learner).get(task).expect(200)).body;
  return { ...room, unit, at, set, task, seen };
}

it('says what the course says, what the edition says otherwise, and what holds', async () => {
  const { tutor, edition, at, set } = await aTaskRoom();
  const before = (await as(tutor).get(at).expect(200)).body;
  expect(before).toMatchObject({
    ...{ key: 'tarea', governs: true, people: 1, drafts: 0, handedIn: 0, published: 0 },
    version: { late: 'penalty', penalty: 5 },
    setting: { dueAt: null, late: null, changedBy: null },
  });
  expect(before.holds).toEqual(before.version);
  const dueAt = inDays(15).toISOString();
  await set({ dueAt, penalty: 10 }).expect(204);
  const { body } = await as(tutor).get(at).expect(200);
  expect(body).toMatchObject({
    ...{ version: before.version, holds: { dueAt, late: 'penalty', penalty: 10 } },
    setting: { dueAt, penalty: 10, late: null, changedBy: 'Javiera Millán Soto' },
  });
  const list = await as(tutor).get(`/api/editions/${edition.id}/tasks`).expect(200);
  expect(list.body.items).toEqual([expect.objectContaining({ key: 'tarea', dueAt, penalty: 10, changed: true })]);
  expect(await audited(edition.id, 'task.configure')).toBe(1);
  for (const url of [at, `/api/editions/${edition.id}/tasks`])
    expect((await statementsOf(() => as(tutor).get(url).expect(200))).length).toBeLessThanOrEqual(3);
});

it('holds for the learner: on the page, at the start and at the hand-in', async () => {
  const { learner, enrolmentId, set, seen, task } = await aTaskRoom();
  const dueAt = inDays(-2).toISOString();
  await set({ dueAt, late: 'refuse' }).expect(204);
  expect(await seen()).toMatchObject({ dueAt, cutoffAt: dueAt, late: 'refuse', penalty: 0, barred: 'task_closed' });
  const cutoffAt = inDays(3).toISOString();
  await set({ dueAt, cutoffAt, late: 'until' }).expect(204);
  expect(await seen()).toMatchObject({ dueAt, cutoffAt, late: 'until', penalty: 0, barred: null });
  await set({ dueAt, cutoffAt, late: 'penalty', penalty: 7 }).expect(204);
  const { body: home } = await as(learner).get('/api/home').expect(200);
  expect(home.due).toContainEqual(expect.objectContaining({ unit: 'tarea', dueAt }));
  const seq = await write(learner, enrolmentId, '<p>Tarde</p>');
  await as(learner).post(`${task}/submission`).send({ seq }).expect(201);
  expect((await seen()).versions[0]).toMatchObject({ penalty: 21 }); // a third day has just begun
});

it('takes nothing before it opens', async () => {
  const { set, seen } = await aTaskRoom();
  await set({ opensAt: inDays(1).toISOString() }).expect(204);
  expect(await seen()).toMatchObject({ barred: 'task_not_open' });
});

it('refuses dates that do not follow each other, by field', async () => {
  const { set } = await aTaskRoom();
  const fault = async (said: object) => (await set(said).expect(422)).body.errors as object[];
  const on = (days: number) => inDays(days).toISOString();
  expect(await fault({ opensAt: on(5), dueAt: on(4) })).toMatchObject([{ path: 'dueAt', code: 'too_early' }]);
  expect(await fault({ dueAt: on(4), cutoffAt: on(3) })).toMatchObject([{ path: 'cutoffAt' }]);
  expect(await fault({ cutoffAt: on(50), late: 'refuse' })).toMatchObject([{ path: 'cutoffAt', code: 'no_limit' }]);
  expect(await fault({ penalty: 61 })).toMatchObject([{ path: 'penalty' }]);
});

it('tells of another date whoever has not handed in, once', async () => {
  const { learner, edition, set } = await aTaskRoom();
  const done = await aLearner();
  const theirs = await anEnrolment(done, edition);
  const seq = await write(done, theirs.id, '<p>Lista</p>');
  await as(done).post(`/api/enrolments/${theirs.id}/tasks/tarea/submission`).send({ seq }).expect(201);
  await set({ penalty: 3 }).expect(204); // no news of a date
  await set({ dueAt: inDays(12).toISOString() }).expect(204);
  await startJobs();
  const told = (personId: string) => db.of(Notice).findBy({ personId, kind: 'task.due' });
  const [notice] = await eventually(async () => {
    const found = await told(learner.id);
    return found.length > 0 && found;
  });
  expect(notice).toMatchObject({ title: 'Cambió la fecha de «Ficha de brechas»' });
  await db.em.query(`select pg_sleep(1.5)`);
  expect(await told(learner.id)).toHaveLength(1);
  expect(await told(done.id)).toHaveLength(0);
});

it('is for those who run the edition, and for nobody else', async () => {
  const { learner, edition, course, at } = await aTaskRoom();
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  await aGovernment('05', 'Valparaíso');
  const strangers = [
    [await staff({ role: 'tutor', editionId: elsewhere.id }), 404],
    [await staff({ role: 'coordinator', regionCut: '05' }), 403],
    [learner, 403],
  ] as const;
  const routes: ['get' | 'put', string, object?][] = [
    ['get', `/api/editions/${edition.id}/tasks`],
    ['get', at],
    ['put', `${at}/settings`, nothing],
  ];
  for (const [method, path, body] of routes) {
    for (const [someone, status] of strangers)
      expect([path, (await as(someone)[method](path).send(body)).status]).toEqual([path, status]);
    expect((await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body)).status).toBe(401);
  }
  // a tutor of one region within the edition sees the rules of everyone, and changes none
  const partly = await staff({ role: 'tutor', editionId: edition.id, regionCut: '05' });
  expect((await as(partly).get(at).expect(200)).body).toMatchObject({ governs: false, people: 0 });
  await as(partly).put(`${at}/settings`).send(nothing).expect(404);
});
