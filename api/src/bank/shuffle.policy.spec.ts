import fc from 'fast-check';
import { below, draw, generatorName, random, shuffle } from './shuffle.policy.ts';

const seed = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const pool = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 40 });
const letters = Array.from('abcdefghij');
const sorted = (items: readonly number[]) => items.toSorted((a, b) => a - b);

/** Pearson's statistic of counts that should all be alike. */
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe('the draws of this generator are kept for ever', () => {
  test('its name', () => expect(generatorName).toBe('xoshiro128ss-1'));

  test.each([
    [0n, 'cbahg'],
    [1n, 'fedhc'],
    [-1n, 'ichag'],
    [9_007_199_254_740_993n, 'icfbh'],
  ])('seed %d draws five of ten: %s', (seed, drawn) => expect(draw(seed, letters, 5).join('')).toBe(drawn));

  test.each([
    [0n, 'linea-base', 'fbeidhajcg'],
    [0n, 'ñandú', 'cdafhbeijg'],
    [42n, 'linea-base', 'cgabjehifd'],
  ])('seed %d shuffles «%s»: %s', (seed, stream, order) => expect(shuffle(seed, stream, letters).join('')).toBe(order));

  test('its first numbers', () => {
    const next = random(42n, 'draw');
    expect([next(), next(), next()]).toEqual([351_159_843, 905_141_866, 362_360_039]);
  });
});

test('a draw has no repetition, is of the pool, and is the same again', () => {
  fc.assert(
    fc.property(seed, pool, fc.double({ min: 0, max: 1, noNaN: true }), (seed, pool, part) => {
      const n = Math.floor(part * pool.length);
      const drawn = draw(seed, pool, n);
      expect(drawn).toHaveLength(n);
      expect(new Set(drawn).size).toBe(n);
      expect(pool).toEqual(expect.arrayContaining(drawn));
      expect(draw(seed, pool, n)).toEqual(drawn);
    }),
  );
});

test('a shuffle is a permutation, the same again, and leaves what it was given', () => {
  fc.assert(
    fc.property(seed, fc.string(), pool, (seed, stream, items) => {
      const before = [...items];
      const shuffled = shuffle(seed, stream, items);
      expect(sorted(shuffled)).toEqual(sorted(items));
      expect(shuffle(seed, stream, items)).toEqual(shuffled);
      expect(items).toEqual(before);
    }),
  );
});

test('a signed seed and its unsigned reading are one', () => {
  fc.assert(
    fc.property(seed, (seed) => expect(draw(seed, letters, 10)).toEqual(draw(BigInt.asUintN(64, seed), letters, 10))),
  );
});

test('an integer below n is below n', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: 2 ** 32 }), (seed, n) => {
      const drawn = below(n, random(seed, ''));
      expect(Number.isInteger(drawn) && drawn >= 0 && drawn < n).toBe(true);
    }),
  );
});

test('what would favour the low integers is thrown away', () => {
  const values = [2 ** 32 - 1, 2 ** 32 - 2, 7];
  expect(below(3 * 2 ** 29, () => values.shift() ?? 0)).toBe(7);
});

test('more than there is cannot be drawn', () => expect(() => draw(1n, letters, 11)).toThrow(RangeError));

describe('over many seeds', () => {
  const seeds = Array.from({ length: 24_000 }, (_, i) => BigInt(i));
  const tally = (size: number, of: (seed: bigint) => number) => {
    const counts = Array<number>(size).fill(0);
    for (const seed of seeds) counts[of(seed)] = (counts[of(seed)] ?? 0) + 1;
    return counts;
  };

  // Limits are the 99,9 % quantile of chi-square for 9 and 23 degrees of freedom; the seeds are fixed, so this never flickers.
  test('each of ten is drawn first as often', () =>
    expect(chiSquare(tally(10, (seed) => letters.indexOf(draw(seed, letters, 1)[0] ?? '')))).toBeLessThan(27.9));

  test('each of ten is drawn fourth as often', () =>
    expect(chiSquare(tally(10, (seed) => letters.indexOf(draw(seed, letters, 4)[3] ?? '')))).toBeLessThan(27.9));

  test('each of the 24 orders of four options comes as often', () => {
    const orders: string[] = [];
    const counts = tally(24, (seed) => {
      const order = shuffle(seed, 'q1', ['a', 'b', 'c', 'd']).join('');
      if (!orders.includes(order)) orders.push(order);
      return orders.indexOf(order);
    });
    expect(chiSquare(counts)).toBeLessThan(49.8);
  });

  test('two questions of an attempt are shuffled independently', () => {
    const first = (seed: bigint, stream: string) =>
      ['a', 'b', 'c'].indexOf(shuffle(seed, stream, ['a', 'b', 'c'])[0] ?? '');
    expect(chiSquare(tally(9, (seed) => first(seed, 'q1') * 3 + first(seed, 'q2')))).toBeLessThan(26.2);
  });
});
