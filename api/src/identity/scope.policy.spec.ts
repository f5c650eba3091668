import fc from 'fast-check';
import type { Grant } from '../platform/access.ts';
import { permissionsOf, scopeOf, sees } from './scope.policy.ts';

const grant = (role: Grant['role'], regionCut: string | null = null, editionId: string | null = null): Grant => ({
  ...{ role, regionCut, editionId },
});

test('everyone may act on what is their own, and roles add', () => {
  expect([...permissionsOf([])]).toEqual(['self']);
  expect(permissionsOf([grant('tutor')]).has('edition:read')).toBe(true);
  expect(permissionsOf([grant('tutor')]).has('person:manage')).toBe(false);
});

test.each([
  ['nothing', [], { all: false, regions: [], editions: [], parts: [] }],
  ['everything', [grant('admin')], { all: true, regions: [], editions: [], parts: [] }],
  ['a region', [grant('coordinator', '11')], { all: false, regions: ['11'], editions: [], parts: [] }],
  ['an edition', [grant('tutor', null, 'e')], { all: false, regions: [], editions: ['e'], parts: [] }],
  [
    'a region of an edition, and no more of either',
    [grant('tutor', '11', 'e')],
    { all: false, regions: [], editions: [], parts: [{ regionCut: '11', editionId: 'e' }] },
  ],
  [
    'what another role reaches, not this permission',
    [grant('author')],
    { all: false, regions: [], editions: [], parts: [] },
  ],
])('reaches %s', (_, grants, scope) => {
  expect(scopeOf(grants, 'edition:read')).toEqual(scope);
});

const grants = fc.array(
  fc.record({
    role: fc.constantFrom<Grant['role']>('author', 'tutor', 'coordinator', 'admin'),
    regionCut: fc.option(fc.constantFrom('11', '15')),
    editionId: fc.option(fc.constantFrom('e', 'f')),
  }),
  { maxLength: 5 },
);
const place = fc.record({
  regionCut: fc.option(fc.constantFrom('11', '15', '16')),
  editionId: fc.constantFrom('e', 'f'),
});

test('sees what one of the grants reaches by itself, and nothing else', () => {
  fc.assert(
    fc.property(grants, place, (grants, place) => {
      const reaches = ({ role, regionCut, editionId }: Grant) =>
        role !== 'author' &&
        (regionCut === null || regionCut === place.regionCut) &&
        (editionId === null || editionId === place.editionId);
      expect(sees(scopeOf(grants, 'edition:read'), place)).toBe(grants.some(reaches));
    }),
  );
});

test("another grant never takes a permission away, and no role gives none beyond one's own", () => {
  fc.assert(
    fc.property(grants, grants, (some, more) => {
      const before = permissionsOf(some);
      expect(before.has('self')).toBe(true);
      expect([...permissionsOf([...some, ...more])]).toEqual(expect.arrayContaining([...before]));
    }),
  );
});
