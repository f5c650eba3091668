import fc from 'fast-check';
import { afterPenalty, barOf, lateMinutes, penaltyOf } from './due.policy.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 25) + minutes * 60_000);

test('a minute begun is a minute late; what is in time is not late', () => {
  expect(lateMinutes(at(0), at(0))).toBe(0);
  expect(lateMinutes(at(0), at(-5))).toBe(0);
  expect(lateMinutes(at(0), at(0.1))).toBe(1);
});

test('each day begun costs, and only where the rule says so', () => {
  const rule = { late: 'penalty', penalty: 5 } as const;
  expect([0, 1, 1440, 1441, 100_000].map((late) => penaltyOf(rule, late))).toEqual([0, 5, 5, 10, 60]);
  expect(penaltyOf({ late: 'until', penalty: 5 }, 3000)).toBe(0);
});

test('a penalty never lifts a nota, and never leaves less than 1,0', () => {
  const grades = fc.integer({ min: 10, max: 70 });
  fc.assert(
    fc.property(grades, fc.nat(60), (grade, penalty) => {
      const left = afterPenalty(grade, penalty);
      expect(left).toBeGreaterThanOrEqual(10);
      expect(left).toBeLessThanOrEqual(grade);
    }),
  );
});

test.each([
  ['before it opens', null, -1, 'task_not_open'],
  ['in time', null, 5, null],
  ['while it is a draft', 'draft', 10, null],
  ['too late', 'draft', 11, 'task_closed'],
  ['asked for again', 'returned', 99, null],
  ['handed in', 'submitted', 5, 'task_handed_in'],
  ['marked', 'published', 5, 'task_handed_in'],
])('%s', (_, state, minutes, bar) => {
  expect(barOf({ opensAt: at(0), cutoffAt: at(10) }, state, at(minutes))).toBe(bar);
});
