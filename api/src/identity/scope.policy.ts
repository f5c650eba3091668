import type { Grant, Permission } from '../platform/access.ts';

const ofTutor: readonly Permission[] = [
  ...(['edition:read', 'evaluation:manage', 'submission:mark', 'grade:read', 'grade:write'] as const),
  ...(['appeal:answer', 'bank:read', 'marking:read', 'marking:share'] as const),
];
const ofCoordinator: readonly Permission[] = [
  ...(['edition:read', 'edition:manage', 'grade:read', 'marking:manage', 'appeal:settle'] as const),
  ...(['marking:read', 'marking:share'] as const),
];
const ofAuthor: readonly Permission[] = ['content:publish', 'bank:read', 'bank:write'];
const ofRole: Record<Grant['role'], readonly Permission[]> = {
  author: ofAuthor,
  tutor: ofTutor,
  coordinator: ofCoordinator,
  admin: [...new Set([...ofTutor, ...ofCoordinator, ...ofAuthor, 'person:manage' as const])],
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

/** A scope as the parameters of a statement: `$1` everything, `$2` regions, `$3` editions, `$4` parts, as `edition region`. */
export type Reach = [boolean, string[], string[], string[]];
export function reachOf(grants: readonly Grant[], permission: Permission): Reach {
  const { all, regions, editions, parts } = scopeOf(grants, permission);
  return [all, regions, editions, parts.map(({ regionCut, editionId }) => `${editionId} ${regionCut}`)];
}

/**
 * Whom a scope reaches, a piece of a statement that joins `edition` and the `region` of the person's institution.
 * The parts of a programme's edition belong to whoever follows the whole.
 */
export const reached = `
  ($1::boolean or region.cut = any($2::text[]) or edition.id = any($3::uuid[]) or edition.parent_id = any($3::uuid[])
   or edition.id || ' ' || region.cut = any($4::text[]) or edition.parent_id || ' ' || region.cut = any($4::text[]))`;

/** Whether it reaches all people of the `edition`. */
export const wholly = `($1::boolean or edition.id = any($3::uuid[]) or edition.parent_id = any($3::uuid[]))`;

/** Whether it reaches the `edition`, be it for some of its people only. */
export const followed = `
  ($1::boolean or cardinality($2::text[]) > 0 or edition.id = any($3::uuid[]) or edition.parent_id = any($3::uuid[])
   or exists (select from unnest($4::text[]) part where left(part, 36) in (edition.id::text, edition.parent_id::text)))`;

/**
 * Whether it reaches the whole `edition`: what changes for everyone there is for those who
 * follow all of them. The last line only tells PostgreSQL the types of what it does not use.
 */
export const governed = `
  (${wholly} and cardinality($2::text[]) + cardinality($4::text[]) >= 0)`;

/** Whether a scope reaches one person (of a region, or of none) in one edition. */
export const sees = (
  { all, regions, editions, parts }: Scope,
  { regionCut, editionId }: { regionCut: string | null; editionId: string },
): boolean =>
  all ||
  editions.includes(editionId) ||
  (regionCut !== null && regions.includes(regionCut)) ||
  parts.some((part) => part.regionCut === regionCut && part.editionId === editionId);
