import { dateFault } from './setting.policy.ts';

const on = (day: number) => new Date(Date.UTC(2026, 10, day));
const version = { opensAt: on(1), dueAt: on(20), late: 'until' };
const none = { opensAt: null, dueAt: null, cutoffAt: null, late: null };

test.each([
  ['nothing said', none, null],
  ['due before it opens', { ...none, dueAt: on(1) }, { path: 'dueAt', code: 'too_early' }],
  ['opening after the date of the course', { ...none, opensAt: on(21) }, { path: 'opensAt', code: 'too_early' }],
  ['a limit before the date', { ...none, cutoffAt: on(19) }, { path: 'cutoffAt', code: 'too_early' }],
  ['a limit on the date', { ...none, cutoffAt: on(20) }, null],
  [
    'a limit where nothing late is taken',
    { ...none, cutoffAt: on(25), late: 'refuse' },
    { path: 'cutoffAt', code: 'no_limit' },
  ],
  ['all three in order', { opensAt: on(5), dueAt: on(8), cutoffAt: on(9), late: 'penalty' }, null],
])('%s', (_, said, fault) => {
  expect(dateFault(said, version)).toEqual(fault);
});
