import { stateOf } from './edition.policy.ts';

const edition = {
  ...{ enrolFrom: new Date('2026-11-01'), enrolUntil: new Date('2026-12-01'), endsAt: new Date('2027-04-01') },
  seatsLeft: 1,
};

test.each([
  ['2026-10-31T23:59:59Z', 1, 'upcoming'],
  ['2026-10-31T23:59:59Z', 0, 'upcoming'],
  ['2026-11-01', 1, 'open'],
  ['2026-11-01', 0, 'full'],
  ['2026-12-01', 1, 'running'],
  ['2027-03-31', 0, 'running'],
  ['2027-04-01', 1, 'ended'],
])('at %s with %i seats left: %s', (now, seatsLeft, state) => {
  expect(stateOf({ ...edition, seatsLeft }, new Date(now))).toBe(state);
});
