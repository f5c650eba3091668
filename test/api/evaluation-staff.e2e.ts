import { anonymous, as, eventually, startJobs } from '../support/app.ts';
import { aRoom, grade, nothing, start } from '../support/evaluation-room.ts';
import { anEdition, inDays } from '../support/make-course.ts';
import { aGovernment, staff } from '../support/make.ts';
import { audited, begin, evaluation, lease, resultOf, save, take } from '../support/take-evaluation.ts';

it('lets an edition say otherwise than its version, and tells the learner what holds', async () => {
  const { learner, enrolmentId, tutor, at, set, edition } = await aRoom();
  const closesAt = inDays(5).toISOString();
  await set({
    minutes: 45,
    attempts: 1,
    demand: 50,
    minGrade: 20,
    rounding: 'down',
    closesAt,
    sequential: true,
  }).expect(204);

  const { body } = await as(learner).get(evaluation(enrolmentId)).expect(200);
  expect(body.rules).toMatchObject({
    ...{
      minutes: 45,
      attempts: 1,
      demand: 50,
      minGrade: 20,
      rounding: 'down',
      closesAt,
      sequential: true,
      keep: 'best',
    },
  });
  const seen = await as(tutor).get(at).expect(200);
  expect(seen.body).toMatchObject({
    ...{ key: 'control', governs: true, version: { minutes: 20, demand: 60 } },
    setting: { minutes: 45, perPage: null, hasPassword: false, changedBy: 'Javiera Millán Soto' },
  });
  const list = await as(tutor).get(`/api/editions/${edition.id}/evaluations`).expect(200);
  expect(list.body.items).toEqual([expect.objectContaining({ key: 'control', closesAt, minutes: 45, changed: true })]);
  await take(learner, enrolmentId, ['single', 'multiple', 'true_false', 'numeric']).catch(() => undefined);
  expect(await audited(edition.id, 'evaluation.configure')).toBe(1);
});

it('refuses settings that do not hold together, by field', async () => {
  const { set } = await aRoom();
  const fault = async (said: object) => (await set(said).expect(422)).body as object;
  expect(await fault({ opensAt: inDays(2).toISOString(), closesAt: inDays(1).toISOString() })).toMatchObject({
    ...{ code: 'wrong_dates', errors: [{ path: 'closesAt' }] },
  });
  expect(await fault({ releaseScore: 'date' })).toMatchObject({ errors: [{ path: 'releaseScoreAt' }] });
  for (const wrong of [{ demand: 100 }, { attempts: 0 }, { minGrade: 15 }, { draw: 3 }, { password: 'abc' }])
    expect(await fault(wrong)).toMatchObject({ code: 'invalid' });
});

it('opens and closes in its window, and asks for a wait between attempts', async () => {
  const { learner, enrolmentId, set } = await aRoom();
  await set({ opensAt: inDays(1).toISOString() }).expect(204);
  expect((await start(learner, enrolmentId).expect(409)).body.code).toBe('evaluation_not_open');
  await set({ closesAt: inDays(-1).toISOString() }).expect(204);
  expect((await start(learner, enrolmentId).expect(409)).body.code).toBe('evaluation_closed');
  await set({ waitMinutes: 60 }).expect(204);
  await take(learner, enrolmentId);
  expect((await start(learner, enrolmentId).expect(409)).body.code).toBe('wait_between_attempts');
  const { body } = await as(learner).get(evaluation(enrolmentId)).expect(200);
  expect(new Date(body.waitUntil as string).getTime()).toBeGreaterThan(Date.now() + 59 * 60_000);
});

it('lets in whoever knows the word, tells it to nobody, and takes ten tries', async () => {
  const { learner, enrolmentId, tutor, at, set } = await aRoom();
  await set({ password: 'faro austral' }).expect(204);
  for (const url of [evaluation(enrolmentId)]) expect((await as(learner).get(url)).text).not.toMatch(/faro|hash/i);
  expect((await as(tutor).get(at)).text).not.toMatch(/faro austral|Hash/);
  const code = async (password?: string) => (await start(learner, enrolmentId, { password })).body.code as string;
  expect(await code()).toBe('wrong_evaluation_password');
  for (let i = 0; i < 9; i++) expect(await code('otra clave')).toBe('wrong_evaluation_password');
  await start(learner, enrolmentId, { password: 'faro austral' }).expect(201);
  const other = await aRoom();
  await other.set({ password: 'faro austral' }).expect(204);
  for (let i = 0; i < 10; i++) await start(other.learner, other.enrolmentId, { password: 'no' }).expect(422);
  const late = await start(other.learner, other.enrolmentId, { password: 'faro austral' }).expect(429);
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
});

