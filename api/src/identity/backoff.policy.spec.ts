import { secondsToWait, waitAfter } from './backoff.policy.ts';

test('slows down from the third failure, twice as long each time, to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 12, 500].map(waitAfter)).toEqual([0, 0, 0, 2, 4, 8, 900, 900]);
});

test('counts the time since the last failure', () => {
  const last = new Date('2026-11-22T12:00:00Z');
  expect(secondsToWait(4, last, new Date('2026-11-22T12:00:01Z'))).toBe(3);
  expect(secondsToWait(4, last, new Date('2026-11-22T12:00:04Z'))).toBe(0);
  expect(secondsToWait(0, null, last)).toBe(0);
});
