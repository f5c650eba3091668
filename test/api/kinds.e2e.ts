import { as } from '../support/app.ts';
import { moreKinds, secret } from '../support/question-kinds.ts';
import { solve } from '../support/right-answers.ts';
import { aStudent, answerAll, begin, placeOf, resultOf, save, submit } from '../support/take-evaluation.ts';

const made = { pool: moreKinds, evaluations: [{ draw: moreKinds.length }] };

it('takes every kind that a machine marks from start to result, by forms that are not those of the key', async () => {
  const { learner, enrolmentId } = await aStudent(made);
  const { id, lease, questions } = await begin(learner, enrolmentId);
  for (const { position, kind, right } of await solve(id)) {
    const asked = moreKinds.find(({ body }) => body.kind === kind);
    const response = kind === 'calculated' ? right : asked?.right;
    await save(learner, id, position, { lease, seq: 1, response, flagged: false }).expect(200);
  }
  await submit(learner, id).expect(204);
  const body = await resultOf(learner, id);
  expect(body).toMatchObject({ points: 8000, maxPoints: 8000, grade: 70 });
  expect(body.questions.map(({ verdict }) => verdict)).toEqual(Array(questions.length).fill('right'));
});

it('gives nothing to what is wrong, and tells each part', async () => {
  const { learner, enrolmentId } = await aStudent(made);
  const begun = await begin(learner, enrolmentId);
  await answerAll(learner, begun, []);
  const gaps = { kind: 'gaps', gaps: { acta: 'MINUTA', norma: 'ley' } };
  const at = placeOf(begun.questions, 'gaps');
  await save(learner, begun.id, at, { lease: begun.lease, seq: 2, response: gaps, flagged: false }).expect(200);
  await submit(learner, begun.id).expect(204);
  const { points, questions } = await resultOf(learner, begun.id);
  expect(points).toBe(1000);
  expect(questions.find(({ position }) => position === at)).toMatchObject({
    ...{ verdict: 'partial', points: 1000, options: { acta: 'right', km: 'missed', norma: 'wrong' } },
    solution: { kind: 'gaps', gaps: { acta: 'minuta', km: '40', norma: 'reglamento' } },
  });
});

it('asks with numbers of the attempt, explains with them, and tells no formula before', async () => {
  const { learner, enrolmentId } = await aStudent(made);
  const { id, questions } = await begin(learner, enrolmentId);
  const { text } = await as(learner).get(`/api/attempts/${id}`);
  for (const hidden of [secret, 'formula', 'v - s', 'accepted', 'minuta', '"correct"', 'drawn'])
    expect(text).not.toContain(hidden);
  const at = placeOf(questions, 'calculated');
  const [, v = '', s = ''] = /De ([\d.]+) faltan (\d)\./.exec(JSON.stringify(questions[at - 1]?.body)) ?? [];
  expect(Number(v.replace('.', '')) % 100).toBe(0);
  await submit(learner, id).expect(204);
  const { questions: seen } = await resultOf(learner, id);
  const right = String(Number(v.replace('.', '')) - Number(s)).replace(/\B(?=(\d{3})+$)/, '.');
  expect(seen.find(({ position }) => position === at)).toMatchObject({
    ...{ verdict: 'blank', solution: { kind: 'calculated', text: right } },
    feedback: `<p>${secret}: ${v} − ${s}</p>`,
  });
});

it.each([
  ['gaps', { kind: 'gaps', gaps: { nada: 'x' } }],
  ['gaps', { kind: 'gaps', gaps: { norma: 'decreto' } }],
  ['categorise', { kind: 'categorise', bins: { uno: 'cero' } }],
  ['hotspot', { kind: 'hotspot', areas: ['norte', 'sur'] }],
  ['short', { kind: 'numeric', text: '4' }],
])('refuses an answer to %s that speaks of what is not there: %j', async (kind, response) => {
  const { learner, enrolmentId } = await aStudent(made);
  const { id, lease, questions } = await begin(learner, enrolmentId);
  const answer = { lease, seq: 1, response, flagged: false };
  const { body } = await save(learner, id, placeOf(questions, kind), answer).expect(422);
  expect(body.code).toBe('response_misfit');
});

it('keeps of an essay only what prose may hold, and knows it again when it is sent twice', async () => {
  const response = { kind: 'essay', html: '<p>Bien</p>' } as const;
  const essay = {
    ...{ points: 1000, right: response, wrong: response },
    body: { kind: 'essay', prompt: '<p>Escribe</p>', minWords: null, maxWords: null },
    key: { kind: 'essay', guide: null, feedback: null, optionFeedback: {} },
  } as const;
  const { learner, enrolmentId } = await aStudent({ pool: [essay], evaluations: [{ draw: 1 }] });
  const { id, lease } = await begin(learner, enrolmentId);
  const html = '<p onclick="x()">Hola<script>x()</script><img src="x" onerror="x()"></p>';
  const answer = { lease, seq: 1, response: { kind: 'essay', html }, flagged: false } as const;
  await save(learner, id, 1, answer).expect(200);
  await save(learner, id, 1, answer).expect(200);
  const { body } = await as(learner).get(`/api/attempts/${id}`).expect(200);
  expect(body.questions[0].response.html).toBe('<p>Hola</p>');
});
