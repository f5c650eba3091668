import { anonymous, as } from '../support/app.ts';
import { anAuthor, aQuestion } from '../support/make-question.ts';
import { aLearner, staff } from '../support/make.ts';

const calculated = {
  points: 2000,
  body: { kind: 'calculated', prompt: 'Suma {a} y {b}', unit: 'km' },
  answerKey: {
    ...{ kind: 'calculated', formula: 'a + b', tolerance: '0', feedback: 'Se suman.', optionFeedback: {} },
    variables: ['a', 'b'].map((name) => ({ name, min: '1', max: '9', step: '1' })),
  },
};

it('shows a draft as a learner meets it, and marks a try of it', async () => {
  const me = await anAuthor();
  const preview = (body: object) => as(me).post('/api/questions/preview').send(body);
  const shown = await preview({ wording: calculated, seed: 7 }).expect(200);
  const { a, b } = shown.body.drawn;
  expect(shown.body).toMatchObject({ body: { prompt: `Suma ${a} y ${b}` }, result: null });
  expect(JSON.stringify(shown.body)).not.toContain('Se suman');
  const response = { kind: 'calculated', text: String(Number(a) + Number(b)) };
  const { result } = (await preview({ wording: calculated, seed: 7, response }).expect(200)).body;
  expect(result).toMatchObject({ points: 2000, verdict: 'right', feedback: 'Se suman.' });
  const broken = { ...calculated, answerKey: { ...calculated.answerKey, formula: 'a +' } };
  const { body } = await preview({ wording: broken, seed: 7 }).expect(422);
  expect(body.errors).toContainEqual({ path: 'wording.answerKey.formula', code: 'unreadable' });
  await preview({ wording: calculated, seed: 7, response: { kind: 'single', choice: 'a' } }).expect(422);
});

it('marks a try of a saved question, without a trace', async () => {
  const { id } = await aQuestion(await anAuthor(), 'Una para probar');
  const tutor = await staff({ role: 'tutor' });
  const attempt = (response: object | null) => as(tutor).post(`/api/questions/${id}/try`).send({ seed: 3, response });
  expect((await attempt(null).expect(200)).body).toMatchObject({ result: null, points: 1000 });
  expect((await attempt({ kind: 'single', choice: 'b' }).expect(200)).body.result).toMatchObject({
    ...{ points: 0, verdict: 'wrong', options: { a: 'missed', b: 'wrong' }, optionFeedback: { b: 'No es esa.' } },
  });
  await as(await aLearner())
    .post(`/api/questions/${id}/try`)
    .send({ seed: 3 })
    .expect(403);
  await anonymous().post(`/api/questions/${id}/try`).set('sec-fetch-site', 'same-origin').send({ seed: 3 }).expect(401);
});

const drawing = (inside = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">${inside}</svg>`;

it('keeps pictures told by their content, and none that could run', async () => {
  const me = await anAuthor();
  const send = (bytes: string | Buffer) =>
    as(me).post('/api/question-media').set('content-type', 'application/octet-stream').send(Buffer.from(bytes));
  const { body } = await send(drawing('<path d="M0 0h40"/>')).expect(201);
  expect(body).toMatchObject({ width: 40, height: 30 });
  await anonymous().get(body.src).expect(200);
  for (const bytes of [drawing('<script>x</script>'), drawing('<a href="http://malo.cl"/>'), 'GIF89a', '%PDF-1.4'])
    expect((await send(bytes).expect(422)).body).toMatchObject({
      code: 'wrong_image',
      detail: { remedy: expect.any(String) as string },
    });
  await send(Buffer.alloc(2_000_001)).expect(413);
  await as(me).post('/api/question-media').send({ a: 1 }).expect(415);
  const hotspot = {
    points: 1000,
    body: {
      ...{ kind: 'hotspot', prompt: 'Marca el puerto', many: false, picture: { ...body, alt: 'Plano' } },
      areas: ['a', 'b'].map((id, n) => ({
        id,
        name: id,
        shape: { type: 'circle', centre: { x: n * 500, y: 9 }, radius: 50 },
      })),
    },
    answerKey: { kind: 'hotspot', correct: ['a'], feedback: null, optionFeedback: {} },
  };
  const about = { categoryId: null, topic: null, difficulty: null, outcome: null, territories: [], tags: [] };
  await as(me).post('/api/questions').send({ about, wording: hotspot }).expect(201);
});
