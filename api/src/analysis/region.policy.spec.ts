import fc from 'fast-check';
import { visible } from './region.policy.ts';

const region = fc.record({ cut: fc.option(fc.string()), people: fc.nat(30) });

test('shows no group of fewer than five, nor lets one be found from the total', () => {
  fc.assert(
    fc.property(fc.array(region), (regions) => {
      const shown = visible(regions);
      expect(shown.every(({ people }) => people >= 5)).toBe(true);
      const all = (some: typeof regions) => some.reduce((sum, { people }) => sum + people, 0);
      const hidden = all(regions) - all(shown);
      expect(hidden === 0 || hidden >= 5 || shown.length === 0).toBe(true);
    }),
  );
});

test('hides nothing that it need not', () => {
  const regions = [9, 5, 7, 3, 2].map((people, i) => ({ cut: String(i), people }));
  expect(visible(regions).map(({ people }) => people)).toEqual([9, 5, 7]);
  expect(visible(regions.slice(0, 4)).map(({ people }) => people)).toEqual([9, 7]);
});
