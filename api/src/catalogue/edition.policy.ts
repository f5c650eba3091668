import type { Edition } from './edition.entity.ts';

type Run = Pick<Edition, 'enrolFrom' | 'enrolUntil' | 'endsAt'> & { seatsLeft: number };

/**
 * What someone may expect of an edition at `now`: `upcoming` before enrolment opens; while it is, `open` or `full`;
 * `running` from then to its end, `ended` after.
 */
export function stateOf({ enrolFrom, enrolUntil, endsAt, seatsLeft }: Run, now: Date) {
  if (now >= endsAt) return 'ended';
  if (now < enrolFrom) return 'upcoming';
  if (now >= enrolUntil) return 'running';
  return seatsLeft > 0 ? 'open' : 'full';
}
