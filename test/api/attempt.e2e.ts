import { EndAttempt } from '../../api/src/assessment/end-attempt.ts';
import { Attempt, AttemptQuestion } from '../../api/src/assessment/attempt.entity.ts';
import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { app, as, db, eventually, heldBack, startJobs } from '../support/app.ts';
import { answerTo, questionKinds, secret } from '../support/make-course.ts';
import { aLearner } from '../support/make.ts';
import {
  answerAll,
  aStudent,
  begin,
  evaluation,
  lease,
  save,
  setDeadline,
  submit,
  take,
  waiting,
} from '../support/take-evaluation.ts';

const audited = (subjectId: string, action: string) => db.of(AuditEntry).countBy({ subjectId, action });
const rowOf = (id: string) => db.of(Attempt).findOneByOrFail({ id });
const kindAt = (questions: { position: number; body: { kind: string } }[], kind: string) =>
  questions.find(({ body }) => body.kind === kind)?.position ?? 0;

it('takes an attempt from start to result', async () => {
  const { learner, enrolmentId } = await aStudent();
  const begun = await begin(learner, enrolmentId);
  expect(begun.questions.map(({ body }) => body.kind).sort()).toEqual([...questionKinds].sort());

  await answerAll(learner, begun);
  await submit(learner, begun.id).expect(204);
  const { body } = await as(learner).get(`/api/attempts/${begun.id}/result`).expect(200);
  expect(body).toMatchObject({
    ...{ endedBy: 'learner', attemptsLeft: 1, points: 10_000, maxPoints: 10_000, grade: 70, passGrade: 40 },
  });
  expect(body.questions.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(6).fill('right'));
  expect(body.questions[0]).toMatchObject({ solution: { kind: expect.any(String) }, feedback: `<p>${secret}</p>` });
  expect(await audited(begun.id, 'attempt.start')).toBe(1);
  expect(await audited(begun.id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
});

it('scores what is wrong, half right and blank', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const answer = (kind: string, response: object) =>
    save(learner, id, kindAt(questions, kind), { lease, seq: 1, response, flagged: false }).expect(200);
  await answer('single', answerTo('single', 'wrong'));
  await answer('matching', { kind: 'matching', pairs: { x: 'a' } });
  await submit(learner, id).expect(204);

  const { body } = await as(learner).get(`/api/attempts/${id}/result`);
  const found = Object.fromEntries(
    body.questions.map((one: { body: { kind: string }; verdict: string; points: number }) => [
      one.body.kind,
      [one.verdict, one.points],
    ]),
  );
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
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
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

it('refuses the saves of a tab that is behind, and shows it what is saved', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease: first, questions } = await begin(learner, enrolmentId);
  const at = kindAt(questions, 'true_false');
  const yes = { kind: 'true_false', value: true };
  await save(learner, id, at, { lease: first, seq: 1, response: null, flagged: true }).expect(200);

  const second = lease();
  await as(learner).put(`/api/attempts/${id}/lease`).send({ lease: second }).expect(200);
  await save(learner, id, at, { lease: second, seq: 2, response: yes, flagged: false }).expect(200);
  const { body } = await save(learner, id, at, { lease: first, seq: 3, response: null, flagged: false }).expect(409);
  expect(body).toMatchObject({ code: 'stale_save', detail: { lease: second } });
  expect(body.detail.questions).toHaveLength(6);
  expect(body.detail.questions[at - 1]).toEqual({ position: at, response: yes, flagged: false, seq: 2 });
});

it('takes the same save twice and an older one never', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const at = kindAt(questions, 'numeric');
  const newer = { lease, seq: 7, response: { kind: 'numeric', text: '3,5' }, flagged: false };

  const saved = await save(learner, id, at, newer).expect(200);
  expect(saved.body).toEqual({ seq: 7, savedAt: expect.any(String) });
  expect((await save(learner, id, at, newer).expect(200)).body).toEqual(saved.body);
  for (const older of [{ seq: 6 }, { response: { kind: 'numeric', text: '4' } }, { flagged: true }])
    expect((await save(learner, id, at, { ...newer, ...older }).expect(409)).body.code).toBe('stale_save');
  expect((await as(learner).get(`/api/attempts/${id}`)).body.questions[at - 1].response.text).toBe('3,5');
});

it('refuses an answer to what was not asked, or that does not fit', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const at = kindAt(questions, 'single');
  const answer = (response: unknown) => ({ lease, seq: 1, response, flagged: false });
  const code = async (position: number, body: object) =>
    (await save(learner, id, position, body).expect(422)).body.code;

  expect(await code(7, answer(null))).toBe('unknown_question');
  expect(await code(at, answer({ kind: 'numeric', text: '1' }))).toBe('response_misfit');
  expect(await code(at, answer({ kind: 'single', choice: 'z' }))).toBe('response_misfit');
  expect(await code(0, answer(null))).toBe('invalid');
  expect(await code(at, answer({ kind: 'single', choice: 'a', points: 9 }))).toBe('invalid');
  expect(await code(at, answer({ kind: 'numeric', text: '1'.repeat(41) }))).toBe('invalid');
  expect(await code(at, { ...answer(null), seq: 0 })).toBe('invalid');
  expect(await code(at, { ...answer(null), admin: true })).toBe('invalid');
});

