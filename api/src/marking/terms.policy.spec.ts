import fc from 'fast-check';
import { grade, scaleOf } from '../assessment/nota.policy.ts';
import { conversionOf, marksBy, notaOf } from './terms.policy.ts';

const criterion = (maxPoints: number) => ({ id: `c${maxPoints}`, title: 'Uno', levels: null, maxPoints });
const task = (over: object = {}) => ({
  ...{ rubric: { criteria: [criterion(24_000)] }, questionPoints: null, demand: 60, penaltyPerDay: 5, lateMinutes: 0 },
  ...over,
});

test('the steps give the nota that the formula gives, for any points and any demand', () => {
  const case_ = fc
    .record({ all: fc.integer({ min: 1, max: 100_000 }), demand: fc.integer({ min: 1, max: 99 }) })
    .chain(({ all, demand }) => fc.record({ all: fc.constant(all), demand: fc.constant(demand), points: fc.nat(all) }));
  fc.assert(
    fc.property(case_, ({ all, demand, points }) => {
      const { steps } = conversionOf(task({ rubric: { criteria: [criterion(all)] }, demand }))!;
      const reached = steps.filter((step) => step.points <= points);
      expect(Math.max(...reached.map((step) => step.grade))).toBe(grade(points, all, scaleOf(demand)));
    }),
  );
});

test('says the line of the demand, as the prototype has it', () => {
  expect(conversionOf(task())).toMatchObject({ cut: '14,4', pass: 40 });
  expect(notaOf(task(), 18_000)).toEqual({ before: 51, grade: 51 });
});

test('late work loses tenths for each day begun, and never falls below the scale', () => {
  expect(notaOf(task({ lateMinutes: 1 }), 18_000)).toEqual({ before: 51, grade: 46 });
  expect(notaOf(task({ lateMinutes: 1441 }), 18_000)).toEqual({ before: 51, grade: 41 });
  expect(notaOf(task({ lateMinutes: 20_000 }), 0)).toEqual({ before: 10, grade: 10 });
});

test('an answer is one criterion of the points of its question, without a nota', () => {
  const answer = task({ rubric: null, questionPoints: 6000, demand: null });
  expect(marksBy(answer)).toMatchObject({ maxPoints: 6000, rubric: { criteria: [{ id: 'total', maxPoints: 6000 }] } });
  expect([notaOf(answer, 3000), conversionOf(answer)]).toEqual([null, null]);
});
