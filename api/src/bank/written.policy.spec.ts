import fc from 'fast-check';
import { AnswerKey, type QuestionBody, type QuestionResponse } from '../content/question.schema.ts';
import { drawNumbers, fillIn } from './calculated.policy.ts';
import { fits, score, solutionOf } from './scoring.policy.ts';

const none = { feedback: null, optionFeedback: {} };

test.each([
  ['Línea base', {}, true],
  ['  linea   BASE ', {}, true],
  ['li\u0301nea base', {}, true],
  ['linea base', { matchAccents: true }, false],
  ['línea base', { matchCase: true }, false],
  ['línea', {}, false],
])('%j among the accepted, %j: %s', (text, rules, right) => {
  const key = AnswerKey.parse({ kind: 'short', accepted: ['Línea base'], ...rules, ...none });
  const { verdict } = score({ kind: 'short', prompt: '' }, key, 1, { kind: 'short', text });
  expect(verdict).toBe(right ? 'right' : 'wrong');
});

test('«ano» is not «año»', () => {
  const key = AnswerKey.parse({ kind: 'short', accepted: ['año'], ...none });
  expect(score({ kind: 'short', prompt: '' }, key, 1, { kind: 'short', text: 'ano' }).points).toBe(0);
  expect(score({ kind: 'short', prompt: '' }, key, 1, { kind: 'short', text: 'AÑO' }).points).toBe(1);
});

test.each<[QuestionBody['kind'], QuestionBody, QuestionResponse, 'pending' | 'blank']>([
  [
    'essay',
    { kind: 'essay', prompt: '', minWords: null, maxWords: null },
    { kind: 'essay', html: '<p>Sí</p>' },
    'pending',
  ],
  [
    'essay',
    { kind: 'essay', prompt: '', minWords: 9, maxWords: 9 },
    { kind: 'essay', html: '<p>&nbsp; </p>' },
    'blank',
  ],
  [
    'file',
    { kind: 'file', prompt: '', maxFiles: 1, maxBytes: 1, types: [] },
    { kind: 'file', files: ['f'] },
    'pending',
  ],
  ['file', { kind: 'file', prompt: '', maxFiles: 1, maxBytes: 1, types: [] }, { kind: 'file', files: [] }, 'blank'],
])('a person marks %s: %j %j is %s', (kind, body, response, verdict) => {
  const key = AnswerKey.parse({ kind, guide: null, ...none });
  expect(score(body, key, 9, response)).toEqual({ points: verdict === 'blank' ? 0 : null, verdict, options: {} });
  expect(solutionOf(key)).toBeNull();
});

test('no more files than asked for', () =>
  expect(
    fits({ kind: 'file', prompt: '', maxFiles: 1, maxBytes: 1, types: [] }, { kind: 'file', files: ['a', 'b'] }),
  ).toBe(false));

test('numbers that leave no answer cost nobody points', () => {
  const key = AnswerKey.parse({
    ...{ kind: 'calculated', formula: '1 / a', tolerance: '0', ...none },
    variables: [{ name: 'a', min: '0', max: '0', step: '1' }],
  });
  const body: QuestionBody = { kind: 'calculated', prompt: '', unit: null };
  expect(score(body, key, 9, { kind: 'calculated', text: '3' }, { a: '0' })).toMatchObject({ points: 9 });
  expect(solutionOf(key, { a: '0' })).toBeNull();
});

test('the exact answer and the one that is shown both count', () => {
  const key = AnswerKey.parse({
    ...{ kind: 'calculated', formula: 'a / 3', tolerance: '0.0001', decimals: 1, ...none },
    variables: [{ name: 'a', min: '1', max: '1', step: '1' }],
  });
  const verdictOf = (text: string) =>
    score({ kind: 'calculated', prompt: '', unit: null }, key, 1, { kind: 'calculated', text }, { a: '1' }).verdict;
  expect(['0,3', '0,3333', '0,33'].map(verdictOf)).toEqual(['right', 'right', 'wrong']);
});

test('numbers are drawn within their range, alike for a seed, and written as people read them', () => {
  const key = AnswerKey.parse({
    ...{ kind: 'calculated', formula: '1 / (a - b)', tolerance: '0', ...none },
    variables: [
      { name: 'a', min: '1000', max: '1002', step: '0.5' },
      { name: 'b', min: '1000', max: '1002', step: '0.5' },
    ],
  });
  if (key.kind !== 'calculated') throw new Error('of another kind');
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n }), (seed) => {
      const drawn = drawNumbers(seed, 'q', key);
      expect(drawn).toEqual(drawNumbers(seed, 'q', key));
      expect(drawn['a']).not.toBe(drawn['b']);
      for (const number of Object.values(drawn)) expect(number).toMatch(/^100[012]\.[05]$/);
    }),
  );
  expect(fillIn('{a} y {b}, {c} y {constructor}', { a: '1000.5', b: '-2' })).toBe('1.000,5 y −2, {c} y {constructor}');
});
