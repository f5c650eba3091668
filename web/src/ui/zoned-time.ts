import { type Instant, partsOf } from './format.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** What an `<input type="datetime-local">` holds: what the clocks of a zone show at that instant. None is empty. */
export function localOf(instant: Instant | null, timeZone: string): string {
  if (instant === null) return '';
  const { year, month, day, hour, minute } = partsOf(instant, timeZone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

const offsetAt = (at: number, timeZone: string) => Date.parse(`${localOf(at, timeZone)}Z`) - at;

/** The instant at which the clocks of a zone show what such an input holds; null where that is no date. */
export function instantOf(local: string, timeZone: string): string | null {
  const shown = Date.parse(`${local.slice(0, 16)}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(shown)) return null;
  // the offset near it, then the one that holds there: they differ where clocks change in between
  const near = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(near, timeZone)).toISOString();
}
