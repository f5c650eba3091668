import fc from 'fast-check';
import { chunk, planAtRandom, planByRegion } from './group.policy.ts';

const people = fc
  .array(fc.constantFrom('Aysén', 'Biobío', null), { maxLength: 60 })
  .map((regions) => regions.map((region, i) => ({ enrolmentId: `p${i}`, region })));
const size = fc.integer({ min: 2, max: 9 });
const seed = fc.bigInt({ min: 0n, max: (1n << 32n) - 1n });

it('puts everyone in one group, none bigger than another by more than one', () => {
  fc.assert(
    fc.property(people, size, seed, (free, most, by) => {
      const groups = planAtRandom(free, most, by, new Set());
      expect(groups.flatMap(({ people: ids }) => ids).sort()).toEqual(
        free.map(({ enrolmentId }) => enrolmentId).sort(),
      );
      const sizes = groups.map(({ people: ids }) => ids.length);
      expect(Math.max(0, ...sizes) - Math.min(...sizes, Infinity)).toBeLessThanOrEqual(1);
      expect(planAtRandom(free, most, by, new Set())).toEqual(groups);
    }),
  );
});

it('mixes no regions where it is asked not to', () => {
  fc.assert(
    fc.property(people, size, seed, (free, most, by) => {
      const regionOf = new Map(free.map(({ enrolmentId, region }) => [enrolmentId, region]));
      const groups = planByRegion(free, most, by, new Set());
      expect(groups.flatMap(({ people: ids }) => ids)).toHaveLength(free.length);
      for (const { people: ids } of groups) expect(new Set(ids.map((id) => regionOf.get(id))).size).toBe(1);
    }),
  );
});

it('gives names that nobody has', () => {
  const free = ['a', 'b', 'c', 'd'].map((enrolmentId) => ({ enrolmentId, region: null }));
  expect(planAtRandom(free, 2, 1n, new Set(['Grupo 1'])).map(({ name }) => name)).toEqual(['Grupo 2', 'Grupo 3']);
});

it('stays near the size that is asked for', () => {
  expect(chunk([1, 2, 3, 4, 5, 6, 7], 3).map(({ length }) => length)).toEqual([3, 4]);
  expect(chunk([1], 4)).toEqual([[1]]);
});
