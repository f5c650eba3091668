import { EndAttempt } from '../../api/src/assessment/end-attempt.service.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { app, as, db, eventually, heldBack, startJobs } from '../support/app.ts';
import { aRoom, grade, logOf, start } from '../support/evaluation-room.ts';
import { inDays } from '../support/make-course.ts';
import {
  attemptRow,
  audited,
  begin,
  evaluation,
  resultOf,
  save,
  setDeadline,
  submit,
  take,
} from '../support/take-evaluation.ts';

it('gives more time to one person at once, tells them, and takes none back', async () => {
  const { learner, enrolmentId, tutor, at, extend, edition } = await aRoom();
  const { id } = await begin(learner, enrolmentId);
  const before = (await attemptRow(id)).deadlineAt!;
  const { body } = await extend({ extraMinutes: 15, extraAttempts: 1 }).expect(201);
  expect((await attemptRow(id)).deadlineAt).toEqual(new Date(before.getTime() + 15 * 60_000));
  expect((await as(learner).get(evaluation(enrolmentId))).body.rules).toMatchObject({ minutes: 35, attempts: 3 });
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'evaluation.extend' })).toBe(1);
  expect(await logOf(id)).toEqual(['opened', 'time_added']);
  expect((await as(tutor).get(at)).body.extensions).toEqual([
    expect.objectContaining({
      name: 'Rocío Barría Oyarzo',
      forCohort: false,
      reason: 'Licencia médica',
      extraMinutes: 15,
    }),
  ]);
  await as(tutor).post(`/api/extensions/${body.id}/withdrawal`).send({ reason: 'Se dio por error' }).expect(204);
  expect((await attemptRow(id)).deadlineAt).toEqual(new Date(before.getTime() + 15 * 60_000));
  expect((await as(learner).get(evaluation(enrolmentId))).body.rules).toMatchObject({ minutes: 20, attempts: 2 });
  expect(await audited(edition.id, 'evaluation.extend')).toBe(1);
  expect(await audited(edition.id, 'evaluation.withdraw_extension')).toBe(1);
  await extend({}).expect(422);
});

it('keeps an attempt open whose time grows while its deadline is being kept', async () => {
  const { learner, enrolmentId, extend } = await aRoom();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -11);
  await heldBack('attempt', () =>
    Promise.all([
      extend({ closesAt: inDays(70).toISOString(), extraMinutes: 60 }).expect(201),
      app.get(EndAttempt).close(id),
    ]),
  );
  const row = await attemptRow(id);
  // whichever came first: never ended with a deadline that lies ahead
  expect(row.submittedAt === null).toBe(row.deadlineAt! > new Date());
  if (row.submittedAt === null) expect((await start(learner, enrolmentId).expect(201)).body.id).toBe(id);
});

it('looks again at a deadline that moved', async () => {
  const { learner, enrolmentId, tutor } = await aRoom();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -20);
  await as(tutor).post(`/api/staff/attempts/${id}/time`).send({ minutes: 10, reason: 'Corte de luz' }).expect(204);
  await db.run(`update pgboss.job set start_after = now() where data->>'attemptId' = $1`, [id]);
  await startJobs();
  await eventually(async () => {
    const { rows } = await db.run(
      `select count(*)::integer as done from pgboss.job where name = 'attempt-close' and data->>'attemptId' = $1
         and state = 'created' and start_after > now()`,
      [id],
    );
    return (rows as [{ done: number }])[0].done > 0;
  });
  expect((await attemptRow(id)).submittedAt).toBeNull();
});

it('opens an attempt again: its nota goes, and comes back when it ends anew', async () => {
  const { learner, enrolmentId, tutor } = await aRoom();
  const id = await take(learner, enrolmentId);
  expect((await grade(enrolmentId))?.grade).toBe(70);
  await as(tutor)
    .post(`/api/staff/attempts/${id}/reopening`)
    .send({ minutes: 30, reason: 'Se cortó la señal' })
    .expect(204);
  expect(await grade(enrolmentId)).toBeNull();
  expect(await attemptRow(id)).toMatchObject({ submittedAt: null, points: null, reopened: 1 });
  await as(learner).get(`/api/attempts/${id}/result`).expect(409);
  await submit(learner, id).expect(204);
  expect((await grade(enrolmentId))?.grade).toBe(70);
  expect(await logOf(id)).toEqual(['opened', 'submitted', 'reopened', 'submitted']);
  await start(learner, enrolmentId).expect(201);
  const { body } = await as(tutor)
    .post(`/api/staff/attempts/${id}/reopening`)
    .send({ minutes: 30, reason: 'Otra' })
    .expect(409);
  expect(body.code).toBe('attempt_open');
});

