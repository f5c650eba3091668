import fc from 'fast-check';
import { type Given, isSound, lessPenalty, type Marking, middleOf, outcomeOf, sumOf } from './marking.policy.ts';

const rubric = {
  criteria: [
    { id: 'a', maxPoints: 4000, levels: [0, 1000, 2000, 4000].map((points) => ({ points })) },
    { id: 'b', maxPoints: 3000, levels: null },
  ],
};
const given = (id: string, points: number | null, level: number | null = null): Given => ({
  ...{ id, points, level, comment: '' },
});

test('takes a level with its points, any points up to the maximum, and nothing yet', () => {
  expect(isSound(rubric, [given('a', 2000, 2), given('b', 1500)])).toBe(true);
  expect(isSound(rubric, [given('a', null)])).toBe(true);
  expect(isSound(rubric, [given('a', 3500)])).toBe(true); // between two levels, as the middle of two marks may be
});

test.each([
  ['a level that has other points', [given('a', 2000, 3)]],
  ['a level that is not there', [given('a', 2000, 7)]],
  ['more than the maximum', [given('b', 3001)]],
  ['less than nothing', [given('b', -1)]],
  ['a criterion of another rubric', [given('z', 1000)]],
  ['a criterion twice', [given('b', 1000), given('b', 1000)]],
  ['a level without points', [given('a', null, 1)]],
])('refuses %s', (_, draft) => expect(isSound(rubric, draft)).toBe(false));

test('adds up what is there, and says when it is all', () => {
  expect(sumOf(rubric, [given('a', 4000, 3)])).toEqual({ points: 4000, complete: false });
  expect(sumOf(rubric, [given('b', 1500), given('a', 4000, 3)])).toEqual({ points: 5500, complete: true });
});

test('late work loses tenths, never below the minimum', () => {
  expect(lessPenalty(51, 5, 10)).toBe(46);
  expect(lessPenalty(12, 5, 10)).toBe(10);
});

const mark = (place: number, grade: number): Marking => ({
  ...{ place, markerId: `m${place}`, state: 'given', points: grade * 100, grade },
});

test('two agree up to the threshold; beyond it a third decides', () => {
  expect(outcomeOf([mark(1, 50)], 5, 7000)).toBe('waiting');
  expect(outcomeOf([mark(1, 50), { ...mark(2, 55), state: 'draft' }], 5, 7000)).toBe('waiting');
  expect(outcomeOf([mark(1, 50), mark(2, 55)], 5, 7000)).toBe('agreed');
  expect(outcomeOf([mark(1, 50), mark(2, 56)], 5, 7000)).toBe('disputed');
  expect(outcomeOf([mark(1, 50), mark(2, 56), mark(3, 53)], 5, 7000)).toBe('settled');
});

test('marks of an answer are compared by their points, as tenths of the scale', () => {
  const of = (place: number, points: number) => ({ ...mark(place, 10), grade: null, points });
  expect(outcomeOf([of(1, 3000), of(2, 3500)], 5, 6000)).toBe('agreed');
  expect(outcomeOf([of(1, 3000), of(2, 3600)], 5, 6000)).toBe('disputed');
});

const draft = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 3000 }))
  .map(([a, b]) => [given('a', a), given('b', b)]);

test('the middle lies between both, whoever comes first, and is sound', () => {
  fc.assert(
    fc.property(draft, draft, (one, other) => {
      const middle = middleOf(one, other);
      expect(middle).toEqual(middleOf(other, one));
      expect(isSound(rubric, middle)).toBe(true);
      for (const [i, { points }] of middle.entries()) {
        expect(points).toBeGreaterThanOrEqual(Math.min(one[i]!.points!, other[i]!.points!));
        expect(points).toBeLessThanOrEqual(Math.max(one[i]!.points!, other[i]!.points!));
      }
    }),
  );
});

test('keeps both comments, a common one once', () => {
  const [one, other] = [
    { ...given('b', 1000), comment: 'Bien.' },
    { ...given('b', 1000), comment: 'Cita la fuente.' },
  ];
  expect(middleOf([one], [other])[0]?.comment).toBe('Bien.\n\nCita la fuente.');
  expect(middleOf([one], [one])[0]?.comment).toBe('Bien.');
});
