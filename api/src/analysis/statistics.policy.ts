/** What a statement sums up of pairs (x, y): population moments. Null where there is nothing to sum up. */
export type Moments = { varianceX: number | null; varianceY: number | null; covariance: number | null };

/**
 * Pearson's product-moment correlation, r = cov(x, y) / (s_x · s_y). With x the share of points in a question and y the
 * share in the rest of the test, it is the item-rest correlation: the point-biserial coefficient, corrected for the
 * overlap of an item with its own total (Henrysson, S. (1963), «Correction of item-total correlations in item analysis»,
 * Psychometrika 28, 211–218). Null where one of them does not vary.
 */
export function correlation({ varianceX, varianceY, covariance }: Moments): number | null {
  if (covariance === null || !varianceX || !varianceY) return null;
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
}

/** Of one question: to how many it was given, and the population variance of its points. */
export type ItemSpread = { people: number; variance: number };

/**
 * Cronbach's alpha, k/(k − 1) · (1 − Σ s²_i / s²_total) (Cronbach, L. J. (1951), «Coefficient alpha and the internal
 * structure of tests», Psychometrika 16, 297–334). Where every question is right or wrong it is the formula 20 of Kuder
 * and Richardson (1937). Where questions are drawn, k and Σ s²_i are those of an average attempt: each question weighs as
 * often as it was given. That is an approximation, and equal to alpha where everyone has the same questions.
 * Null with fewer than two questions, or where nobody's total differs.
 */
export function alphaOf(items: readonly ItemSpread[], people: number, totalVariance: number): number | null {
  const given = items.reduce((sum, item) => sum + item.people, 0) / people;
  const spread = items.reduce((sum, { people: n, variance }) => sum + n * variance, 0) / people;
  return given > 1 && totalVariance > 0 ? (given / (given - 1)) * (1 - spread / totalVariance) : null;
}

/**
 * The standard error of measurement, s_total · √(1 − reliability), in the unit of the variance's root (Lord, F. M. and
 * Novick, M. R. (1968), Statistical theories of mental test scores). A negative reliability counts as none.
 */
export const errorOf = (totalVariance: number, alpha: number): number =>
  Math.sqrt(totalVariance * (1 - Math.max(0, alpha)));
