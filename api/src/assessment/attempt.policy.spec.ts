import { barOf, closingTime, deadlineOf, isOver, releasedAt } from './attempt.policy.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const edition = { startsAt: at('08:00'), endsAt: at('18:00') };

test.each([
  [at('09:00'), 30, at('09:30')],
  [at('17:45'), 30, at('18:00')],
  [at('09:00'), null, at('18:00')],
])('started at %p with %p minutes, it ends at %p', (start, minutes, end) =>
  expect(deadlineOf(start, minutes, edition)).toEqual(end),
);

test('saves are taken for ten seconds after the deadline', () => {
  expect(isOver(at('09:30'), at('09:30:10'))).toBe(false);
  expect(isOver(at('09:30'), at('09:30:10.001'))).toBe(true);
  expect(isOver(null, at('23:00'))).toBe(false);
  expect(isOver(at('09:30'), closingTime(at('09:30')))).toBe(true);
});

const open = { submittedAt: null, deadlineAt: at('18:00') };
const ended = { submittedAt: at('10:00'), deadlineAt: at('18:00') };

test.each([
  ['07:59', [], 'edition_not_started'],
  ['08:00', [], null],
  ['09:00', [ended], null],
  ['09:00', [ended, open], 'attempt_open'],
  ['09:00', [ended, ended], 'no_attempts_left'],
  ['18:00', [], 'edition_ended'],
  ['18:00', [ended, ended], 'edition_ended'],
])('at %s after %j: %p', (time, tries, bar) =>
  expect(barOf(edition, { attempts: 2, release: 'submission' }, tries, at(time))).toBe(bar),
);

test('results are seen at once, or when the edition closes', () => {
  expect(releasedAt(at('10:00'), { release: 'submission' }, at('18:00'), at('10:00'))).toEqual(at('10:00'));
  expect(releasedAt(at('10:00'), { release: 'closing' }, at('18:00'), at('17:59'))).toBeNull();
  expect(releasedAt(at('10:00'), { release: 'closing' }, at('18:00'), at('18:00'))).toEqual(at('18:00'));
});
