import type { AnswerKey, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { isNear, readDecimal } from './numeric.policy.ts';

export type Verdict = 'right' | 'partial' | 'wrong' | 'blank';

/**
 * What to say of one option (by its id; of true and false by `true` and `false`; of a pair by its left id):
 * marked rightly, marked wrongly, right but not marked, or wrong and not marked.
 */
export type OptionVerdict = 'right' | 'wrong' | 'missed' | 'plain';

export type Score = {
  /** Thousandths, from 0 to those of the question. */
  points: number;
  verdict: Verdict;
  /** Empty for a number. */
  options: Record<string, OptionVerdict>;
};

type Of<T, K> = Extract<T, { kind: K }>;
type Kind = QuestionBody['kind'];
/** `right` parts out of `all`: what the response earns, before it becomes points. */
type Part = { right: number; all: number; options: Record<string, OptionVerdict> };
type Marker<K extends Kind> = {
  ids(body: Of<QuestionBody, K>): string[];
  fits(body: Of<QuestionBody, K>, response: Of<QuestionResponse, K>): boolean;
  isAnswered(body: Of<QuestionBody, K>, response: Of<QuestionResponse, K>): 'no' | 'partly' | 'yes';
  mark(body: Of<QuestionBody, K>, key: Of<AnswerKey, K>, response: Of<QuestionResponse, K> | null): Part;
};

const idsOf = (options: readonly { id: string }[]) => options.map(({ id }) => id);
const within = (part: readonly string[], all: readonly string[]) => part.every((id) => all.includes(id));
const isEach = (ids: readonly string[]) => new Set(ids).size === ids.length;
const howFull = (filled: number, all: number) => (filled === 0 ? 'no' : filled < all ? 'partly' : 'yes');

function choiceVerdict(right: boolean, marked: boolean): OptionVerdict {
  if (marked) return right ? 'right' : 'wrong';
  return right ? 'missed' : 'plain';
}
const choiceVerdicts = (ids: readonly string[], right: readonly string[], marked: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, choiceVerdict(right.includes(id), marked.includes(id))]));
/** All or nothing, of one option among some. */
const oneOf = (ids: readonly string[], right: string, marked: string | undefined): Part => ({
  right: marked === right ? 1 : 0,
  all: 1,
  options: choiceVerdicts(ids, [right], marked === undefined ? [] : [marked]),
});

const single: Marker<'single'> = {
  ids: ({ options }) => idsOf(options),
  fits: (body, { choice }) => single.ids(body).includes(choice),
  isAnswered: () => 'yes',
  mark: (body, { correct }, response) => oneOf(single.ids(body), correct, response?.choice),
};

const trueFalse: Marker<'true_false'> = {
  ids: () => ['true', 'false'],
  fits: () => true,
  isAnswered: () => 'yes',
  mark: (body, { correct }, response) =>
    oneOf(trueFalse.ids(body), String(correct), response ? String(response.value) : undefined),
};

/** Every right mark counts, every wrong one takes away, down to nothing. */
const multiple: Marker<'multiple'> = {
  ids: ({ options }) => idsOf(options),
  fits: (body, { choices }) => within(choices, multiple.ids(body)) && isEach(choices),
  isAnswered: (_, { choices }) => (choices.length > 0 ? 'yes' : 'no'),
  mark(body, { correct }, response) {
    const marked = [...new Set(response?.choices)];
    const hits = marked.filter((id) => correct.includes(id)).length;
    const options = choiceVerdicts(multiple.ids(body), correct, marked);
    return { right: Math.max(0, hits - (marked.length - hits)), all: correct.length, options };
  },
};

const numeric: Marker<'numeric'> = {
  ids: () => [],
  fits: () => true,
  isAnswered: (_, { text }) => (text.trim() === '' ? 'no' : 'yes'),
  mark({ unit }, { value, tolerance }, response) {
    const typed = response && readDecimal(response.text, unit);
    return { right: typed && isNear(typed, value, tolerance) ? 1 : 0, all: 1, options: {} };
  },
};

