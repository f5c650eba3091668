type Dates = { opensAt: Date | null; dueAt: Date | null; cutoffAt: Date | null };
type Fault = { path: keyof Dates; code: 'too_early' | 'no_limit' } | null;

/** Why the dates that an edition sets do not follow each other, with those of the version where it sets none. */
export function dateFault(
  set: Dates & { late: string | null },
  version: { opensAt: Date; dueAt: Date; late: string },
): Fault {
  const dueAt = set.dueAt ?? version.dueAt;
  if ((set.opensAt ?? version.opensAt) >= dueAt) return { path: set.dueAt ? 'dueAt' : 'opensAt', code: 'too_early' };
  return set.cutoffAt && limitFault(set.cutoffAt, dueAt, set.late ?? version.late);
}

function limitFault(cutoffAt: Date, dueAt: Date, late: string): Fault {
  if (late === 'refuse') return { path: 'cutoffAt', code: 'no_limit' };
  return cutoffAt < dueAt ? { path: 'cutoffAt', code: 'too_early' } : null;
}
