import fc from 'fast-check';
import { exactGrade, grade, scaleOf } from '../assessment/nota.policy.ts';
import { explain, explainAverage, formatPoints } from './explanation.policy.ts';
import { programmeGrade, exactAverage } from './grade.policy.ts';

const usual = scaleOf(60);
const numberOf = (written: string) => Number(written.replaceAll('.', '').replace(',', '.'));

test('18 of 24 points are 5,1 step by step', () => {
  expect(explain(18_000, 24_000, usual)).toEqual({
    points: '18',
    maxPoints: '24',
    demand: 60,
    cut: '14,4',
    stretch: 'above',
    formula: { base: '4,0', span: '3,0', advance: '3,6', length: '9,6' },
    lines: ['4,0 + 3,0 × (18 − 14,4) ÷ (24 − 14,4)', '4,0 + 3,0 × 3,6 ÷ 9,6'],
    exact: '5,125',
    isExact: true,
    roundingDigit: 2,
    roundsUp: false,
    rounded: 51,
    passed: true,
    table: [
      { points: '0', grade: 10, yours: false },
      { points: '5', grade: 20, yours: false },
      { points: '10', grade: 31, yours: false },
      { points: '14,4', grade: 40, yours: false },
      { points: '15', grade: 42, yours: false },
      { points: '18', grade: 51, yours: true },
      { points: '20', grade: 58, yours: false },
      { points: '24', grade: 70, yours: false },
    ],
    more: [
      { points: '19', grade: 54 },
      { points: '20', grade: 58 },
      { points: '21', grade: 61 },
    ],
    toPass: '14,16',
  });
});

test('33 of 56 points show the digit that decides', () => {
  expect(explain(33_000, 56_000, usual)).toMatchObject({
    cut: '33,6',
    stretch: 'below',
    formula: { base: '1,0', span: '3,0', advance: '33', length: '33,6' },
    lines: ['1,0 + 3,0 × 33 ÷ 33,6'],
    exact: '3,9464',
    isExact: false,
    roundingDigit: 4,
    roundsUp: false,
    rounded: 39,
    passed: false,
    more: [
      { points: '34', grade: 41 },
      { points: '35', grade: 42 },
      { points: '36', grade: 43 },
    ],
  });
});

test('59 of 100 are rounded up to pass, below the cut', () => {
  expect(explain(59_000, 100_000, usual)).toMatchObject({
    stretch: 'below',
    exact: '3,95',
    isExact: true,
    roundingDigit: 5,
    roundsUp: true,
    rounded: 40,
    passed: true,
    toPass: '59',
  });
});

test('a whole nota is written with its decimal, and all the points leave nothing to gain', () => {
  expect(explain(60_000, 100_000, usual)).toMatchObject({ exact: '4,0', stretch: 'above' });
  expect(explain(100_000, 100_000, usual)).toMatchObject({ exact: '7,0', more: [] });
  expect(explain(2_333, 3_000, usual)).toMatchObject({ points: '2,333', more: [] });
});

test('points are written with comma and thousands', () => {
  expect([0, 500, 14_400, 333, 1_234_500].map(formatPoints)).toEqual(['0', '0,5', '14,4', '0,333', '1.234,5']);
});

test('each explanation agrees with the nota', () => {
  const scored = fc
    .record({ max: fc.integer({ min: 1, max: 500_000 }), demand: fc.integer({ min: 1, max: 99 }) })
    .chain(({ max, demand }) => fc.record({ max: fc.constant(max), demand: fc.constant(demand), points: fc.nat(max) }));
  fc.assert(
    fc.property(scored, ({ points, max, demand }) => {
      const scale = scaleOf(demand);
      const told = explain(points, max, scale);
      const nota = grade(points, max, scale);
      expect(told.rounded).toBe(nota);
      const exact = numberOf(told.exact) * 10;
      expect(Math.floor(exact + 1e-9) + (told.roundsUp ? 1 : 0)).toBe(nota);
      const { base, span, advance, length } = told.formula;
      const { over, under } = exactGrade(points, max, scale);
      expect(numberOf(base) + (numberOf(span) * numberOf(advance)) / numberOf(length)).toBeCloseTo(
        Number(over) / Number(under) / 10,
        6,
      );
      expect(told.table.length).toBeLessThanOrEqual(13);
      expect(told.table.filter(({ yours }) => yours)).toEqual([{ points: told.points, grade: nota, yours: true }]);
      expect(told.table.map((row) => row.grade)).toEqual(told.table.map((row) => row.grade).toSorted());
      expect(grade(Math.round(numberOf(told.toPass) * 1000), max, scale)).toBeGreaterThanOrEqual(40);
    }),
    { numRuns: 500 },
  );
});

test('an average shows its sum', () => {
  expect(
    explainAverage([
      { weight: 20, grade: 51 },
      { weight: 80, grade: 63 },
    ]),
  ).toEqual(['(5,1 × 20 + 6,3 × 80) ÷ 100', '(102 + 504) ÷ 100', '6,06']);
});

test('a provisional average is over what is graded', () => {
  const items = [
    { weight: 20, grade: 51 },
    { weight: 15, grade: 40 },
    { weight: 65, grade: null },
  ];
  expect(explainAverage(items)).toEqual(['(5,1 × 20 + 4,0 × 15) ÷ 35', '(102 + 60) ÷ 35', '4,6285…']);
  expect(programmeGrade(items)).toEqual({ grade: null, provisional: 46 });
  expect(explainAverage([{ weight: 100, grade: null }])).toEqual([]);
  expect(exactAverage([])).toBeNull();
});
