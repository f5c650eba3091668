/** Work to be shared out: `markers` who have it already. Nobody marks their own (`authors`). */
export type Piece = { id: string; region: string | null; authors: readonly string[]; markers: readonly string[] };
export type Share = { submissionId: string; markerId: string };

/** How many people each piece of work wants: one, or two who do not know of each other. */
const missing = ({ markers }: Piece, wanted: number) => Math.max(0, wanted - markers.length);

/** Who carries least, of those who may; of equals, whoever comes first in the list. */
function lightest(able: readonly string[], load: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined;
  for (const marker of able)
    if (found === undefined || (load.get(marker) ?? 0) < (load.get(found) ?? 0)) found = marker;
  return found;
}

/** Gives out what nobody has, each to whoever of its `able` carries least. What it answers is only what is new. */
function deal(pieces: readonly Piece[], wanted: number, able: (piece: Piece) => readonly string[]): Share[] {
  const load = new Map<string, number>();
  for (const { markers } of pieces) for (const marker of markers) load.set(marker, (load.get(marker) ?? 0) + 1);
  const shares: Share[] = [];
  for (const piece of pieces) {
    const taken = new Set([...piece.authors, ...piece.markers]);
    for (let left = missing(piece, wanted); left > 0; left--) {
      const markerId = lightest(
        able(piece).filter((marker) => !taken.has(marker)),
        load,
      );
      if (markerId === undefined) break;
      taken.add(markerId);
      load.set(markerId, (load.get(markerId) ?? 0) + 1);
      shares.push({ submissionId: piece.id, markerId });
    }
  }
  return shares;
}

/** Whether a marker reaches people of a region at all. */
export type Reaches = (marker: string, region: string | null) => boolean;

/** As evenly as it can be, counting what each has already. */
export const shareEvenly = (
  pieces: readonly Piece[],
  markers: readonly string[],
  wanted: 1 | 2,
  reaches: Reaches = () => true,
): Share[] => deal(pieces, wanted, ({ region }) => markers.filter((marker) => reaches(marker, region)));

/** By the region of who did the work: each region has its markers, who share it evenly; others stay with nobody. */
export const shareByRegion = (
  pieces: readonly Piece[],
  regions: ReadonlyMap<string, readonly string[]>,
  wanted: 1 | 2,
  reaches: Reaches = () => true,
): Share[] =>
  deal(pieces, wanted, ({ region }) =>
    region === null ? [] : (regions.get(region) ?? []).filter((marker) => reaches(marker, region)),
  );
