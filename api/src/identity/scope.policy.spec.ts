import type { Grant } from '../platform/access.ts';
import { permissionsOf, scopeOf } from './scope.policy.ts';

const grant = (role: Grant['role'], regionCut: string | null = null, editionId: string | null = null): Grant => ({
  ...{ role, regionCut, editionId },
});

test('everyone may act on what is their own, and roles add', () => {
  expect([...permissionsOf([])]).toEqual(['self']);
  expect(permissionsOf([grant('tutor')]).has('edition:read')).toBe(true);
  expect(permissionsOf([grant('tutor')]).has('person:manage')).toBe(false);
});

test.each([
  ['nothing', [], { all: false, regions: [], editions: [] }],
  ['everything', [grant('admin')], { all: true, regions: [], editions: [] }],
  ['a region', [grant('coordinator', '11')], { all: false, regions: ['11'], editions: [] }],
  ['an edition', [grant('tutor', null, 'e')], { all: false, regions: [], editions: ['e'] }],
  ['what another role reaches, not this permission', [grant('author')], { all: false, regions: [], editions: [] }],
])('reaches %s', (_, grants, scope) => {
  expect(scopeOf(grants, 'edition:read')).toEqual(scope);
});