it('keeps SQL and HTML in an answer as the text it is', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const at = kindAt(questions, 'numeric');
  const texts = [`'; drop table attempt; --`, '<script>alert(1)</script>', '\\u0041 "x" $1 ñ 🙂'];
  for (const [i, text] of texts.entries()) {
    await save(learner, id, at, { lease, seq: i + 1, response: { kind: 'numeric', text }, flagged: false }).expect(200);
    expect((await as(learner).get(`/api/attempts/${id}`)).body.questions[at - 1].response.text).toBe(text);
  }
  const nul = await save(learner, id, at, {
    lease,
    seq: 9,
    response: { kind: 'numeric', text: 'a\u0000' },
    flagged: false,
  });
  expect([400, 422]).toContain(nul.status);
});

it('takes saves until the deadline and its grace, and none after', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const at = kindAt(questions, 'single');
  const answer = (seq: number) => ({ lease, seq, response: answerTo('single'), flagged: false });

  await setDeadline(id, -5);
  await save(learner, id, at, answer(1)).expect(200);
  await setDeadline(id, -11);
  expect((await save(learner, id, at, answer(2)).expect(409)).body.code).toBe('attempt_ended');
  await save(learner, id, at, answer(1)).expect(200); // its acknowledgement was lost: it is saved, and is told so

  const { body } = await as(learner).get(`/api/attempts/${id}`).expect(200);
  expect(body.submittedAt).toBe(body.deadlineAt);
  expect(await rowOf(id)).toMatchObject({ endedBy: 'deadline', points: 1000 });
  await as(learner).put(`/api/attempts/${id}/lease`).send({ lease }).expect(409);
});

it('ends what nobody submitted, with what is saved', async () => {
  const { learner, enrolmentId } = await aStudent();
  const begun = await begin(learner, enrolmentId);
  await answerAll(learner, begun, ['single', 'matching']);
  await setDeadline(begun.id, -11);
  await db.run(`update pgboss.job set start_after = now() where data->>'attemptId' = $1`, [begun.id]);

  await startJobs();
  await eventually(async () => (await rowOf(begun.id)).submittedAt);
  expect(await rowOf(begun.id)).toMatchObject({ endedBy: 'deadline', points: 4000 });
  await app.get(EndAttempt).close(begun.id);
  expect(await audited(begun.id, 'attempt.end')).toBe(1);
});

it('does not end an attempt before its time', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await app.get(EndAttempt).close(id);
  expect((await rowOf(id)).submittedAt).toBeNull();
});

it('starts anew after an attempt that ran out unseen', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -60);
  const next = await begin(learner, enrolmentId);
  expect(next.id).not.toBe(id);
  expect(await rowOf(id)).toMatchObject({ endedBy: 'deadline', points: 0, grade: 10 });
});

it('ends once, however many submit', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  const answers = await heldBack('attempt', () => Promise.all(Array.from({ length: 6 }, () => submit(learner, id))));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(204));
  expect(await audited(id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
  const ended = await rowOf(id);
  await submit(learner, id).expect(204);
  expect(await rowOf(id)).toEqual(ended);
});

it('ends once when its learner submits as the deadline passes', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -11);
  await heldBack('attempt', () => Promise.all([submit(learner, id).expect(204), app.get(EndAttempt).close(id)]));
  expect(await audited(id, 'attempt.end')).toBe(1);
  expect(await waiting('completion-check', enrolmentId)).toBe(1);
  expect(await rowOf(id)).toMatchObject({ endedBy: 'deadline' });
});

it('counts every answer that it acknowledged, also while the attempt is being submitted', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const answer = ({ position, body }: (typeof questions)[number]) =>
    save(learner, id, position, { lease, seq: 1, response: answerTo(body.kind), flagged: false });

  const [, ...saves] = await heldBack('attempt_question', () =>
    Promise.all([submit(learner, id).expect(204), ...questions.map(answer)]),
  );
  const acknowledged = new Set(questions.filter((_, i) => saves[i]?.status === 200).map(({ position }) => position));
  const { body } = await as(learner).get(`/api/attempts/${id}/result`);
  const given = (body.questions as { position: number; points: number; maxPoints: number }[]).map(
    ({ position, points, maxPoints }) => ({ position, points, full: acknowledged.has(position) ? maxPoints : 0 }),
  );
  for (const { points, full } of given) expect(points).toBe(full);
  expect(body.points).toBe(given.reduce((sum, { points }) => sum + points, 0));
  for (const { status, body } of saves) if (status !== 200) expect(body.code).toBe('attempt_ended');
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
  expect((await rowOf(id)).leaseId).toBe(lease);
});
