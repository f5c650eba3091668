/** What two people gave to the same piece of work, in the same unit: tenths of a nota, thousandths of a point. */
export type Pair = readonly [first: number, second: number];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};

/**
 * Cohen's kappa with quadratic weights: 1 is full agreement, 0 what chance alone would give.
 *
 * κ = 1 − Σ w·observed ÷ Σ w·expected with w = (a − b)², where what is expected comes from the margins. With these
 * weights the expected part is the mean of (aᵢ − bⱼ)² over all i, j, which is var a + var b + (mean a − mean b)².
 * J. Cohen (1968), «Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit»,
 * Psychological Bulletin 70 (4), 213–220.
 *
 * @returns null where it is not defined: fewer than two pairs, or everyone gave the same to everything
 */
export function weightedKappa(pairs: readonly Pair[]): number | null {
  if (pairs.length < 2) return null;
  const [firsts, seconds] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const expected = variance(firsts) + variance(seconds) + (mean(firsts) - mean(seconds)) ** 2;
  if (expected === 0) return null;
  return 1 - mean(pairs.map(([a, b]) => (a - b) ** 2)) / expected;
}

/** By how much the second gives more than the first on average, and how far apart they are whichever way. */
export function differences(pairs: readonly Pair[]): { mean: number; absolute: number } | null {
  if (pairs.length === 0) return null;
  return { mean: mean(pairs.map(([a, b]) => b - a)), absolute: mean(pairs.map(([a, b]) => Math.abs(b - a))) };
}

/** Words for a kappa: J. R. Landis and G. G. Koch (1977), Biometrics 33 (1), 159–174. */
export type Strength = 'poor' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'almost_perfect';
const strengths: readonly (readonly [least: number, strength: Strength])[] = [
  [0.81, 'almost_perfect'],
  [0.61, 'substantial'],
  [0.41, 'moderate'],
  [0.21, 'fair'],
  [0, 'slight'],
];
export const strengthOf = (kappa: number): Strength =>
  strengths.find(([least]) => Math.round(kappa * 100) / 100 >= least)?.[1] ?? 'poor';
