import fc from 'fast-check';
import { fitsRubric, isWhole, maxOf, sumOf } from './rubric.policy.ts';
import type { Rubric } from './rubric.schema.ts';

const level = (points: number) => ({ points, title: String(points), html: '' });
const rubric: Rubric = {
  criteria: [
    { id: 'claridad', title: 'Claridad', levels: [level(3000), level(1500), level(0)], maxPoints: 3000 },
    { id: 'fuentes', title: 'Fuentes', levels: null, maxPoints: 2000 },
  ],
};

test('marks of levels are those of a level; free ones lie within what the criterion gives', () => {
  expect(fitsRubric(rubric, { claridad: 1500, fuentes: 999 })).toBe(true);
  expect(fitsRubric(rubric, { claridad: 1501 })).toBe(false);
  expect(fitsRubric(rubric, { fuentes: 2001 })).toBe(false);
  expect(fitsRubric(rubric, { otra: 0 })).toBe(false);
});

test('a criterion without mark gives nothing, and the whole is not there yet', () => {
  expect(sumOf(rubric, { claridad: 1500 })).toBe(1500);
  expect(isWhole(rubric, { claridad: 0 })).toBe(false);
  expect(isWhole(rubric, { claridad: 0, fuentes: 0 })).toBe(true);
});

test('marks that fit never pass the whole', () => {
  const marks = fc.record({ claridad: fc.constantFrom(0, 1500, 3000), fuentes: fc.integer({ min: 0, max: 2000 }) });
  fc.assert(fc.property(marks, (given) => sumOf(rubric, given) <= maxOf(rubric) && fitsRubric(rubric, given)));
});
