import { instantOf, localOf } from './zoned-time.ts';

test.each([
  ['America/Santiago', '2026-11-25T18:00', '2026-11-25T21:00:00.000Z'],
  ['America/Santiago', '2026-07-01T00:30', '2026-07-01T04:30:00.000Z'],
  ['America/Punta_Arenas', '2026-07-01T00:30', '2026-07-01T03:30:00.000Z'],
  ['Pacific/Easter', '2026-12-31T23:59', '2027-01-01T04:59:00.000Z'],
  // the hours around the clocks' changes of April and September
  ['America/Santiago', '2026-04-04T22:30', '2026-04-05T01:30:00.000Z'],
  ['America/Santiago', '2026-04-05T00:30', '2026-04-05T04:30:00.000Z'],
  ['America/Santiago', '2026-09-05T23:59', '2026-09-06T03:59:00.000Z'],
  ['America/Santiago', '2026-09-06T01:00', '2026-09-06T04:00:00.000Z'],
])('in %s clocks show %s at %s', (zone, local, instant) => {
  expect(instantOf(local, zone)).toBe(instant);
  expect(localOf(instant, zone)).toBe(local);
});

test('says nothing of what is no date', () => {
  expect(localOf(null, 'America/Santiago')).toBe('');
  for (const text of ['', '2026-11', 'mañana']) expect(instantOf(text, 'America/Santiago')).toBeNull();
});
