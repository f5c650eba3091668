import { jest } from '@jest/globals';
import { Client } from 'pg';
import { as, heldBack } from '../support/app.ts';
import { answerTo } from '../support/make-course.ts';
import {
  aStudent,
  attemptRow,
  begin,
  lease,
  placeOf,
  resultOf,
  save,
  setDeadline,
  submit,
} from '../support/take-evaluation.ts';

it('refuses the saves of a tab that is behind, and shows it what is saved', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease: first, questions } = await begin(learner, enrolmentId);
  const at = placeOf(questions, 'true_false');
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
  const at = placeOf(questions, 'numeric');
  const newer = { lease, seq: 7, response: { kind: 'numeric', text: '3,5' }, flagged: false };

  const saved = await save(learner, id, at, newer).expect(200);
  expect(saved.body).toEqual({ seq: 7, savedAt: expect.any(String) });
  expect((await save(learner, id, at, newer).expect(200)).body).toEqual(saved.body);
  for (const older of [{ seq: 6 }, { response: { kind: 'numeric', text: '4' } }, { flagged: true }])
    expect((await save(learner, id, at, { ...newer, ...older }).expect(409)).body).toMatchObject({
      code: 'stale_save',
    });
  expect((await as(learner).get(`/api/attempts/${id}`)).body.questions[at - 1].response.text).toBe('3,5');
});

it('refuses an answer to what was not asked, or that does not fit', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const at = placeOf(questions, 'single');
  const answer = (response: unknown) => ({ lease, seq: 1, response, flagged: false });
  const code = async (position: number, body: object) =>
    String((await save(learner, id, position, body).expect(422)).body.code);

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
  const at = placeOf(questions, 'numeric');
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
  const at = placeOf(questions, 'single');
  const answer = (seq: number) => ({ lease, seq, response: answerTo('single'), flagged: false });

  await setDeadline(id, -5);
  await save(learner, id, at, answer(1)).expect(200);
  await setDeadline(id, -11);
  expect((await save(learner, id, at, answer(2)).expect(409)).body.code).toBe('attempt_ended');
  await save(learner, id, at, answer(1)).expect(200); // its acknowledgement was lost: it is saved, and is told so

  const { body } = await as(learner).get(`/api/attempts/${id}`).expect(200);
  expect(body.submittedAt).toBe(body.deadlineAt);
  expect(await attemptRow(id)).toMatchObject({ endedBy: 'deadline', points: 1000 });
  await as(learner).put(`/api/attempts/${id}/lease`).send({ lease }).expect(409);
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
  const body = await resultOf(learner, id);
  const given = body.questions.map(({ position, points, maxPoints }) => ({
    points,
    full: acknowledged.has(position) ? maxPoints : 0,
  }));
  for (const { points, full } of given) expect(points).toBe(full);
  expect(body.points).toBe(given.reduce((sum, { points }) => sum + points, 0));
  for (const { status, body } of saves) if (status !== 200) expect(body.code).toBe('attempt_ended');
});

it('asks the database three times at most for an attempt, a save and a session', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id, lease } = await begin(learner, enrolmentId);
  const asked = jest.spyOn(Client.prototype, 'query');
  try {
    await as(learner).get(`/api/attempts/${id}`).expect(200);
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockClear();
    await save(learner, id, 1, { lease, seq: 1, response: null, flagged: true }).expect(200);
    expect(asked).toHaveBeenCalledTimes(3);
  } finally {
    asked.mockRestore();
  }
});
