import type { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { arrange, arrangementOf } from './arrange.policy.ts';
import { fits, score, solutionOf } from './scoring.policy.ts';

type Question = { id: string; points: number; body: QuestionBody; answerKey: AnswerKey };

/** A question as a learner meets it, shuffled and with numbers drawn by this seed: nothing of its key. */
export function shownTo(seed: number, question: Question): { body: QuestionBody; drawn: Drawn | null } {
  const { optionOrder, drawn } = arrangementOf(BigInt(seed), question);
  return { body: arrange(question.body, optionOrder, drawn), drawn };
}

/** What a response to it earns, with all that may be said of it; null where the response does not fit. */
export function tried(seed: number, question: Question, response: QuestionResponse | null) {
  const { points: maxPoints, body, answerKey } = question;
  if (response && !fits(body, response)) return null;
  const { drawn } = arrangementOf(BigInt(seed), question);
  const { feedback, optionFeedback } = answerKey;
  const scored = score(body, answerKey, maxPoints, response, drawn);
  return { ...scored, maxPoints, feedback, optionFeedback, solution: solutionOf(answerKey, drawn) };
}
