import fc from 'fast-check';
import { type Piece, shareByRegion, shareEvenly } from './allocation.policy.ts';

const markers = ['ana', 'beto', 'carla', 'dino'];
const pieces = fc
  .array(fc.record({ region: fc.constantFrom('11', '16', null), owner: fc.constantFrom('alguien', 'ana') }))
  .map((all) =>
    all.map(({ region, owner }, i): Piece => ({ id: `s${i}`, region, authors: ['otra', owner], markers: [] })),
  );
const wanted = fc.constantFrom(1 as const, 2 as const);

test('shares evenly: everyone has as many as the rest, or one more, and nobody has the same work twice', () => {
  fc.assert(
    fc.property(pieces, wanted, (pieces, wanted) => {
      const others = pieces.map((piece) => ({ ...piece, authors: ['alguien'] }));
      const shares = shareEvenly(others, markers, wanted);
      const counts = markers.map((marker) => shares.filter(({ markerId }) => markerId === marker).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(shares).toHaveLength(pieces.length * wanted);
      expect(new Set(shares.map(({ submissionId, markerId }) => submissionId + markerId)).size).toBe(shares.length);
    }),
  );
});

test('never gives anyone their own work, nor takes from anyone what they have', () => {
  fc.assert(
    fc.property(pieces, wanted, (pieces, wanted) => {
      const started = pieces.map((piece, i) => (i % 3 === 0 ? { ...piece, markers: ['beto'] } : piece));
      const shares = shareEvenly(started, markers, wanted);
      for (const { submissionId, markerId } of shares) {
        const piece = started.find(({ id }) => id === submissionId)!;
        expect(piece.authors).not.toContain(markerId);
        expect(piece.markers).not.toContain(markerId);
      }
      const again = started.map((piece) => {
        const given = shares.filter(({ submissionId }) => submissionId === piece.id).map(({ markerId }) => markerId);
        return { ...piece, markers: [...piece.markers, ...given] };
      });
      expect(shareEvenly(again, markers, wanted)).toEqual([]);
    }),
  );
});

test('by region gives each its own, and leaves with nobody what has no marker', () => {
  fc.assert(
    fc.property(pieces, (pieces) => {
      const regions = new Map([['11', ['beto', 'carla']]]);
      const shares = shareByRegion(pieces, regions, 1);
      expect(shares).toHaveLength(pieces.filter(({ region }) => region === '11').length);
      for (const { submissionId } of shares) expect(pieces.find(({ id }) => id === submissionId)?.region).toBe('11');
    }),
  );
});
