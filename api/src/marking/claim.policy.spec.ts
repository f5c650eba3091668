import { type Claim, claimUntil, isHeld, placeFor } from './claim.policy.ts';
import type { Marking } from './marking.policy.ts';

const now = new Date('2026-11-25T15:00:00Z');
const room = { marks: [], claims: [], double: false, disputed: false };
const claim = (place: number, markerId: string, seconds = 60): Claim => ({
  ...{ place, markerId, until: new Date(now.getTime() + seconds * 1000) },
});
const given = (place: number, markerId: string): Marking => ({
  ...{ place, markerId, state: 'given', points: 1000, grade: 40 },
});

test('a claim lasts ten minutes', () => {
  expect(isHeld({ until: claimUntil(now) }, now)).toBe(true);
  expect(isHeld({ until: claimUntil(now) }, new Date(now.getTime() + 10 * 60_000))).toBe(false);
});

test('one marks at a time; whoever comes later goes on with what there is', () => {
  expect(placeFor('ana', room, now)).toEqual({ place: 1 });
  expect(placeFor('ana', { ...room, claims: [claim(1, 'ana')] }, now)).toEqual({ place: 1 });
  expect(placeFor('ana', { ...room, claims: [claim(1, 'beto')] }, now)).toEqual({ heldBy: claim(1, 'beto') });
  expect(placeFor('ana', { ...room, claims: [claim(1, 'beto', -1)], marks: [given(1, 'beto')] }, now)).toEqual({
    place: 1,
  });
});

const double = { ...room, double: true };

test('two mark at once, each from their own place', () => {
  expect(placeFor('ana', { ...double, claims: [claim(1, 'beto')] }, now)).toEqual({ place: 2 });
  expect(placeFor('ana', { ...double, marks: [given(2, 'ana')] }, now)).toEqual({ place: 2 });
  expect(placeFor('carla', { ...double, claims: [claim(1, 'beto'), claim(2, 'ana')] }, now)).toEqual({
    heldBy: claim(1, 'beto'),
  });
});

test('with both given, only a difference leaves something to do, for a third', () => {
  const marks = [given(1, 'ana'), given(2, 'beto')];
  expect(placeFor('carla', { ...double, marks }, now)).toBeNull();
  expect(placeFor('carla', { ...double, marks, disputed: true }, now)).toEqual({ place: 3 });
  expect(placeFor('ana', { ...double, marks, disputed: true }, now)).toEqual({ place: 1 });
});
