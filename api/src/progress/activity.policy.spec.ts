import { clockFault } from './activity.policy.ts';

test.each([
  ['2026-11-22T12:00:00Z', null],
  ['2026-11-23T11:00:00Z', null],
  ['2026-11-24T12:00:00Z', 'future'],
  ['2025-11-22T12:00:00Z', null],
  ['2020-01-01T00:00:00Z', 'ancient'],
])('an event of %s: %s', (at, fault) => {
  expect(clockFault(new Date(at), new Date('2026-11-22T12:00:00Z'))).toBe(fault);
});
