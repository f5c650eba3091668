import { outcomeOf, type Ruled } from '../grade/ruled.policy.ts';

/** Notas are tenths. An evaluation is spent when no attempt at it is left; `result` is the nota of a completed course. */
export type CourseFacts = Omit<Ruled, 'items'> & {
  startsAt: Date | null;
  passGrade: number;
  items: readonly (Ruled['items'][number] & { spent: boolean })[];
  result: number | null;
};
export type CourseState = 'announced' | 'upcoming' | 'running' | 'passed' | 'failed' | 'ended';

/** How a course stands for its learner at `now`, and its nota once every evaluation has one. */
export function standingOf(course: CourseFacts, now: Date): { state: CourseState; grade: number | null } {
  const grade = course.result ?? outcomeOf(course, now).grade;
  return { state: course.result === null ? stateOf(course, grade, now) : 'passed', grade };
}

/** Without dates it is only announced. It is failed below the passing nota with no attempt left, or no time to make it. */
function stateOf({ startsAt, endsAt, ...course }: CourseFacts, grade: number | null, now: Date): CourseState {
  if (!startsAt || !endsAt) return 'announced';
  if (now < startsAt) return 'upcoming';
  const ended = now >= endsAt;
  const spent = ended || course.items.every((item) => item.spent);
  return spent && isBelow(grade, course) ? 'failed' : ended ? 'ended' : 'running';
}

const isBelow = (grade: number | null, { passGrade }: Pick<CourseFacts, 'passGrade'>) =>
  grade !== null && grade < passGrade;

/** What is left to read of a text of `minutes`, of which `permille` is behind; never nothing. */
export const minutesLeft = (minutes: number, permille: number) =>
  Math.max(1, Math.ceil((minutes * (1000 - permille)) / 1000));
