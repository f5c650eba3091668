import { mayEnrol } from './enrolment.policy.ts';

const edition = { enrolFrom: new Date('2026-11-01'), enrolUntil: new Date('2026-12-01') };

test.each([
  ['2026-10-31', 'enrolment_closed'],
  ['2026-11-01', null],
  ['2026-11-30', null],
  ['2026-12-01', 'enrolment_closed'],
])('at %s: %s', (now, bar) => {
  expect(mayEnrol(edition, new Date(now))).toBe(bar);
});
