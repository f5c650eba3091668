import { QuestionBody } from '../content/question.schema.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';

/** Sets: their order says nothing. */
const sets = new Set(['tags', 'territories', 'media', 'correct', 'types', 'bins', 'right']);
/** What is the same whether it is said or not. */
const silent: Record<string, unknown> = {
  credit: 'net',
  relative: false,
  matchCase: false,
  matchAccents: false,
};

/** A question as JSON that is equal where two questions are: keys sorted, sets sorted, images by their hash. */
export const canonical = (question: ExchangeQuestion): string => JSON.stringify(plainOf(question));

/** The fields in which two questions differ. */
export function differences(a: ExchangeQuestion, b: ExchangeQuestion): string[] {
  const [one, other] = [flat(a), flat(b)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name])).sort();
}

function flat(question: ExchangeQuestion): Record<string, unknown> {
  const { body, answerKey, ...rest } = plainOf(question) as Record<string, Record<string, unknown>>;
  return { ...rest, ...body, ...answerKey };
}

const plainOf = (question: ExchangeQuestion) =>
  sorted({ ...question, body: QuestionBody.parse(question.body), media: question.media.map(({ sha }) => sha) }, '');

function sorted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, ''));
    return sets.has(name) ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => !(key in silent && silent[key] === item));
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item, key)]),
  );
}
