import fc from 'fast-check';
import { formatGrade, isComplete, programmeGrade } from './grade.policy.ts';

const tenths = fc.integer({ min: 10, max: 70 });

describe('the nota of a diplomado', () => {
  const items = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), grade: tenths }), {
    minLength: 1,
    maxLength: 8,
  });

  test('is by weights, rounded half up once', () => {
    expect(
      programmeGrade([
        { weight: 30, grade: 51 },
        { weight: 70, grade: 60 },
      ]),
    ).toEqual({ grade: 57, provisional: 57 });
    expect(
      programmeGrade([
        { weight: 50, grade: 39 },
        { weight: 50, grade: 40 },
      ]),
    ).toEqual({ grade: 40, provisional: 40 });
    expect(
      programmeGrade([
        { weight: 51, grade: 39 },
        { weight: 49, grade: 40 },
      ]),
    ).toEqual({ grade: 39, provisional: 39 });
  });

  test('is pending while a nota is, and provisional over the others', () => {
    expect(
      programmeGrade([
        { weight: 30, grade: 51 },
        { weight: 70, grade: null },
      ]),
    ).toEqual({ grade: null, provisional: 51 });
    expect(programmeGrade([{ weight: 100, grade: null }])).toEqual({ grade: null, provisional: null });
    expect(programmeGrade([])).toEqual({ grade: null, provisional: null });
  });

  test('what weighs nothing is not waited for', () =>
    expect(
      programmeGrade([
        { weight: 100, grade: 51 },
        { weight: 0, grade: null },
      ]),
    ).toEqual({ grade: 51, provisional: 51 }));

  test('lies between the worst and the best, whatever their order, and scale of weights', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 9 }), (items, times) => {
        const { grade, provisional } = programmeGrade(items);
        const grades = items.map((item) => item.grade);
        expect(grade !== null && grade >= Math.min(...grades) && grade <= Math.max(...grades)).toBe(true);
        expect(provisional).toBe(grade);
        expect(programmeGrade(items.toReversed()).grade).toBe(grade);
        expect(programmeGrade(items.map((item) => ({ ...item, weight: item.weight * times }))).grade).toBe(grade);
      }),
    );
  });

  test('a better nota never makes it worse', () => {
    fc.assert(
      fc.property(items, fc.nat(7), (items, at) => {
        const better = items.map((item, i) => (i === at % items.length ? { ...item, grade: 70 } : item));
        expect(programmeGrade(better).grade).toBeGreaterThanOrEqual(programmeGrade(items).grade ?? 0);
      }),
    );
  });
});

test.each([
  [9, 9, 40, true],
  [9, 10, 40, true],
  [9, 8, 70, false],
  [9, 9, 39, false],
  [9, 9, null, false],
  [0, 0, 40, true],
])('of %d lessons %d read, with %p: complete is %s', (requiredLessons, doneLessons, grade, complete) =>
  expect(isComplete({ requiredLessons, doneLessons, grade, passGrade: 40 })).toBe(complete),
);

test('a nota is written with a comma', () => {
  expect([10, 39, 51, 70].map(formatGrade)).toEqual(['1,0', '3,9', '5,1', '7,0']);
});
