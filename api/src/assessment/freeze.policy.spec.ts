import fc from 'fast-check';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { freeze, type PoolQuestion } from './freeze.policy.ts';

const told = { feedback: null, optionFeedback: {} };
const options = (ids: string) => Array.from(ids, (id) => ({ id, html: id }));
const question = (id: string, body: QuestionBody, answerKey: AnswerKey): PoolQuestion => ({
  ...{ id, slot: 1, section: null, draw: 1, met: false, points: 1000 },
  ...{ body, answerKey },
});
const mixed = { questions: true, options: true };
/** Of one place that asks `n` of these. */
const freezeOf = (seed: bigint, pool: readonly PoolQuestion[], n: number) =>
  freeze(
    seed,
    pool.map((one) => ({ ...one, draw: n })),
    mixed,
  );
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
      const frozen = freezeOf(seed, pool, n);
      expect(frozen.map(({ position }) => position)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
      expect(new Set(frozen.map(({ questionVersionId }) => questionVersionId)).size).toBe(n);
      expect(freezeOf(seed, pool, n)).toEqual(frozen);
      const found = frozen.find(({ questionVersionId }) => questionVersionId === 'single');
      if (found) expect(found.optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }),
  );
});

test('a pool that is smaller than the draw is given whole', () => expect(freezeOf(1n, [single], 8)).toHaveLength(1));

const plain = (id: string, of: Partial<PoolQuestion> = {}): PoolQuestion => ({ ...numeric, id, ...of });
const idsOf = (frozen: ReturnType<typeof freeze>) => frozen.map(({ questionVersionId }) => questionVersionId);

test('what was not met before comes first, and what was met only where the pool has no other', () => {
  fc.assert(
    fc.property(seed, fc.array(fc.boolean(), { minLength: 4, maxLength: 9 }), (seed, met) => {
      const pool = met.map((met, i) => plain(`q${i}`, { met, draw: 4 }));
      const asked = idsOf(freeze(seed, pool, mixed));
      expect(new Set(asked).size).toBe(4);
      const fresh = pool.filter((one) => !one.met).map(({ id }) => id);
      expect(asked.filter((id) => fresh.includes(id))).toHaveLength(Math.min(4, fresh.length));
    }),
  );
});

test('sections come in their order, each with its own; a question of two pools is asked once', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const pool = [
        plain('fixed', { slot: 1, section: 'Uno' }),
        ...['a', 'b', 'shared'].map((id) => plain(id, { slot: 2, section: 'Uno', draw: 2 })),
        ...['shared', 'c', 'd'].map((id) => plain(id, { slot: 3, section: 'Dos', draw: 2 })),
      ];
      const frozen = freeze(seed, pool, mixed);
      expect(frozen.map(({ section }) => section)).toEqual(['Uno', 'Uno', 'Uno', 'Dos', 'Dos']);
      expect(idsOf(frozen).slice(0, 3)).toContain('fixed');
      expect(new Set(idsOf(frozen)).size).toBe(5);
    }),
  );
});

test('without shuffling, questions and options come as they were written, and what must be ordered still does not', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const pool = [plain('a', { draw: 2 }), plain('b', { draw: 2 }), plain('c', { draw: 2 }), { ...single, slot: 2 }];
      const frozen = freeze(seed, [...pool, { ...ordering('abc'), slot: 3 }], { questions: false, options: false });
      expect(idsOf(frozen)).toEqual(idsOf(frozen).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(frozen.at(-2)?.optionOrder).toEqual([]);
      expect(frozen.at(-1)?.optionOrder).not.toEqual(['a', 'b', 'c']);
    }),
  );
});
const order = ['a', 'b', 'c', 'single', 'ordering-abc'];
