import fc from 'fast-check';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { arrange, arrangementOf } from './arrange.policy.ts';

const told = { feedback: null, optionFeedback: {} };
const options = (ids: string) => Array.from(ids, (id) => ({ id, html: id }));
const question = (id: string, body: QuestionBody, answerKey: AnswerKey) => ({ id, body, answerKey });
const ordering = (ids: string) =>
  question(
    `ordering-${ids}`,
    { kind: 'ordering', prompt: '', items: options(ids) },
    { kind: 'ordering', order: Array.from(ids), ...told },
  );
const single = question(
  'single',
  { kind: 'single', prompt: '', options: options('abcd') },
  { kind: 'single', correct: 'b', ...told },
);
const matching = question(
  'matching',
  { kind: 'matching', prompt: '', left: options('xyz'), right: options('abc') },
  { kind: 'matching', pairs: { x: 'a', y: 'b', z: 'c' }, ...told },
);
const numeric = question(
  'numeric',
  { kind: 'numeric', prompt: '', unit: null },
  { kind: 'numeric', value: '1', tolerance: '0', relative: false, ...told },
);
const seed = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });

test('what must be put in order is never shown in order', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      for (const asked of [ordering('abc'), ordering('abcd')]) {
        const { optionOrder } = arrangementOf(seed, asked);
        expect(optionOrder).not.toEqual(optionOrder.toSorted());
      }
    }),
    { numRuns: 500 },
  );
});

test('two items come in either order, or the order would tell', () => {
  const shown = Array.from({ length: 40 }, (_, i) => arrangementOf(BigInt(i), ordering('ab')).optionOrder.join(''));
  expect(new Set(shown)).toEqual(new Set(['ab', 'ba']));
});

test('a question is shown in its frozen order, and pairs keep their left side', () => {
  expect(arrange(single.body, ['c', 'a', 'd', 'b'])).toEqual({ ...single.body, options: options('cadb') });
  expect(arrange(matching.body, ['c', 'a', 'b'])).toEqual({ ...matching.body, right: options('cab') });
  expect(arrange(ordering('abc').body, ['c', 'b', 'a'])).toEqual({ ...ordering('abc').body, items: options('cba') });
  expect(arrange(numeric.body, [])).toEqual(numeric.body);
});
