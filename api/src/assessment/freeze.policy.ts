import { type Arrangement, arrangementOf } from '../bank/arrange.policy.ts';
import { draw } from '../bank/shuffle.policy.ts';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';

export type PoolQuestion = { id: string; points: number; body: QuestionBody; answerKey: AnswerKey };
/** A question as an attempt keeps it. */
export type FrozenQuestion = Arrangement & { position: number; questionVersionId: string; points: number };

/** Draws `n` questions of the pool, or all of a smaller one, and how each is shown: the same again for a seed. */
export const freeze = (seed: bigint, pool: readonly PoolQuestion[], n: number): FrozenQuestion[] =>
  draw(seed, pool, Math.min(n, pool.length)).map((question, i) => ({
    position: i + 1,
    questionVersionId: question.id,
    points: question.points,
    ...arrangementOf(seed, question),
  }));
