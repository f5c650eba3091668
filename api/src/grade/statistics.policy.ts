import { rounded } from '../assessment/nota.policy.ts';

/** Of some notas, in tenths; null where there is none. */
export type Statistics = {
  n: number;
  average: number | null;
  median: number | null;
  lowest: number | null;
  highest: number | null;
  /** How many pass. */
  passed: number;
};

/** Average and median rounded half up to one decimal; the median of an even number is midway between its two middle ones. */
export function statisticsOf(grades: readonly number[], passGrade: number): Statistics {
  const sorted = grades.toSorted((a, b) => a - b);
  const n = sorted.length;
  const [below = 0, above = 0] = [sorted[Math.floor((n - 1) / 2)], sorted[Math.floor(n / 2)]];
  const sum = sorted.reduce((total, grade) => total + grade, 0);
  return {
    n,
    average: n ? rounded({ over: BigInt(sum), under: BigInt(n) }) : null,
    median: n ? rounded({ over: BigInt(below + above), under: 2n }) : null,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    passed: sorted.filter((grade) => grade >= passGrade).length,
  };
}
