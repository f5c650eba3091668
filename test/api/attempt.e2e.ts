import { EndAttempt } from '../../api/src/assessment/end-attempt.service.ts';
import { Attempt, AttemptQuestion } from '../../api/src/assessment/attempt.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { app, as, db, eventually, heldBack, startJobs } from '../support/app.ts';
import { answerTo, questionKinds } from '../support/make-course.ts';
import { secret } from '../support/question-kinds.ts';
import { aLearner } from '../support/make.ts';
import {
  answerAll,
  aStudent,
  attemptRow,
  audited,
  begin,
  evaluation,
  lease,
  placeOf,
  resultOf,
  save,
  setDeadline,
  submit,
  take,
  waiting,
} from '../support/take-evaluation.ts';

it('takes an attempt from start to result', async () => {
  const { learner, enrolmentId } = await aStudent();
  const begun = await begin(learner, enrolmentId);
  expect(begun.questions.map(({ body }) => body.kind).sort()).toEqual([...questionKinds].sort());

  await answerAll(learner, begun);
  await submit(learner, begun.id).expect(204);
  const body = await resultOf(learner, begun.id);
  expect(body).toMatchObject({
    ...{ endedBy: 'learner', attemptsLeft: 1, points: 10_000, maxPoints: 10_000, grade: 70, passGrade: 40 },
  });
  expect(body.questions.map(({ verdict }) => verdict)).toEqual(Array(6).fill('right'));
  expect(body.questions[0]).toMatchObject({ solution: { kind: expect.any(String) }, feedback: `<p>${secret}</p>` });
  expect(await audited(begun.id, 'attempt.start')).toBe(1);
  expect(await audited(begun.id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
});

it('scores what is wrong, half right and blank', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const answer = (kind: string, response: object) =>
    save(learner, id, placeOf(questions, kind), { lease, seq: 1, response, flagged: false }).expect(200);
  await answer('single', answerTo('single', 'wrong'));
  await answer('matching', { kind: 'matching', pairs: { x: 'a' } });
  await submit(learner, id).expect(204);

  const body = await resultOf(learner, id);
  const found = Object.fromEntries(body.questions.map((one) => [one.body.kind, [one.verdict, one.points]]));
  expect(found).toMatchObject({ single: ['wrong', 0], matching: ['partial', 1000], numeric: ['blank', 0] });
  expect(body).toMatchObject({ points: 1000, grade: 15 });
});

it('tells nothing of the key while the attempt is open', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  const { text } = await as(learner).get(`/api/attempts/${id}`);
  for (const word of [secret, 'answerKey', 'correct', 'feedback', 'tolerance', 'solution', '"points":null', 'seed'])
    expect(text).not.toContain(word);
  const { body } = await as(learner).get(`/api/attempts/${id}/result`).expect(409);
  expect(body.code).toBe('attempt_open');
});

it('never shows items in the order that is asked for', async () => {
  for (let i = 0; i < 5; i++) {
    const { learner, enrolmentId } = await aStudent();
    const { questions } = await begin(learner, enrolmentId);
    const { body } = questions.find(({ body }) => body.kind === 'ordering') as unknown as {
      body: { items: { id: string }[] };
    };
    expect(body.items.map(({ id }) => id)).not.toEqual(['uno', 'dos', 'tres', 'cuatro']);
  }
});

it('starts once, however often and at once it is asked', async () => {
  const { learner, enrolmentId } = await aStudent();
  const ask = () =>
    as(learner)
      .post(`${evaluation(enrolmentId)}/attempts`)
      .send({ lease: lease() });

  const answers = await heldBack('attempt', () => Promise.all(Array.from({ length: 8 }, ask)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
  expect((await ask()).body.id).toBe(answers[0]?.body.id);
  expect(await db.of(Attempt).countBy({ enrolmentId })).toBe(1);
  expect(await db.of(AttemptQuestion).countBy({ attemptId: answers[0]?.body.id })).toBe(6);
});

it('gives as many attempts as the rules say', async () => {
  const { learner, enrolmentId } = await aStudent();
  await take(learner, enrolmentId, []);
  await take(learner, enrolmentId);
  const { body } = await as(learner)
    .post(`${evaluation(enrolmentId)}/attempts`)
    .send({ lease: lease() })
    .expect(409);
  expect(body.code).toBe('no_attempts_left');
});

it('goes on elsewhere with the same answers, in the same order', async () => {
  const { learner, enrolmentId } = await aStudent();
  const begun = await begin(learner, enrolmentId);
  await answerAll(learner, begun);
  const before = await as(learner).get(`/api/attempts/${begun.id}`);

  const elsewhere = lease();
  const { body } = await as(learner).put(`/api/attempts/${begun.id}/lease`).send({ lease: elsewhere }).expect(200);
  expect(body).toEqual({ ...before.body, lease: elsewhere, now: expect.any(String) });
  expect(await audited(begun.id, 'attempt.take')).toBe(1);
});

it('ends what nobody submitted, with what is saved', async () => {
  const { learner, enrolmentId } = await aStudent();
  const begun = await begin(learner, enrolmentId);
  await answerAll(learner, begun, ['single', 'matching']);
  await setDeadline(begun.id, -11);
  await db.run(`update pgboss.job set start_after = now() where data->>'attemptId' = $1`, [begun.id]);

  await startJobs();
  await eventually(async () => (await attemptRow(begun.id)).submittedAt);
  expect(await attemptRow(begun.id)).toMatchObject({ endedBy: 'deadline', points: 4000 });
  await app.get(EndAttempt).close(begun.id);
  expect(await audited(begun.id, 'attempt.end')).toBe(1);
});

it('does not end an attempt before its time', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await app.get(EndAttempt).close(id);
  expect((await attemptRow(id)).submittedAt).toBeNull();
});

it('starts anew after an attempt that ran out unseen', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -60);
  const next = await begin(learner, enrolmentId);
  expect(next.id).not.toBe(id);
  expect(await attemptRow(id)).toMatchObject({ endedBy: 'deadline', points: 0, grade: 10 });
});

it('ends once, however many submit', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  const answers = await heldBack('attempt', () => Promise.all(Array.from({ length: 6 }, () => submit(learner, id))));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(204));
  expect(await audited(id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
  const ended = await attemptRow(id);
  await submit(learner, id).expect(204);
  expect(await attemptRow(id)).toEqual(ended);
});

it('ends once when its learner submits as the deadline passes', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -11);
  await heldBack('attempt', () => Promise.all([submit(learner, id).expect(204), app.get(EndAttempt).close(id)]));
  expect(await audited(id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
  expect(await attemptRow(id)).toMatchObject({ endedBy: 'deadline' });
});

it('hides an attempt from everyone else', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease } = await begin(learner, enrolmentId);
  const other = await aLearner();
  await as(other).get(`/api/attempts/${id}`).expect(404);
  await as(other).get(`/api/attempts/${id}/result`).expect(404);
  await as(other).put(`/api/attempts/${id}/lease`).send({ lease }).expect(404);
  await save(other, id, 1, { lease, seq: 1, response: null, flagged: true }).expect(404);
  await submit(other, id).expect(404);
  await as(other).get(evaluation(enrolmentId)).expect(404);
  await as(other)
    .post(`${evaluation(enrolmentId)}/attempts`)
    .send({ lease })
    .expect(404);
  await as(learner).get(`/api/attempts/${newId()}`).expect(404);
  await as(learner).get('/api/attempts/1').expect(422);
  expect((await attemptRow(id)).leaseId).toBe(lease);
});
