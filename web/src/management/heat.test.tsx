import { heatOf, totalOf } from './heat.ts';

const region = (enrolled: number, completed: number) => ({ enrolled, active: 0, completed });

test.each([
  [0, 0, 0],
  [10, 0, 1],
  [10, 2, 1],
  [4, 1, 2],
  [4, 2, 3],
  [4, 3, 4],
  [100, 99, 4],
  [10, 10, 5],
])('of %i enrolled, %i have passed: step %i', (enrolled, completed, step) => {
  expect(heatOf(region(enrolled, completed))).toBe(step);
});

test('adds up regions', () => {
  expect(totalOf([region(3, 1), region(4, 4)])).toEqual(region(7, 5));
  expect(totalOf([])).toEqual(region(0, 0));
});