/** By pair. */
const matching: Marker<'matching'> = {
  ids: ({ left }) => idsOf(left),
  fits: (body, { pairs }) =>
    within(Object.keys(pairs), matching.ids(body)) && within(Object.values(pairs), idsOf(body.right)),
  isAnswered: ({ left }, { pairs }) => howFull(Object.keys(pairs).length, left.length),
  mark(body, key, response) {
    const [right, given] = [new Map(Object.entries(key.pairs)), new Map(Object.entries(response?.pairs ?? {}))];
    const verdictOf = (id: string): OptionVerdict =>
      given.has(id) ? (given.get(id) === right.get(id) ? 'right' : 'wrong') : 'missed';
    const options = matching.ids(body).map((id) => [id, verdictOf(id)] as const);
    return {
      right: options.filter(([, verdict]) => verdict === 'right').length,
      all: right.size,
      options: Object.fromEntries(options),
    };
  },
};

/** By neighbours: a piece moved as a whole loses only its seams. */
const ordering: Marker<'ordering'> = {
  ids: ({ items }) => idsOf(items),
  fits: (body, { order }) => within(order, ordering.ids(body)) && isEach(order),
  isAnswered: ({ items }, { order }) => howFull(order.length, items.length),
  mark(body, key, response) {
    const order = response?.order ?? [];
    const before = (sequence: readonly string[], id: string) => sequence[sequence.indexOf(id) - 1];
    const verdictOf = (id: string): OptionVerdict =>
      order.includes(id) ? (before(order, id) === before(key.order, id) ? 'right' : 'wrong') : 'missed';
    const seams = order.filter((id, i) => i > 0 && before(key.order, id) === order[i - 1]).length;
    const options = Object.fromEntries(ordering.ids(body).map((id) => [id, verdictOf(id)]));
    return { right: seams, all: key.order.length - 1, options };
  },
};

const markers: { [K in Kind]: Marker<K> } = { single, multiple, true_false: trueFalse, numeric, matching, ordering };

/** The rules of a kind, for values that all claim to be of it. */
const markerOf = (kind: Kind) => markers[kind] as unknown as Marker<Kind>;

function verdictOf({ right, all }: Part): Verdict {
  if (right === 0) return 'wrong';
  return right < all ? 'partial' : 'right';
}

/** Whether a response is of the kind of the question and speaks only of its options, each once. Any other is refused. */
export const fits = (body: QuestionBody, response: QuestionResponse): boolean =>
  response.kind === body.kind && markerOf(body.kind).fits(body, response);

/** How much of a question is answered: `partly` while a pair or a place is missing. */
export const isAnswered = (body: QuestionBody, response: QuestionResponse | null): 'no' | 'partly' | 'yes' =>
  response ? markerOf(body.kind).isAnswered(body, response) : 'no';

/**
 * Marks one response. `points` are what the question gives, in thousandths; parts are rounded half up to a thousandth.
 * Single choice, true or false and numbers: all or nothing. Multiple choice: (right marks − wrong marks) ÷ right options,
 * never below zero. Matching: right pairs ÷ pairs. Ordering: neighbours in their order ÷ (items − 1).
 * A number that cannot be read is wrong. The response must fit the question (`fits`), and the key be its own.
 */
export function score(body: QuestionBody, key: AnswerKey, points: number, response: QuestionResponse | null): Score {
  if (key.kind !== body.kind) throw new Error(`A question of kind ${body.kind} has a key of kind ${key.kind}`);
  if (response && !fits(body, response)) throw new Error(`A response does not fit its question of kind ${body.kind}`);
  const blank = isAnswered(body, response) === 'no';
  const part = markerOf(body.kind).mark(body, key, blank ? null : response);
  const all = Math.max(1, part.all); // a key that holds nothing right gives no points, rather than no result
  const earned = Math.floor((2 * points * part.right + all) / (2 * all));
  return { points: blank ? 0 : earned, verdict: blank ? 'blank' : verdictOf(part), options: part.options };
}
