import { courseGrade, type Weighed } from '../grade/grade.policy.ts';

/** Notas are tenths. An evaluation is spent when no attempt at it is left; `result` is the nota of a completed course. */
export type CourseFacts = {
  startsAt: Date | null;
  endsAt: Date | null;
  passGrade: number;
  evaluations: readonly (Weighed & { spent: boolean })[];
  result: number | null;
};

/**
 * How a course stands for its learner at `now`. Without dates it is only announced. It is failed once its nota is final:
 * below the passing one, and with no attempt left or no time to make it.
 */
export function standingOf({ startsAt, endsAt, passGrade, evaluations, result }: CourseFacts, now: Date) {
  const grade = result ?? courseGrade(evaluations).grade;
  if (result !== null) return { state: 'passed' as const, grade };
  if (!startsAt || !endsAt) return { state: 'announced' as const, grade };
  if (now < startsAt) return { state: 'upcoming' as const, grade };
  const ended = now >= endsAt;
  const below = grade !== null && grade < passGrade;
  if (below && (ended || evaluations.every(({ spent }) => spent))) return { state: 'failed' as const, grade };
  return { state: ended ? ('ended' as const) : ('running' as const), grade };
}

/** What is left to read of a text of `minutes`, of which `permille` is behind; never nothing. */
export const minutesLeft = (minutes: number, permille: number) =>
  Math.max(1, Math.ceil((minutes * (1000 - permille)) / 1000));
