import type { Edition } from '../catalogue/edition.entity.ts';

type Dates = Pick<Edition, 'enrolFrom' | 'enrolUntil'>;

/** Why nobody can enrol at `now`, or null: enrolment is open from its first moment to before its last. */
export const mayEnrol = ({ enrolFrom, enrolUntil }: Dates, now: Date): 'enrolment_closed' | null =>
  now < enrolFrom || now >= enrolUntil ? 'enrolment_closed' : null;
