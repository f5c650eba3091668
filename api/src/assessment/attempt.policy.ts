/** How long after the deadline a save that was on its way still counts, in milliseconds. */
export const grace = 10_000;

type Edition = { startsAt: Date; endsAt: Date };
type Try = { submittedAt: Date | null; deadlineAt: Date | null };
type Rules = { attempts: number; release: 'submission' | 'closing' };

/** When an attempt that starts now must end: after its minutes, and with its edition at the latest. */
export function deadlineOf(start: Date, minutes: number | null, { endsAt }: Pick<Edition, 'endsAt'>): Date {
  if (minutes === null) return endsAt;
  return new Date(Math.min(start.getTime() + minutes * 60_000, endsAt.getTime()));
}

/** Whether nothing more can be saved in an attempt with this deadline. */
export const isOver = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + grace;

/** From when an attempt whose deadline has passed can be closed without taking a save away. */
export const closingTime = (deadlineAt: Date): Date => new Date(deadlineAt.getTime() + grace + 1);

export const isOpen = ({ submittedAt }: Try): boolean => submittedAt === null;

/** Why no attempt can start now, the attempts so far given; null when one can. */
export function barOf({ startsAt, endsAt }: Edition, { attempts }: Rules, tries: readonly Try[], now: Date) {
  if (now < startsAt) return 'edition_not_started';
  if (tries.some(isOpen)) return 'attempt_open';
  if (now >= endsAt) return 'edition_ended';
  return tries.length >= attempts ? 'no_attempts_left' : null;
}

/** Since when the learner may see what an ended attempt gave: at once, or when the edition closes; null until then. */
export function releasedAt(
  submittedAt: Date,
  { release }: Pick<Rules, 'release'>,
  endsAt: Date,
  now: Date,
): Date | null {
  if (release === 'submission') return submittedAt;
  return now >= endsAt ? endsAt : null;
}
