import type { Grant, Permission } from '../platform/access.ts';

const ofRole: Record<Grant['role'], readonly Permission[]> = {
  author: ['content:publish'],
  tutor: ['edition:read'],
  coordinator: ['edition:read', 'edition:manage'],
  admin: ['edition:read', 'edition:manage', 'person:manage', 'content:publish'],
};

/** What someone with these roles may ask for. Everyone may act on what is their own. */
export const permissionsOf = (grants: readonly Grant[]): ReadonlySet<Permission> =>
  new Set<Permission>(['self', ...grants.flatMap(({ role }) => ofRole[role])]);

/** Over what a permission reaches: everything, the people of some regions, some editions. */
export type Scope = { all: boolean; regions: string[]; editions: string[] };

/** A grant without region and edition reaches everything; one with both, nothing beyond its edition. */
export function scopeOf(grants: readonly Grant[], permission: Permission): Scope {
  const able = grants.filter(({ role }) => ofRole[role].includes(permission));
  return {
    all: able.some(({ regionCut, editionId }) => !regionCut && !editionId),
    regions: able.flatMap(({ regionCut, editionId }) => (regionCut && !editionId ? [regionCut] : [])),
    editions: able.flatMap(({ editionId }) => (editionId ? [editionId] : [])),
  };
}
