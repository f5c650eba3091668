import fc from 'fast-check';
import { hintsOf, type ItemFacts, verdictOf, worthOf } from './advice.policy.ts';

const option = (label: string, key: boolean, people: number, upper: number, lower: number) => ({
  ...{ id: label.toLowerCase(), label, html: label, key, people, upper, lower },
});
const item = (of: Partial<ItemFacts> = {}): ItemFacts => ({
  ...{ kind: 'single', people: 84, upperPeople: 22, lowerPeople: 21, difficulty: 0.7, discrimination: 0.4 },
  ...{ blank: 0, seconds: 40, options: [], regions: [], rest: 0.7 },
  ...of,
});
const state = (of: Partial<ItemFacts>) => verdictOf(item(of), 0.51);

test('says what the design says of its ten questions', () => {
  const table: [number, number, string, string][] = [
    [0.91, 0.18, 'good', 'easy'],
    [0.74, 0.42, 'good', 'good'],
    [0.58, 0.51, 'good', 'best'],
    [0.47, 0.33, 'good', 'demanding'],
    [0.39, -0.12, 'review', 'backwards'],
    [0.22, 0.09, 'look', 'hard'],
  ];
  for (const [difficulty, discrimination, expected, headline] of table)
    expect(state({ difficulty, discrimination })).toEqual({ state: expected, headline });
});

test('judges nothing by a handful of people, and a question by its extremes', () => {
  expect(state({ people: 9, discrimination: -1 })).toEqual({ state: 'few', headline: 'few' });
  expect(hintsOf(item({ people: 9, difficulty: 0 }), 10)).toEqual([]);
  expect(state({ difficulty: 0, discrimination: null })).toEqual({ state: 'review', headline: 'nobody' });
  expect(state({ difficulty: 1, discrimination: null })).toEqual({ state: 'good', headline: 'everyone' });
  expect(state({ discrimination: 0.1 })).toEqual({ state: 'look', headline: 'weak' });
});

const seventh = item({
  ...{ difficulty: 0.39, discrimination: -0.12 },
  options: [
    option('A', false, 8, 1, 3),
    option('B', true, 33, 7, 9),
    option('C', false, 1, 0, 1),
    option('D', false, 42, 14, 8),
  ],
});
const codes = (facts: ItemFacts) => hintsOf(facts, 40).map(({ code }) => code);

test('points to the answer of the best, to what divides them, and to what distracts hardly anyone', () => {
  const hints = hintsOf(seventh, 40);
  expect(hints[0]).toMatchObject({ code: 'check_key', options: ['D'] });
  expect(hints[0]!.value).toBeCloseTo(14 / 22, 10);
  expect(hints).toContainEqual({ code: 'split', options: ['B', 'D'], region: null, value: null });
  expect(hints).toContainEqual({ code: 'rare', options: ['C'], region: null, value: null });
  expect(codes({ ...seventh, people: 19 })).toEqual(['backwards']);
});

test('tells a distractor nobody marks from one that few mark, and asks neither of true and false', () => {
  const idle = item({ options: [option('A', true, 84, 22, 21), option('B', false, 0, 0, 0)] });
  expect(codes(idle)).toEqual(['idle']);
  expect(codes({ ...idle, kind: 'true_false' })).toEqual([]);
  expect(codes({ ...idle, kind: 'numeric' })).toEqual([]);
});

test('notices a distractor that draws the best, long times, blanks and a region left behind', () => {
  const drawing = item({ options: [option('A', true, 60, 12, 10), option('B', false, 24, 6, 1)] });
  expect(codes(drawing)).toContain('attracts');
  expect(codes(item({ seconds: 101 }))).toEqual(['slow']);
  expect(codes(item({ seconds: 99 }))).toEqual([]);
  expect(codes(item({ blank: 13 }))).toEqual(['blank']);
  const region = { name: 'Aysén', people: 20, difficulty: 0.5, rest: 0.68 };
  expect(hintsOf(item({ regions: [region] }), 40)).toMatchObject([{ code: 'region', region: 'Aysén', value: 0.5 }]);
  expect(codes(item({ regions: [{ ...region, rest: 0.5 }] }))).toEqual([]);
  expect(codes(item({ regions: [{ ...region, people: 19 }] }))).toEqual([]);
});

test('is never at a loss, and worries about no question twice', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(100), share, fc.option(fc.double({ min: -1, max: 1, noNaN: true })), (people, difficulty, r) => {
      const facts = item({ people, difficulty, discrimination: r });
      const { state, headline } = verdictOf(facts, r ?? -1);
      expect(state === 'few').toBe(people < 10);
      expect(headline).toBeTruthy();
      const all = codes(facts);
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('values an evaluation by its reliability', () => {
  expect([0.9, 0.7, 0.69, 0.5, 0.49, -1].map((alpha) => worthOf(alpha, 10))).toEqual(
    ['good', 'good', 'fair', 'fair', 'poor', 'poor'], // prettier-ignore
  );
  expect([worthOf(0.9, 9), worthOf(null, 50)]).toEqual(['few', 'unknown']);
});
