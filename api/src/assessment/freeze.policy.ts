import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { draw, shuffle } from './shuffle.policy.ts';

export type PoolQuestion = { id: string; points: number; body: QuestionBody; answerKey: AnswerKey };
/** A question as an attempt keeps it; `optionOrder` holds the ids of what is shuffled, in the order in which it is shown. */
export type FrozenQuestion = { position: number; questionVersionId: string; points: number; optionOrder: string[] };

/** What of a question is shuffled: the left side of pairs stays, and so does what has no options. */
function movable(body: QuestionBody): readonly { id: string }[] {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return body.options;
    case 'matching':
      return body.right;
    case 'ordering':
      return body.items;
    default:
      return [];
  }
}

const isRight = (order: readonly string[], key: AnswerKey) =>
  key.kind === 'ordering' && key.order.every((id, i) => order[i] === id);

/** Items to put in order are never shown in order; of two, that would tell the answer every time. */
function orderOf(seed: bigint, { id, body, answerKey }: PoolQuestion): string[] {
  const ids = movable(body).map((option) => option.id);
  let order = shuffle(seed, id, ids);
  for (let round = 2; ids.length > 2 && isRight(order, answerKey); round++)
    order = shuffle(seed, `${id} ${round}`, ids);
  return order;
}

/** Draws `n` questions of the pool, or all of a smaller one, and the order of their options: the same again for a seed. */
export const freeze = (seed: bigint, pool: readonly PoolQuestion[], n: number): FrozenQuestion[] =>
  draw(seed, pool, Math.min(n, pool.length)).map((question, i) => ({
    position: i + 1,
    questionVersionId: question.id,
    points: question.points,
    optionOrder: orderOf(seed, question),
  }));

const sorted = <T extends { id: string }>(options: readonly T[], order: readonly string[]): T[] =>
  options.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

/** The question with its options in their frozen order. */
export function arrange(body: QuestionBody, order: readonly string[]): QuestionBody {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return { ...body, options: sorted(body.options, order) };
    case 'matching':
      return { ...body, right: sorted(body.right, order) };
    case 'ordering':
      return { ...body, items: sorted(body.items, order) };
    default:
      return body;
  }
}
