import fc from 'fast-check';
import { combine, counting, exactGrade, grade, pointsFor, scaleOf } from './nota.policy.ts';

const usual = scaleOf(60);

test.each([
  [0, 10],
  [10, 15],
  [30, 25],
  [59, 40],
  [60, 40],
  [65, 44],
  [80, 55],
  [95, 66],
  [100, 70],
])('%d of 100 points are %d tenths', (points, tenths) => expect(grade(points * 1000, 100_000, usual)).toBe(tenths));

test.each([
  [33, 56, 39],
  [18, 24, 51],
  [20, 24, 58],
  [1, 3, 27],
  [0, 1, 10],
  [1, 1, 70],
])('%d of %d points are %d tenths', (points, max, tenths) =>
  expect(grade(points * 1000, max * 1000, usual)).toBe(tenths),
);

test('rounding is done once: 33 of 56 would pass by way of hundredths, and fails', () => {
  const { over, under } = exactGrade(33_000, 56_000, usual);
  expect(Number(over) / Number(under) / 10).toBeCloseTo(3.9464, 4);
  expect(grade(33_000, 56_000, usual)).toBe(39);
});

test('a half goes up, and a thousandth of a point less does not', () => {
  expect(grade(59_000, 100_000, usual)).toBe(40);
  expect(grade(58_999, 100_000, usual)).toBe(39);
});

test('other scales: from 2,0 and with a demand of 50 or 70', () => {
  expect(grade(0, 100_000, { ...usual, min: 20 })).toBe(20);
  expect(grade(50_000, 100_000, scaleOf(50))).toBe(40);
  expect(grade(70_000, 100_000, scaleOf(70))).toBe(40);
});

test.each([
  [-1, 100, 60],
  [101, 100, 60],
  [0, 0, 60],
  [50, 100, 0],
  [50, 100, 100],
  [50.5, 100, 60],
])('%d points of %d with a demand of %d have no nota', (points, max, demand) =>
  expect(() => grade(points, max, scaleOf(demand))).toThrow(RangeError),
);

test('a scale that does not rise has no notas', () =>
  expect(() => grade(1, 2, { ...usual, pass: 70 })).toThrow(RangeError));

describe('of any points', () => {
  const scored = fc
    .record({ max: fc.integer({ min: 1, max: 500_000 }), demand: fc.integer({ min: 1, max: 99 }) })
    .chain(({ max, demand }) =>
      fc.record({ max: fc.constant(max), demand: fc.constant(demand), points: fc.nat(max), other: fc.nat(max) }),
    );
  const of = (check: (scored: { max: number; demand: number; points: number; other: number }) => void) =>
    fc.assert(fc.property(scored, check), { numRuns: 1000 });

  test('the nota is whole tenths from 1,0 to 7,0, with 1,0 for none and 7,0 for all', () =>
    of(({ points, max, demand }) => {
      const nota = grade(points, max, scaleOf(demand));
      expect(Number.isInteger(nota) && nota >= 10 && nota <= 70).toBe(true);
      expect([grade(0, max, scaleOf(demand)), grade(max, max, scaleOf(demand))]).toEqual([10, 70]);
    }));

  test('more points never give less', () =>
    of(({ points, other, max, demand }) => {
      const [less, more] = points < other ? [points, other] : [other, points];
      expect(grade(less, max, scaleOf(demand))).toBeLessThanOrEqual(grade(more, max, scaleOf(demand)));
    }));

  test('more demand never gives more', () =>
    of(({ points, max, demand }) => {
      if (demand === 99) return;
      expect(grade(points, max, scaleOf(demand + 1))).toBeLessThanOrEqual(grade(points, max, scaleOf(demand)));
    }));

  test('points at the cut or beyond pass', () =>
    of(({ points, max, demand }) => {
      if (100 * points >= demand * max) expect(grade(points, max, scaleOf(demand))).toBeGreaterThanOrEqual(40);
    }));

  test('only the share of the points counts, not their size', () =>
    of(({ points, max, demand }) =>
      expect(grade(points * 7, max * 7, scaleOf(demand))).toBe(grade(points, max, scaleOf(demand))),
    ));

  test('it is the formula within half a tenth', () =>
    of(({ points, max, demand }) => {
      const cut = (demand * max) / 100;
      const nota = points < cut ? 1 + (3 * points) / cut : 4 + (3 * (points - cut)) / (max - cut);
      expect(Math.abs(grade(points, max, scaleOf(demand)) / 10 - nota)).toBeLessThan(0.05 + 1e-9);
    }));

  test('the fewest points for a nota give it, and one thousandth less does not', () =>
    of(({ points, max, demand }) => {
      const wanted = grade(points, max, scaleOf(demand));
      const least = pointsFor(wanted, max, scaleOf(demand));
      expect(least).toBeLessThanOrEqual(points);
      expect(grade(least, max, scaleOf(demand))).toBeGreaterThanOrEqual(wanted);
      if (least > 0) expect(grade(least - 1, max, scaleOf(demand))).toBeLessThan(wanted);
    }));
});

const tenths = fc.integer({ min: 10, max: 70 });
const attempts = fc.array(tenths, { minLength: 1, maxLength: 8 });

test.each([
  [[40, 55, 48], 'best', 55],
  [[40, 55, 48], 'last', 48],
  [[40, 55, 48], 'average', 48],
  [[39, 40], 'average', 40],
  [[33], 'average', 33],
  [[], 'best', null],
  [[], 'last', null],
  [[], 'average', null],
] as const)('attempts %j by the %s give %p', (grades, keep, tenths) => expect(combine(grades, keep)).toBe(tenths));

test('attempts give a nota between the worst and the best, and the same nota when all are alike', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom('best', 'last', 'average'), (grades, keep) => {
      const nota = combine(grades, keep) ?? 0;
      expect(nota >= Math.min(...grades) && nota <= Math.max(...grades)).toBe(true);
      expect(combine([nota, nota], keep)).toBe(nota);
      if (keep !== 'last') expect(combine(grades.toSorted(), keep)).toBe(nota);
    }),
  );
});

test.each([
  [[40, 55, 55], 'best', [false, true, false]],
  [[40, 55, 48], 'last', [false, false, true]],
  [[40, 55, 48], 'average', [true, true, true]],
  [[], 'best', []],
] as const)('of attempts %j by the %s, those that count are %j', (grades, keep, counts) =>
  expect(counting(grades, keep)).toEqual(counts),
);
