import fc from 'fast-check';
import { statisticsOf } from './statistics.policy.ts';

test('of none there is nothing', () =>
  expect(statisticsOf([], 40)).toEqual({
    ...{ n: 0, average: null, median: null, lowest: null, highest: null, passed: 0 },
  }));

test('of some', () =>
  expect(statisticsOf([61, 64, 52, 36, 48, 67], 40)).toEqual({
    ...{ n: 6, average: 55, median: 57, lowest: 36, highest: 67, passed: 5 },
  }));

test('the median is one of them or midway, and lies within', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 70 }), { minLength: 1 }), (grades) => {
      const { average, median, lowest, highest } = statisticsOf(grades, 40);
      for (const each of [average, median]) {
        expect(each).toBeGreaterThanOrEqual(lowest ?? 70);
        expect(each).toBeLessThanOrEqual(highest ?? 10);
      }
      const twice = 2 * (median ?? 0);
      const [under, over] = [(g: number) => 2 * g < twice - 1, (g: number) => 2 * g > twice + 1];
      for (const side of [under, over]) expect(2 * grades.filter(side).length).toBeLessThanOrEqual(grades.length);
    }),
  );
});
