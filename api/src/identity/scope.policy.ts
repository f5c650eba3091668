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

/** Over what a permission reaches: everything, the people of some regions, some editions, or one region within an edition. */
export type Scope = {
  all: boolean;
  regions: string[];
  editions: string[];
  parts: { regionCut: string; editionId: string }[];
};

/** A grant without region and edition reaches everything; one with both, only where they meet. */
export function scopeOf(grants: readonly Grant[], permission: Permission): Scope {
  const able = grants.filter(({ role }) => ofRole[role].includes(permission));
  return {
    all: able.some(({ regionCut, editionId }) => !regionCut && !editionId),
    regions: able.flatMap(({ regionCut, editionId }) => (regionCut && !editionId ? [regionCut] : [])),
    editions: able.flatMap(({ regionCut, editionId }) => (editionId && !regionCut ? [editionId] : [])),
    parts: able.flatMap(({ regionCut, editionId }) => (regionCut && editionId ? [{ regionCut, editionId }] : [])),
  };
}

/** Whether a scope reaches one person (of a region, or of none) in one edition. */
export const sees = (
  { all, regions, editions, parts }: Scope,
  { regionCut, editionId }: { regionCut: string | null; editionId: string },
): boolean =>
  all ||
  editions.includes(editionId) ||
  (regionCut !== null && regions.includes(regionCut)) ||
  parts.some((part) => part.regionCut === regionCut && part.editionId === editionId);
