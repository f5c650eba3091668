import type { AnswerKey, Drawn, QuestionBody } from '../content/question.schema.ts';
import { drawNumbers, fillIn } from './calculated.policy.ts';
import type { Of } from './marker.policy.ts';
import { shuffle } from './shuffle.policy.ts';

type Ided = { id: string };
/** A question as it is shown once: the ids of what is shuffled, in their order, and the numbers that were drawn for it. */
export type Arrangement = { optionOrder: string[]; drawn: Drawn | null };

const choicesOf = ({ parts }: Of<QuestionBody, 'gaps'>) => parts.filter((part) => part.type === 'choice');

/**
 * What of a question is shuffled, in lists of their own; ids of a list with a name are kept with it (`bins/levantamiento`).
 * The left side of pairs stays, and so does what has no options.
 */
function movable(body: QuestionBody): [list: string, options: readonly Ided[]][] {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return [['', body.options]];
    case 'matching':
      return [['', body.right]];
    case 'ordering':
      return [['', body.items]];
    case 'categorise':
      return [
        ['items/', body.items],
        ['bins/', body.bins],
      ];
    case 'gaps':
      return choicesOf(body).map(({ id, options }) => [`${id}/`, options]);
    default:
      return [];
  }
}

const isRight = (order: readonly string[], key: AnswerKey) =>
  key.kind === 'ordering' && key.order.every((id, i) => order[i] === id);

type Question = { id: string; body: QuestionBody; answerKey: AnswerKey };

/** Items to put in order are never shown in order; of two, that would tell the answer every time. */
function orderOf(seed: bigint, { id, body, answerKey }: Question): string[] {
  return movable(body).flatMap(([list, options]) => {
    const ids = options.map((option) => `${list}${option.id}`);
    const stream = list ? `${id} ${list}` : id;
    let order = shuffle(seed, stream, ids);
    for (let round = 2; ids.length > 2 && isRight(order, answerKey); round++)
      order = shuffle(seed, `${stream} ${round}`, ids);
    return order;
  });
}

/** The order of a question's options and the numbers of a calculated one: the same again for a seed and an id. */
export const arrangementOf = (seed: bigint, question: Question): Arrangement => ({
  optionOrder: orderOf(seed, question),
  drawn: question.answerKey.kind === 'calculated' ? drawNumbers(seed, question.id, question.answerKey) : null,
});

/** In the frozen order; what it does not name stays in its place. */
const sorted = <T extends Ided>(options: readonly T[], order: readonly string[], list = ''): T[] =>
  options.toSorted((a, b) => order.indexOf(list + a.id) - order.indexOf(list + b.id));

/** The question as it is shown: its options in their frozen order, its numbers in the prompt. */
export function arrange(body: QuestionBody, order: readonly string[], drawn: Drawn | null = null): QuestionBody {
  switch (body.kind) {
    case 'matching':
      return { ...body, right: sorted(body.right, order) };
    case 'ordering':
      return { ...body, items: sorted(body.items, order) };
    case 'categorise':
      return { ...body, items: sorted(body.items, order, 'items/'), bins: sorted(body.bins, order, 'bins/') };
    case 'gaps':
      return { ...body, parts: body.parts.map((part) => arrangedGap(part, order)) };
    case 'calculated':
      return { ...body, prompt: fillIn(body.prompt, drawn) };
    default:
      return 'options' in body ? { ...body, options: sorted(body.options, order) } : body;
  }
}

const arrangedGap = (part: Of<QuestionBody, 'gaps'>['parts'][number], order: readonly string[]) =>
  part.type === 'choice' ? { ...part, options: sorted(part.options, order, `${part.id}/`) } : part;
