import { fits, score } from '../bank/scoring.policy.ts';
import type { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';

type Said = { body: QuestionBody; answerKey: AnswerKey };
/** A question as an attempt froze it, and what a regrade decided since: another version to score with, or points without. */
export type Mendable = Said & {
  mended: Said | null;
  treatment: 'full' | 'dropped' | null;
  response: QuestionResponse | null;
};

/** By which version the answer counts: the mended one, unless it lacks what the response speaks of. */
export function countedBy({ body, answerKey, mended, response }: Mendable): Said {
  const fit = mended && (!response || fits(mended.body, response));
  return fit ? { body: mended.body, answerKey: mended.answerKey } : { body, answerKey };
}

/**
 * The points of an answer when its attempt ends, in thousandths. Null where somebody has to mark it; an answer that was never
 * given is worth nothing and waits for nobody, unless everyone was given the points.
 */
export function pointsOf(answer: Mendable & { points: number; drawn: Drawn | null }): number | null {
  const { treatment, points, response, drawn } = answer;
  if (treatment) return treatment === 'full' ? points : 0;
  const { body, answerKey } = countedBy(answer);
  return response ? score(body, answerKey, points, response, drawn).points : 0;
}
