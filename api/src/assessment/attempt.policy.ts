import type { Rules } from './rules.policy.ts';

/** How long after the deadline a save that was on its way still counts, in milliseconds. */
export const grace = 10_000;

type Edition = { startsAt: Date; endsAt: Date };
type Try = { submittedAt: Date | null; deadlineAt: Date | null };

/** When an attempt that starts now must end: after its minutes, and when its evaluation closes at the latest. */
export function deadlineOf(start: Date, { minutes, closesAt }: Pick<Rules, 'minutes' | 'closesAt'>): Date {
  if (minutes === null) return closesAt;
  return new Date(Math.min(start.getTime() + minutes * 60_000, closesAt.getTime()));
}

/** Whether nothing more can be saved in an attempt with this deadline. */
export const isOver = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + grace;

/** From when an attempt whose deadline has passed can be closed without taking a save away. */
export const closingTime = (deadlineAt: Date): Date => new Date(deadlineAt.getTime() + grace + 1);

export const isOpen = ({ submittedAt }: Try): boolean => submittedAt === null;

/** Until when one must wait before another attempt; null where no wait is asked, or nothing was tried. */
export function waitUntil({ waitMinutes }: Pick<Rules, 'waitMinutes'>, tries: readonly Try[]): Date | null {
  const last = Math.max(0, ...tries.map(({ submittedAt }) => submittedAt?.getTime() ?? 0));
  return waitMinutes > 0 && last > 0 ? new Date(last + waitMinutes * 60_000) : null;
}

type Gate = Pick<Rules, 'opensAt' | 'closesAt' | 'attempts' | 'waitMinutes'>;

/** Why it is shut at this hour, whoever asks; null while it is open. */
function shutOf({ startsAt, endsAt }: Edition, { opensAt, closesAt }: Gate, now: Date) {
  if (now < opensAt) return now < startsAt ? 'edition_not_started' : 'evaluation_not_open';
  if (now >= closesAt) return now >= endsAt ? 'edition_ended' : 'evaluation_closed';
  return null;
}

/** Why no attempt can start now, the attempts so far given; null when one can. */
export function barOf(edition: Edition, rules: Gate, tries: readonly Try[], now: Date) {
  const shut = shutOf(edition, rules, now);
  if (shut === 'edition_not_started' || shut === 'evaluation_not_open') return shut;
  if (tries.some(isOpen)) return 'attempt_open';
  if (shut) return shut;
  if (tries.length >= rules.attempts) return 'no_attempts_left';
  const wait = waitUntil(rules, tries);
  return wait && now < wait ? 'wait_between_attempts' : null;
}
