/** What becomes of what is left after one decimal: to the nearest with halves up, cut off, or to the next one. */
export type Rounding = 'half_up' | 'down' | 'up';

/** A scale of notas. Notas are tenths (`39` is 3,9); `demand` is the percentage of the points that gives `pass`. */
export type Scale = { demand: number; min: number; pass: number; max: number; rounding: Rounding };

/** From 1,0 (or `min`) to 7,0, passed with 4,0. */
export const scaleOf = (demand: number, min = 10, rounding: Rounding = 'half_up'): Scale => ({
  ...{ demand, min, pass: 40, max: 70, rounding },
});

/** An exact rational: points, notas and averages stay so until they are rounded, once. */
export type Ratio = { over: bigint; under: bigint };

/** To the nearest whole number, halves up. Of ratios that are not negative. */
export const rounded = ({ over, under }: Ratio) => Number((2n * over + under) / (2n * under));

/** To a whole number by a rule. Of ratios that are not negative. */
export function roundedBy(ratio: Ratio, rounding: Rounding): number {
  if (rounding === 'half_up') return rounded(ratio);
  const { over, under } = ratio;
  return Number((rounding === 'up' ? over + under - 1n : over) / under);
}

/** The points, in thousandths, that give the passing nota. */
export const cutOf = (maxPoints: number, { demand }: Scale): Ratio => ({
  over: BigInt(demand) * BigInt(maxPoints),
  under: 100n,
});

function check(points: number, maxPoints: number, { demand, min, pass, max }: Scale) {
  const sound = points >= 0 && points <= maxPoints && maxPoints > 0 && demand >= 1 && demand <= 99;
  if (!sound || !(min < pass && pass < max))
    throw new RangeError(`No nota for ${points} of ${maxPoints} with a demand of ${demand} %`);
}

/** Whether these points lie on the stretch that goes up from the cut. */
export const isAbove = (points: number, maxPoints: number, { demand }: Scale) =>
  100n * BigInt(points) >= BigInt(demand) * BigInt(maxPoints);

/**
 * The nota before rounding, in tenths: a line from `min` at no points to `pass` at the cut, and another to `max` at all.
 * @param points thousandths, from 0 to `maxPoints`
 */
export function exactGrade(points: number, maxPoints: number, scale: Scale): Ratio {
  check(points, maxPoints, scale);
  const [p, all, demand] = [BigInt(points), BigInt(maxPoints), BigInt(scale.demand)];
  const [min, pass, max] = [BigInt(scale.min), BigInt(scale.pass), BigInt(scale.max)];
  const cut = demand * all; // hundredfold, to stay whole
  if (!isAbove(points, maxPoints, scale)) return { over: min * cut + (pass - min) * 100n * p, under: cut };
  const rest = 100n * all - cut;
  return { over: pass * rest + (max - pass) * (100n * p - cut), under: rest };
}

/**
 * The nota of some points, in tenths: 39 is 3,9. Exact until it is rounded once, by the scale's rule, to one decimal:
 * 33 of 56 points are 3,946… and so 3,9; by way of hundredths they would be 3,95 and pass.
 * @param points thousandths, from 0 to `maxPoints`
 * @throws RangeError when there is no such nota
 */
export const grade = (points: number, maxPoints: number, scale: Scale): number =>
  roundedBy(exactGrade(points, maxPoints, scale), scale.rounding);

/** The fewest points, in thousandths, that give at least this nota. */
export function pointsFor(wanted: number, maxPoints: number, scale: Scale): number {
  let [least, most] = [0, maxPoints];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (grade(middle, maxPoints, scale) >= wanted) most = middle;
    else least = middle + 1;
  }
  return least;
}

export type Keep = 'best' | 'last' | 'average';

/**
 * What several attempts give, in tenths; null when there is none. The average is of the notas as printed, rounded half up.
 * @param grades in the order of the attempts
 */
export function combine(grades: readonly number[], keep: Keep): number | null {
  if (grades.length === 0) return null;
  if (keep === 'best') return Math.max(...grades);
  if (keep === 'last') return grades.at(-1) ?? null;
  return rounded({ over: grades.reduce((sum, grade) => sum + BigInt(grade), 0n), under: BigInt(grades.length) });
}

/**
 * As `combine`, where some wait for marks (null): null while the nota hangs from one of those. The best of those marked is the
 * best so far.
 */
export function keptOf(grades: readonly (number | null)[], keep: Keep): number | null {
  const marked = grades.filter((nota) => nota !== null);
  return keep === 'best' || marked.length === grades.length ? combine(marked, keep) : null;
}

/** Which of the attempts make up what `combine` answers. Of several best ones, the first. */
export function counting(grades: readonly number[], keep: Keep): boolean[] {
  const chosen = keep === 'best' ? grades.indexOf(Math.max(...grades)) : grades.length - 1;
  return grades.map((_, i) => keep === 'average' || i === chosen);
}
