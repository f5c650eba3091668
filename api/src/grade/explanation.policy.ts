import {
  type Ratio,
  type Scale,
  cutOf,
  exactGrade,
  grade,
  isAbove,
  pointsFor,
  rounded,
} from '../assessment/nota.policy.ts';
import { type Weighed, exactAverage, formatGrade, graded } from './grade.policy.ts';

/** A number as it is read in Chile, `1.234,5`, and whether its digits end there. */
type Written = { text: string; isExact: boolean };

/** How points became a nota. Numbers are written with a decimal comma; notas are tenths. */
export type Explanation = {
  points: string;
  maxPoints: string;
  demand: number;
  /** The points that give the passing nota. */
  cut: string;
  stretch: 'below' | 'above';
  /** What the stretch starts from, its height, and how far along it the points are: base + span × advance ÷ length. */
  formula: { base: string; span: string; advance: string; length: string };
  /** The formula with its numbers, and then with its brackets worked out. */
  lines: string[];
  /** Before rounding: digits cut off, not rounded, so that the one that decides can be seen. */
  exact: string;
  isExact: boolean;
  /** The second decimal, which decides, and whether it rounds up. */
  roundingDigit: number;
  roundsUp: boolean;
  rounded: number;
  passed: boolean;
  /** Some scores from none to all, with the cut and one's own among them. */
  table: { points: string; grade: number; yours: boolean }[];
  /** The nota with one, two and three points more, as far as there are. */
  more: { points: string; grade: number }[];
  /** The fewest points that pass; less than the cut, where the nota is rounded up to it. */
  toPass: string;
};

/** Writes a ratio of tenths, thousandths… (`unit` to one) with from `least` to `most` decimals, and cuts off the rest. */
export function write({ over, under }: Ratio, unit: bigint, least: number, most: number): Written {
  const [numerator, denominator, power] = [over, under * unit, 10n ** BigInt(most)];
  const shifted = (numerator * power) / denominator;
  const whole = String(shifted / power).replace(/\B(?=(\d{3})+$)/g, '.');
  const decimals = String(shifted % power)
    .padStart(most, '0')
    .replace(/0+$/, '')
    .padEnd(least, '0');
  return { text: decimals ? `${whole},${decimals}` : whole, isExact: shifted * denominator === numerator * power };
}

const whole = (value: number): Ratio => ({ over: BigInt(value), under: 1n });
const minus = (a: Ratio, b: Ratio): Ratio => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under });

/** Points, of thousandths: `14,4`. */
export const formatPoints = (thousandths: number) => write(whole(thousandths), 1000n, 0, 3).text;
/** The same of points that may have halves of a thousandth, as a cut may. */
const writePoints = (points: Ratio) => write(points, 1000n, 0, 5).text;

function formulaOf(points: number, maxPoints: number, scale: Scale) {
  const cut = cutOf(maxPoints, scale);
  const [all, own] = [formatPoints(maxPoints), formatPoints(points)];
  if (!isAbove(points, maxPoints, scale)) {
    const [base, span] = [formatGrade(scale.min), formatGrade(scale.pass - scale.min)];
    const formula = { base, span, advance: own, length: writePoints(cut) };
    return { formula, lines: [`${base} + ${span} × ${own} ÷ ${formula.length}`] };
  }
  const [base, span] = [formatGrade(scale.pass), formatGrade(scale.max - scale.pass)];
  const [advance, length] = [writePoints(minus(whole(points), cut)), writePoints(minus(whole(maxPoints), cut))];
  const at = writePoints(cut);
  return {
    formula: { base, span, advance, length },
    lines: [`${base} + ${span} × (${own} − ${at}) ÷ (${all} − ${at})`, `${base} + ${span} × ${advance} ÷ ${length}`],
  };
}

/** Whole points between the rows of the table: 1, 2 or 5 and their tens, so that there are at most ten steps. */
function stepOf(maxPoints: number): number {
  let [step, power] = [0, 1000];
  for (; step === 0; power *= 10) step = [1, 2, 5].map((n) => n * power).find((n) => maxPoints <= 10 * n) ?? 0;
  return step;
}

function tableOf(points: number, maxPoints: number, scale: Scale): Explanation['table'] {
  const step = stepOf(maxPoints);
  const { over, under } = cutOf(maxPoints, scale);
  const steps = Array.from({ length: Math.ceil(maxPoints / step) }, (_, i) => i * step);
  const cut = Number((over + under - 1n) / under);
  const rows = [...new Set([...steps, cut, points, maxPoints])].sort((a, b) => a - b);
  return rows.map((row) => ({
    points: formatPoints(row),
    grade: grade(row, maxPoints, scale),
    yours: row === points,
  }));
}

const moreOf = (points: number, maxPoints: number, scale: Scale): Explanation['more'] =>
  [1000, 2000, 3000]
    .map((extra) => points + extra)
    .filter((more) => more <= maxPoints)
    .map((more) => ({ points: formatPoints(more), grade: grade(more, maxPoints, scale) }));

/** Every step from points (thousandths) to a nota, for the page that explains it. */
export function explain(points: number, maxPoints: number, scale: Scale): Explanation {
  const exact = exactGrade(points, maxPoints, scale);
  const written = write(exact, 10n, 1, 4);
  const roundingDigit = Number(((10n * exact.over) / exact.under) % 10n);
  return {
    points: formatPoints(points),
    maxPoints: formatPoints(maxPoints),
    demand: scale.demand,
    cut: writePoints(cutOf(maxPoints, scale)),
    stretch: isAbove(points, maxPoints, scale) ? 'above' : 'below',
    ...formulaOf(points, maxPoints, scale),
    exact: written.text,
    isExact: written.isExact,
    roundingDigit,
    roundsUp: roundingDigit >= 5,
    rounded: rounded(exact),
    passed: rounded(exact) >= scale.pass,
    table: tableOf(points, maxPoints, scale),
    more: moreOf(points, maxPoints, scale),
    toPass: formatPoints(pointsFor(scale.pass, maxPoints, scale)),
  };
}

/**
 * How notas became an average: `(5,1 × 20 + 6,3 × 80) ÷ 100`, then `(102 + 504) ÷ 100`, then `6,06`, over what is graded.
 * An ellipsis says that the digits go on. Empty before the first nota.
 */
export function explainAverage(items: readonly Weighed[]): string[] {
  const exact = exactAverage(items);
  if (!exact) return [];
  const counted = graded(items);
  const { text, isExact } = write(exact, 10n, 1, 4);
  const products = counted.map(({ weight, grade }) => write(whole(weight * grade), 10n, 0, 1).text);
  return [
    `(${counted.map(({ weight, grade }) => `${formatGrade(grade)} × ${weight}`).join(' + ')}) ÷ ${exact.under}`,
    `(${products.join(' + ')}) ÷ ${exact.under}`,
    isExact ? text : `${text}…`,
  ];
}
