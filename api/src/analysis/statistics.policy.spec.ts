import fc from 'fast-check';
import { alphaOf, correlation, errorOf } from './statistics.policy.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((value, i) => (value - mean(a)) * (b[i]! - mean(b))));
const variance = (values: readonly number[]) => covariance(values, values);
const column = (rows: readonly (readonly number[])[], i: number) => rows.map((row) => row[i]!);
const total = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0);
const ofTable = (rows: readonly (readonly number[])[]) =>
  alphaOf(
    rows[0]!.map((_, i) => ({ people: rows.length, variance: variance(column(rows, i)) })),
    rows.length,
    variance(rows.map(total)),
  );

/** Ten people, ten questions: Wuensch, K. L., «The Kuder-Richardson 20», East Carolina University. */
const wuensch = [
  '1111110110',
  '1011011101',
  '1111011001',
  '0010001000',
  '0000010010',
  '1110111111',
  '1101110111',
  '1111111101',
  '0101111101',
  '1101101110',
].map((row) => [...row].map(Number));

test('gives the difficulties, variances and reliability of a published table', () => {
  const p = wuensch[0]!.map((_, i) => mean(column(wuensch, i)));
  expect(p).toEqual([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]);
  expect(variance(wuensch.map(total))).toBeCloseTo(5.84, 10);
  expect(ofTable(wuensch)).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 10);
  expect(errorOf(5.84, ofTable(wuensch)!)).toBeCloseTo(1.3317, 3);
});

const table = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 30 })).chain(([items, people]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: items, maxLength: items }), {
    minLength: people,
    maxLength: people,
  }),
);

test('is the mean covariance between questions over the mean of all cells, which is alpha written otherwise', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const k = rows[0]!.length;
      const cells = rows[0]!.map((_, i) => rows[0]!.map((_, j) => covariance(column(rows, i), column(rows, j))));
      const all = total(cells.map(total));
      fc.pre(all > 1);
      const between = (all - total(cells.map((row, i) => row[i]!))) / (k * (k - 1));
      expect(ofTable(rows)).toBeCloseTo((between * k * k) / all, 6);
    }),
  );
});

test('correlates as ranks of equal steps do, never beyond one, and not at all what does not vary', () => {
  const of = (x: number[], y: number[]) =>
    correlation({ varianceX: variance(x), varianceY: variance(y), covariance: covariance(x, y) });
  expect(of([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(of([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12);
  // d² = 0, 1, 1, 0, 0 in Spearman's 1 − 6 Σd² / n(n² − 1)
  expect(of([1, 2, 3, 4, 5], [1, 3, 2, 4, 5])).toBeCloseTo(0.9, 12);
  expect(of([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(correlation({ varianceX: null, varianceY: 1, covariance: null })).toBeNull();
});

test('knows no reliability of one question, nor of equal totals, and an error of all where there is none', () => {
  expect(alphaOf([{ people: 5, variance: 1 }], 5, 1)).toBeNull();
  expect(ofTable([[1, 0], [0, 1]])).toBeNull(); // prettier-ignore
  expect(errorOf(4, -0.3)).toBe(2);
});
