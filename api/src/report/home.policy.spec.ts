import { type CourseFacts, minutesLeft, standingOf } from './home.policy.ts';

const now = new Date('2026-11-22');
const control = (grade: number | null, spent = false, weight = 100) => ({
  ...{ unit: `control-${weight}-${grade}`, handed: grade !== null, grade, spent, weight },
});
const course: CourseFacts = {
  ...{ startsAt: new Date('2026-11-01'), endsAt: new Date('2027-03-01'), passGrade: 40 },
  ...{ items: [control(null)], result: null, rules: null, attendance: null },
};

test.each<[string, Partial<CourseFacts>, string, number | null]>([
  ['without dates', { startsAt: null, endsAt: null }, 'announced', null],
  ['before it starts', { startsAt: new Date('2026-11-23') }, 'upcoming', null],
  ['while it runs', {}, 'running', null],
  ['with a nota that passes and lessons to read', { items: [control(55, true)] }, 'running', 55],
  ['with a low nota and attempts left', { items: [control(33)] }, 'running', 33],
  ['with a low nota and none left', { items: [control(33, true)] }, 'failed', 33],
  ['with a low nota after its end', { items: [control(33)], endsAt: now }, 'failed', 33],
  ['with half its notas', { items: [control(20, true, 50), control(null, false, 50)] }, 'running', null],
  ['after its end without a nota', { endsAt: now }, 'ended', null],
  ['after its end, passed but not read', { items: [control(60, true)], endsAt: now }, 'ended', 60],
  ['completed', { result: 62, endsAt: now }, 'passed', 62],
])('%s', (_, facts, state, grade) => {
  expect(standingOf({ ...course, ...facts }, now)).toEqual({ state, grade });
});

test.each([
  [12, 0, 12],
  [12, 500, 6],
  [9, 500, 5],
  [8, 1000, 1],
])('of %i minutes, at %i permille, %i are left', (minutes, permille, left) => {
  expect(minutesLeft(minutes, permille)).toBe(left);
});