it('has no way back where it is sequential', async () => {
  const { learner, enrolmentId, set } = await aRoom();
  await set({ sequential: true }).expect(204);
  const { id, lease: held } = await begin(learner, enrolmentId);
  const answer = (position: number, seq: number) =>
    save(learner, id, position, { lease: held, seq, response: null, flagged: true });
  const go = (from: number, of = held) => as(learner).put(`/api/attempts/${id}/reached`).send({ lease: of, from });

  await answer(1, 1).expect(200);
  expect((await answer(2, 1).expect(409)).body.code).toBe('question_closed');
  expect((await go(1).expect(200)).body).toEqual({ reached: 2 });
  expect((await go(1).expect(200)).body).toEqual({ reached: 2 });
  expect((await answer(1, 2).expect(409)).body.code).toBe('question_closed');
  await answer(2, 1).expect(200);
  expect((await go(2, lease()).expect(409)).body.code).toBe('stale_save');
  for (let at = 2; at < 6; at++) await go(at).expect(200);
  expect((await go(6).expect(200)).body).toEqual({ reached: 6 });
  expect((await as(learner).get(`/api/attempts/${id}`)).body).toMatchObject({
    sequential: true,
    perPage: 'one',
    reached: 6,
  });
});

it('releases score, answers and feedback apart', async () => {
  const { learner, enrolmentId, tutor, at, set } = await aRoom();
  await set({ releaseScore: 'submission', releaseAnswers: 'hand', releaseFeedback: 'closing' }).expect(204);
  const id = await take(learner, enrolmentId);
  expect(await resultOf(learner, id)).toMatchObject({ grade: 70, questions: [], release: { answers: { at: null } } });
  await as(tutor).post(`${at}/release`).expect(204);
  const after = await resultOf(learner, id);
  expect(after.questions).toHaveLength(6);
  expect(after.questions[0]).toMatchObject({ verdict: 'right', feedback: null, optionFeedback: {} });
});

it('publishes notas when somebody says so, and not before', async () => {
  const { learner, enrolmentId, tutor, at, set } = await aRoom();
  await set({ releaseScore: 'hand' }).expect(204);
  const id = await take(learner, enrolmentId);
  expect(await resultOf(learner, id)).toMatchObject({ grade: null, points: null });
  expect(await grade(enrolmentId)).toBeNull();
  await startJobs();
  await as(tutor).post(`${at}/release`).expect(204);
  await eventually(() => grade(enrolmentId));
  expect(await resultOf(learner, id)).toMatchObject({ grade: 70 });
});

it('is for those who run the edition, and for nobody else', async () => {
  const { learner, enrolmentId, edition, course, at } = await aRoom();
  const { id } = await begin(learner, enrolmentId);
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  await aGovernment('05', 'Valparaíso');
  const strangers = [
    [await staff({ role: 'tutor', editionId: elsewhere.id }), 404],
    [await staff({ role: 'coordinator', regionCut: '05' }), 403],
    [learner, 403],
  ] as const;
  const reason = 'Prueba';
  const routes: ['get' | 'post' | 'put', string, object?][] = [
    ['get', `/api/editions/${edition.id}/evaluations`],
    ['get', at],
    ['put', `${at}/settings`, nothing],
    ['post', `${at}/release`],
    ['get', `${at}/attempts`],
    ['get', `/api/staff/attempts/${id}`],
    ['post', `/api/staff/attempts/${id}/reopening`, { minutes: 5, reason }],
    ['post', `/api/staff/attempts/${id}/time`, { minutes: 5, reason }],
    ['post', `/api/staff/attempts/${id}/annulment`, { reason }],
  ];
  for (const [method, path, body] of routes) {
    for (const [someone, status] of strangers) {
      const answer = await as(someone)[method](path).send(body);
      expect([path, answer.status]).toEqual([path, status]);
    }
    expect((await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body)).status).toBe(401);
  }
  // a tutor of one region within the edition reaches its people, and not the rules of everyone
  const partly = await staff({ role: 'tutor', editionId: edition.id, regionCut: '05' });
  await as(partly).get(at).expect(200);
  await as(partly).put(`${at}/settings`).send(nothing).expect(404);
  await as(partly).get(`/api/staff/attempts/${id}`).expect(404);
  expect((await as(partly).get(`${at}/attempts`).expect(200)).body.items).toEqual([]);
});
