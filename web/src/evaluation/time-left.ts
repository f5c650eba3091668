import { words } from './words.ts';

const { time } = words.attempt;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When the first byte of the document came, which brought the server's hour with it. */
function documentCame(): number {
  const [page] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming | undefined)[];
  return performance.timeOrigin + (page?.responseStart ?? 0);
}

/** How far the server's clock is ahead of this device's, in milliseconds. `receivedAt` is null for what came with the document. */
export const offsetOf = (serverNow: string, receivedAt: number | null): number =>
  Date.parse(serverNow) - (receivedAt ?? documentCame());

/** «3 días», «1 h 20 min», «27 min», and by the second in the last two minutes: «1:45». */
export function timeLeft(milliseconds: number): string {
  const left = Math.max(0, milliseconds);
  if (left >= 2 * day) return time.days(Math.floor(left / day));
  if (left >= hour) return time.hours(Math.floor(left / hour), Math.floor((left % hour) / minute));
  if (left >= 2 * minute) return time.minutes(Math.floor(left / minute));
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Minutes left at which whoever cannot see the clock is told. */
const warnings = [10, 2];

/** The warning that falls between two looks at the clock. */
export const warningBetween = (before: number, after: number): number | undefined =>
  warnings.find((minutes) => before > minutes * minute && after <= minutes * minute);
