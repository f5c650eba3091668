import { barOf, closingTime, deadlineOf, isOver, waitUntil } from './attempt.policy.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const edition = { startsAt: at('08:00'), endsAt: at('18:00') };

test.each([
  [at('09:00'), 30, at('09:30')],
  [at('17:45'), 30, at('18:00')],
  [at('09:00'), null, at('18:00')],
])('started at %p with %p minutes, it ends at %p', (start, minutes, end) =>
  expect(deadlineOf(start, { minutes, closesAt: edition.endsAt })).toEqual(end),
);

test('saves are taken for ten seconds after the deadline', () => {
  expect(isOver(at('09:30'), at('09:30:10'))).toBe(false);
  expect(isOver(at('09:30'), at('09:30:10.001'))).toBe(true);
  expect(isOver(null, at('23:00'))).toBe(false);
  expect(isOver(at('09:30'), closingTime(at('09:30')))).toBe(true);
});

const open = { submittedAt: null, deadlineAt: at('18:00') };
const ended = { submittedAt: at('10:00'), deadlineAt: at('18:00') };

test.each<[string, (typeof open | typeof ended)[], string | null, object?]>([
  ['07:59', [], 'edition_not_started'],
  ['08:00', [], 'evaluation_not_open'],
  ['08:30', [], null],
  ['09:00', [ended], 'no_attempts_left', { attempts: 1 }],
  ['10:29', [ended], 'wait_between_attempts', { waitMinutes: 30 }],
  ['10:30', [ended], null, { waitMinutes: 30 }],
  ['09:00', [ended, open], 'attempt_open'],
  ['09:00', [ended, ended], 'no_attempts_left'],
  ['17:00', [], 'evaluation_closed'],
  ['17:00', [open], 'attempt_open'],
  ['18:00', [], 'edition_ended'],
  ['18:00', [ended, ended], 'edition_ended'],
])('at %s after %j: %p', (time, tries, bar, rules = {}) => {
  const usual = { opensAt: at('08:30'), closesAt: at('17:00'), attempts: 2, waitMinutes: 0 };
  expect(barOf(edition, { ...usual, ...rules }, tries, at(time))).toBe(bar);
});

test('the wait runs from when the last attempt ended', () => {
  const later = { ...ended, submittedAt: at('11:00') };
  expect(waitUntil({ waitMinutes: 30 }, [later, ended])).toEqual(at('11:30'));
  expect(waitUntil({ waitMinutes: 0 }, [ended])).toBeNull();
  expect(waitUntil({ waitMinutes: 30 }, [])).toBeNull();
});
