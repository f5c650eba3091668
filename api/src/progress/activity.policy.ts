const day = 24 * 60 * 60_000;
const ahead = day;
const behind = 400 * day;

/**
 * Whether a device's word about when something happened can be kept. A clock may be off by a day, and a device may have
 * been without signal for a year; beyond that the event says nothing true and is refused.
 */
export function clockFault(at: Date, now: Date): 'future' | 'ancient' | null {
  if (at.getTime() > now.getTime() + ahead) return 'future';
  return at.getTime() < now.getTime() - behind ? 'ancient' : null;
}
