const free = 3;
const longest = 15 * 60;

/**
 * Seconds to wait before the next try at one account from one address: none for the first failures, then 2, 4, 8…
 * up to fifteen minutes. It counts by address, so a stranger's guesses never keep the owner out.
 */
export const waitAfter = (failures: number) => (failures < free ? 0 : Math.min(longest, 2 ** (failures - free + 1)));

/** Seconds still to wait at `now`, or zero. */
export function secondsToWait(failures: number, last: Date | null, now: Date): number {
  if (!last) return 0;
  return Math.max(0, Math.ceil(waitAfter(failures) - (now.getTime() - last.getTime()) / 1000));
}
