import { QuestionBody } from '../content/question.schema.ts';
import { decimalOf } from './decimal.policy.ts';
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
  sorted(
    { ...question, body: joined(QuestionBody.parse(question.body)), media: question.media.map(({ sha }) => sha) },
    '',
  );

type Part = Extract<QuestionBody, { kind: 'gaps' }>['parts'][number];

/** Pieces of HTML that stand side by side are one. */
function joined(body: QuestionBody): QuestionBody {
  if (body.kind !== 'gaps') return body;
  const parts: Part[] = [];
  for (const part of body.parts) {
    const last = parts.at(-1);
    if (part.type === 'html' && last?.type === 'html')
      parts[parts.length - 1] = { ...part, html: last.html + part.html };
    else parts.push(part);
  }
  return {
    ...body,
    parts: parts.filter((part) => part.type !== 'html' || part.html.trim() !== '' || parts.length > 1),
  };
}

const decimals = new Set(['value', 'tolerance', 'min', 'max', 'step']);
/** `0.50` is `0.5`. */
const shortest = (decimal: string) => decimalOf(decimal) ?? decimal;

/** A paragraph alone is the same as its words. */
const plainText = (text: string) => /^<p>((?:(?!<\/?p\b)[^])*)<\/p>$/.exec(text)?.[1] ?? text;

function sorted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, ''));
    return sets.has(name) ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value === 'string') return decimals.has(name) ? shortest(value) : plainText(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => !(key in silent && silent[key] === item));
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item, key)]),
  );
}
