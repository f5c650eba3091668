/** Asked of the tutor, who accepts or rejects it; then perhaps asked of the coordinator, who settles it. */
export const appealStates = ['asked', 'accepted', 'rejected', 'second', 'settled'] as const;
export type AppealState = (typeof appealStates)[number];

/** Days of each step, as the rules of the edition say. */
export type Days = { ask: number; answer: number; second: number; settle: number };
/** What is known of an appeal when somebody wants to go on with it. */
export type Standing = { state: AppealState; answerDueAt: Date; secondUntil: Date | null; settleDueAt: Date | null };

const day = 24 * 60 * 60_000;
export const after = (at: Date, days: number) => new Date(at.getTime() + days * day);

/** Until when a nota published at this moment may be appealed. */
export const askUntil = (publishedAt: Date, { ask }: Days) => after(publishedAt, ask);

/** Why nobody can ask to mark a nota again, or null. One request a nota; what it changed does not open another. */
export function mayAsk(
  { publishedAt, lastAskedAt, open }: { publishedAt: Date; lastAskedAt: Date | null; open: boolean },
  days: Days,
  now: Date,
): 'appeal_open' | 'appeal_done' | 'appeal_closed' | null {
  if (open) return 'appeal_open';
  if (lastAskedAt && lastAskedAt >= publishedAt) return 'appeal_done';
  return now > askUntil(publishedAt, days) ? 'appeal_closed' : null;
}

/** Whether the tutor may answer: late too, for a late answer is better than none. */
export const mayAnswer = ({ state }: Pick<Standing, 'state'>) => state === 'asked';

/** Whether its owner may go on to the second instance: in time after it was rejected, or once its answer is overdue. */
export function maySecond({ state, answerDueAt, secondUntil }: Standing, now: Date): boolean {
  if (state === 'asked') return now > answerDueAt;
  return state === 'rejected' && secondUntil !== null && now <= secondUntil;
}

export const maySettle = ({ state }: Pick<Standing, 'state'>) => state === 'second';

/** Whether somebody owes an answer that is late. */
export function isOverdue({ state, answerDueAt, settleDueAt }: Standing, now: Date): boolean {
  if (state === 'asked') return now > answerDueAt;
  return state === 'second' && settleDueAt !== null && now > settleDueAt;
}

/** Whether nothing can happen to it any more. */
export const isOver = (appeal: Standing, now: Date): boolean =>
  !mayAnswer(appeal) && !maySettle(appeal) && !maySecond(appeal, now);
