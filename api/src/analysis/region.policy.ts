/** Figures of fewer people than these would speak of somebody. */
export const fewest = 5;

type Counted = { cut: string | null; people: number };

/**
 * Which regions may be told apart: those of five people or more. Where what stays hidden comes to fewer than five, it
 * could be found by taking the others from the total, and so the smallest of those hides as well.
 */
export function visible<T extends Counted>(regions: readonly T[]): T[] {
  const shown = regions.filter(({ people }) => people >= fewest);
  const hidden = regions.filter(({ people }) => people < fewest).reduce((sum, { people }) => sum + people, 0);
  if (hidden === 0 || hidden >= fewest) return shown;
  const smallest = shown.toSorted((a, b) => a.people - b.people)[0];
  return shown.filter((region) => region !== smallest);
}
