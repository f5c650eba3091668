import type { Marking } from './marking.policy.ts';

/** How long an item stays with whoever opened it, unless they are still there. */
export const claimMinutes = 10;
export const claimUntil = (now: Date): Date => new Date(now.getTime() + claimMinutes * 60_000);

/** A place to mark from, held until then. Places 1 and 2 know nothing of each other; 3 decides where they differ. */
export type Claim = { place: number; markerId: string; until: Date };
export const isHeld = ({ until }: Pick<Claim, 'until'>, now: Date): boolean => until.getTime() > now.getTime();

export type Held = { place: number; markerId: string };
type Room = {
  /** Marks of the version that is there now. */
  marks: readonly Marking[];
  claims: readonly Claim[];
  /** Whether two people mark it each on their own. */
  double: boolean;
  /** Whether the two differ so much that a third decides. */
  disputed: boolean;
};

const placesOf = ({ double, disputed }: Room) => (!double ? [1] : disputed ? [3] : [1, 2]);

/**
 * The place from which this person marks: their own, where they have one, else the first that is free.
 * With one marker, whoever comes goes on with what there is. Null: nothing is left for them to do.
 * A `Held`: the place is somebody else's for now.
 */
export function placeFor(marker: string, room: Room, now: Date): { place: number } | { heldBy: Claim } | null {
  const own = room.double ? room.marks.find(({ markerId }) => markerId === marker) : undefined;
  if (own) return { place: own.place };
  const held = (place: number) =>
    room.claims.find((claim) => claim.place === place && claim.markerId !== marker && isHeld(claim, now));
  const open = placesOf(room).filter((place) => !room.double || !room.marks.some((mark) => mark.place === place));
  const free = open.find((place) => !held(place));
  if (free !== undefined) return { place: free };
  const heldBy = open.map(held).find((claim) => claim !== undefined);
  return heldBy ? { heldBy } : null;
}
