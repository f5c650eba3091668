import type { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';

/**
 * What to say of one option (by its id; of true and false by `true` and `false`; of a pair by its left id; of a gap, an
 * item or an area by its id): marked rightly, marked wrongly, right but not marked, or wrong and not marked.
 */
export type OptionVerdict = 'right' | 'wrong' | 'missed' | 'plain';

export type Kind = QuestionBody['kind'];
export type Of<T, K> = Extract<T, { kind: K }>;
/** `right` parts out of `all`: what the response earns, before it becomes points. */
export type Part = { right: number; all: number; options: Record<string, OptionVerdict> };
export type Answered = 'no' | 'partly' | 'yes';

/** The rules of one kind of question. A kind that a person marks has no `mark`. */
export type Marker<K extends Kind> = {
  fits(body: Of<QuestionBody, K>, response: Of<QuestionResponse, K>): boolean;
  isAnswered(body: Of<QuestionBody, K>, response: Of<QuestionResponse, K>): Answered;
  mark(
    body: Of<QuestionBody, K>,
    key: Of<AnswerKey, K>,
    response: Of<QuestionResponse, K> | null,
    drawn: Drawn | null,
  ): Part | null;
  solution(key: Of<AnswerKey, K>, drawn: Drawn | null): Of<QuestionResponse, K> | null;
};

export const idsOf = (options: readonly { id: string }[]) => options.map(({ id }) => id);
export const within = (part: readonly string[], all: readonly string[]) => part.every((id) => all.includes(id));
export const isEach = (ids: readonly string[]) => new Set(ids).size === ids.length;
export const howFull = (filled: number, all: number): Answered =>
  filled === 0 ? 'no' : filled < all ? 'partly' : 'yes';

/** So many of those that are right, of all there are. */
export function partOf(verdicts: readonly (readonly [string, OptionVerdict])[]): Part {
  const right = verdicts.filter(([, verdict]) => verdict === 'right').length;
  return { right, all: verdicts.length, options: Object.fromEntries(verdicts) };
}
