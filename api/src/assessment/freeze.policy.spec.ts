import fc from 'fast-check';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { freeze, type PoolQuestion } from './freeze.policy.ts';

const told = { feedback: null, optionFeedback: {} };
const options = (ids: string) => Array.from(ids, (id) => ({ id, html: id }));
const question = (id: string, body: QuestionBody, answerKey: AnswerKey): PoolQuestion => ({
  id,
  points: 1000,
  body,
  answerKey,
});
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
const pool = [single, matching, numeric, ordering('abc'), ordering('abcd')];
const seed = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });

test('positions run from one, without repetition, and the options are those of the question', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: pool.length }), (seed, n) => {
      const frozen = freeze(seed, pool, n);
      expect(frozen.map(({ position }) => position)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
      expect(new Set(frozen.map(({ questionVersionId }) => questionVersionId)).size).toBe(n);
      expect(freeze(seed, pool, n)).toEqual(frozen);
      const found = frozen.find(({ questionVersionId }) => questionVersionId === 'single');
      if (found) expect(found.optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }),
  );
});

test('a pool that is smaller than the draw is given whole', () => expect(freeze(1n, [single], 8)).toHaveLength(1));