it('opens again or ends, and neither loses, when both are asked at once', async () => {
  const { learner, enrolmentId, tutor } = await aRoom();
  const id = await take(learner, enrolmentId);
  const [reopened] = await heldBack('attempt', () =>
    Promise.all([
      as(tutor).post(`/api/staff/attempts/${id}/reopening`).send({ minutes: 30, reason: 'Señal' }),
      submit(learner, id).expect(204),
    ]),
  );
  expect(reopened.status).toBe(204);
  const row = await attemptRow(id);
  expect((await grade(enrolmentId)) === null).toBe(row.submittedAt === null);
});

it('annuls an attempt: it is spent, counts for nothing, and its learner reads why', async () => {
  const { learner, enrolmentId, tutor } = await aRoom();
  const first = await take(learner, enrolmentId, []);
  const second = await take(learner, enrolmentId);
  const annul = (id: string) =>
    as(tutor).post(`/api/staff/attempts/${id}/annulment`).send({ reason: 'Respondió otra persona' }).expect(204);
  await annul(second);
  await annul(second);
  expect((await grade(enrolmentId))?.grade).toBe(10);
  expect(await resultOf(learner, second)).toMatchObject({
    annulled: { why: 'Respondió otra persona' },
    attemptsLeft: 0,
  });
  expect((await as(learner).get(evaluation(enrolmentId))).body).toMatchObject({
    grade: 10,
    barred: 'no_attempts_left',
  });
  await annul(first);
  expect(await grade(enrolmentId)).toBeNull();
  expect(await audited(second, 'attempt.annul')).toBe(1);
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'attempt.changed' })).toBe(2);
});

it('annuls an open attempt while it is being answered, and takes no answer after', async () => {
  const { learner, enrolmentId, tutor } = await aRoom();
  const { id, lease: held } = await begin(learner, enrolmentId);
  const answer = (seq: number) => save(learner, id, 1, { lease: held, seq, response: null, flagged: true });
  const [, saved] = await heldBack('attempt', () =>
    Promise.all([
      as(tutor).post(`/api/staff/attempts/${id}/annulment`).send({ reason: 'Copia' }).expect(204),
      answer(1),
    ]),
  );
  expect([200, 409]).toContain(saved.status);
  expect((await answer(2).expect(409)).body.code).toBe('attempt_ended');
  expect(await attemptRow(id)).toMatchObject({ endedBy: 'staff', annulledWhy: 'Copia' });
});

it('shows an attempt with all that happened to it', async () => {
  const { learner, enrolmentId, tutor, at } = await aRoom();
  const { id, lease: held } = await begin(learner, enrolmentId);
  const left = { id: newId(), kind: 'left', at: new Date().toISOString() };
  const note = () =>
    as(learner)
      .post(`/api/attempts/${id}/log`)
      .send({ events: [left] })
      .expect(204);
  await note();
  await note();
  await save(learner, id, 1, { lease: held, seq: 1, response: null, flagged: true, seconds: 42 }).expect(200);
  await submit(learner, id).expect(204);
  const { body } = await as(tutor).get(`/api/staff/attempts/${id}`).expect(200);
  const kinds = (body.log as { kind: string; device: string | null }[]).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['left', 'opened', 'saved', 'submitted']);
  expect(body.log).toContainEqual(expect.objectContaining({ kind: 'saved', position: 1, seconds: 42 }));
  expect(body.log).toContainEqual(
    expect.objectContaining({ kind: 'opened', device: 'test', actor: 'Rocío Barría Oyarzo' }),
  );
  const listed = async (query: string) =>
    ((await as(tutor).get(`${at}/attempts${query}`).expect(200)).body.items as { id: string }[]).map((one) => one.id);
  expect(await listed('')).toEqual([id]);
  expect(await listed('?state=open')).toEqual([]);
  expect(await listed('?state=ended&name=barria')).toEqual([id]);
});
