import fc from 'fast-check';
import { differences, type Pair, strengthOf, weightedKappa } from './agreement.policy.ts';

const times = (n: number, pair: Pair): Pair[] => Array.from({ length: n }, () => pair);

/** The formula as Cohen wrote it, cell by cell over the table of who gave what. */
function byTable(pairs: readonly Pair[]): number {
  const values = [...new Set(pairs.flat())];
  const share = (test: (pair: Pair) => boolean) => pairs.filter(test).length / pairs.length;
  let [observed, expected] = [0, 0];
  for (const a of values)
    for (const b of values) {
      const weight = (a - b) ** 2;
      observed += weight * share(([x, y]) => x === a && y === b);
      expected += weight * share(([x]) => x === a) * share(([, y]) => y === b);
    }
  return 1 - observed / expected;
}

test('gives what scikit-learn publishes for its worked example (cohen_kappa_score, weights="quadratic")', () => {
  const table = [...times(46, [0, 0]), ...times(4, [1, 0]), ...times(40, [1, 1]), ...times(10, [2, 2])];
  expect(weightedKappa(table)).toBeCloseTo(0.9541, 4);
});

test('of two categories it is the plain kappa: 0,348 in table 1 of Artstein and Poesio (2008)', () => {
  const table = [...times(20, [0, 0]), ...times(20, [0, 1]), ...times(10, [1, 0]), ...times(50, [1, 1])];
  expect(weightedKappa(table)).toBeCloseTo(0.348, 3);
});

const pairs = fc.array(fc.tuple(fc.integer({ min: 10, max: 70 }), fc.integer({ min: 10, max: 70 })), { minLength: 2 });

test('is the same as cell by cell, whoever is called first, in any order, and at most 1', () => {
  fc.assert(
    fc.property(pairs, (pairs) => {
      const kappa = weightedKappa(pairs);
      if (kappa === null) return;
      expect(kappa).toBeLessThanOrEqual(1);
      expect(kappa).toBeCloseTo(byTable(pairs), 9);
      expect(weightedKappa(pairs.map(([a, b]) => [b, a]))).toBeCloseTo(kappa, 9);
      expect(weightedKappa([...pairs].reverse())).toBeCloseTo(kappa, 9);
    }),
  );
});

test('is 1 for those who always agree, and not defined where nothing differs', () => {
  const agreed: Pair[] = [
    [40, 40],
    [55, 55],
  ];
  expect(weightedKappa(agreed)).toBe(1);
  expect(weightedKappa(times(5, [40, 40]))).toBeNull();
  expect(weightedKappa([[40, 50]])).toBeNull();
});

test('says who gives more, and how far apart they are', () => {
  const given: Pair[] = [
    [40, 50],
    [60, 55],
  ];
  expect(differences(given)).toEqual({ mean: 2.5, absolute: 7.5 });
  expect(differences([])).toBeNull();
});

test.each([
  [-0.1, 'poor'],
  [0, 'slight'],
  [0.405, 'moderate'],
  [0.61, 'substantial'],
  [0.95, 'almost_perfect'],
])('a kappa of %d is %s', (kappa, strength) => expect(strengthOf(kappa)).toBe(strength));
