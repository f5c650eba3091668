import { type Ratio, rounded } from '../assessment/nota.policy.ts';

/** One nota of several, in tenths, null while it is pending. Weights are whole numbers; what weighs nothing changes nothing. */
export type Weighed = { weight: number; grade: number | null };
export type Average = {
  /** Tenths; null while anything that weighs is pending. */
  grade: number | null;
  /** Tenths, over what is graded so far; null before the first. */
  provisional: number | null;
};

/** The items that count and have a nota. */
export const graded = (items: readonly Weighed[]) =>
  items.flatMap(({ weight, grade }) => (weight > 0 && grade !== null ? [{ weight, grade }] : []));

/** The weighted average of what is graded, in tenths and exact; null before the first nota. */
export function exactAverage(items: readonly Weighed[]): Ratio | null {
  let [over, under] = [0n, 0n];
  for (const { weight, grade } of graded(items)) {
    over += BigInt(weight) * BigInt(grade);
    under += BigInt(weight);
  }
  return under > 0n ? { over, under } : null;
}

/** The nota of a course by the weights of its evaluations, from their notas as printed, rounded once, half up. */
export function courseGrade(evaluations: readonly Weighed[]): Average {
  const exact = exactAverage(evaluations);
  const provisional = exact && rounded(exact);
  const pending = evaluations.some(({ weight, grade }) => weight > 0 && grade === null);
  return { grade: pending ? null : provisional, provisional };
}

/** The nota of a diplomado by the weights of its courses: the same rule. */
export const programmeGrade = (courses: readonly Weighed[]): Average => courseGrade(courses);

/** Whether a course is complete: each required lesson read, and the passing nota reached. Notas in tenths. */
export const isComplete = (course: {
  requiredLessons: number;
  doneLessons: number;
  grade: number | null;
  passGrade: number;
}): boolean =>
  course.doneLessons >= course.requiredLessons && course.grade !== null && course.grade >= course.passGrade;

/** `5,1`, of tenths. */
export const formatGrade = (tenths: number) => `${Math.floor(tenths / 10)},${tenths % 10}`;
