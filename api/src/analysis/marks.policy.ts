import type { AnswerKey, QuestionBody, QuestionResponse } from '../content/question.schema.ts';

/** Something that can be marked in a question. `label` is its letter, where it has one; `html` what it says. */
export type Choice = { id: string; label: string | null; html: string; key: boolean };

type Of<T, K> = Extract<T, { kind: K }>;
type Kind = QuestionBody['kind'];
type Reader<K extends Kind> = {
  /** What there is to mark; null where people write what they want. */
  choices(body: Of<QuestionBody, K>, key: Of<AnswerKey, K>): Choice[] | null;
  /** The ids of what this response marks. */
  marks(response: Of<QuestionResponse, K>, key: Of<AnswerKey, K>): string[];
};

const letterOf = (i: number) => String.fromCharCode(65 + i);
const lettered = (options: readonly { id: string; html: string }[], isKey: (id: string) => boolean): Choice[] =>
  options.map(({ id, html }, i) => ({ id, label: letterOf(i), html, key: isKey(id) }));
const together = (one: string, other: string) => `${one} → ${other}`;
/** Every way to put an item with one of the others. */
const pairsOf = (
  items: readonly Named[],
  others: readonly Named[],
  right: Readonly<Record<string, string>>,
): Choice[] =>
  items.flatMap((item) =>
    others.map((other) => ({
      ...{ id: together(item.id, other.id), label: null, html: `${item.html} → ${other.html}` },
      key: new Map(Object.entries(right)).get(item.id) === other.id,
    })),
  );
type Named = { id: string; html: string };
const entries = (pairs: Readonly<Record<string, string>>) => Object.entries(pairs).map(([id, to]) => together(id, to));
/** As it was typed, but for spaces at its ends and capitals. */
const written = (text: string) => [text.trim().toLowerCase().slice(0, 80)].filter(Boolean);

const readers: { [K in Kind]: Reader<K> } = {
  single: {
    choices: ({ options }, { correct }) => lettered(options, (id) => id === correct),
    marks: ({ choice }) => [choice],
  },
  multiple: {
    choices: ({ options }, { correct }) => lettered(options, (id) => correct.includes(id)),
    marks: ({ choices }) => [...new Set(choices)],
  },
  true_false: {
    choices: (_, { correct }) => [
      { id: 'true', label: null, html: 'Verdadero', key: correct },
      { id: 'false', label: null, html: 'Falso', key: !correct },
    ],
    marks: ({ value }) => [String(value)],
  },
  numeric: { choices: () => null, marks: ({ text }) => written(text) },
  matching: {
    choices: ({ left, right }, { pairs }) => pairsOf(left, right, pairs),
    marks: ({ pairs }) => entries(pairs),
  },
  /** Of each item, whether it stands in its place. */
  ordering: {
    choices: ({ items }) => items.map(({ id, html }) => ({ id, label: null, html, key: true })),
    marks: ({ order }, key) => key.order.filter((id, i) => order[i] === id),
  },
  short: { choices: () => null, marks: ({ text }) => written(text) },
  calculated: { choices: () => null, marks: ({ text }) => written(text) },
  /** By gap, in the order of the text: «1: dos». Options by what they say, the rest as it was typed. */
  gaps: {
    choices: () => null,
    marks: ({ gaps }, key) =>
      Object.keys(key.gaps).flatMap((id, i) =>
        written(Object.hasOwn(gaps, id) ? gaps[id]! : '').map((text) => `${i + 1}: ${text}`),
      ),
  },
  categorise: {
    choices: ({ items, bins }, key) => pairsOf(items, bins, key.bins),
    marks: ({ bins }) => entries(bins),
  },
  hotspot: {
    choices: ({ areas }, { correct }) =>
      lettered(
        areas.map(({ id, name }) => ({ id, html: escaped(name) })),
        (id) => correct.includes(id),
      ),
    marks: ({ areas }) => [...new Set(areas)],
  },
  essay: { choices: () => [], marks: () => [] },
  file: { choices: () => [], marks: () => [] },
};

const readerOf = (kind: Kind) => readers[kind] as unknown as Reader<Kind>;

/** What can be marked in a question, in its own order; null where people write. */
export const choicesOf = (body: QuestionBody, key: AnswerKey): Choice[] | null =>
  readerOf(body.kind).choices(body, key);

/** What a response marks, by the ids of `choicesOf`; of a written one, its text. */
export const marksOf = (key: AnswerKey, response: QuestionResponse | null): string[] =>
  response?.kind === key.kind ? readerOf(key.kind).marks(response, key) : [];

/** How many gave the same response, in all and of the groups with the highest and the lowest total. */
export type Answer = { response: QuestionResponse | null; share: number; people: number; upper: number; lower: number };
export type Tally = Choice & { people: number; upper: number; lower: number };

/** Of what is written, only the commonest: a name that one person typed says nothing of the question. */
const shown = 6;

/** How often each choice was marked, or the commonest texts that were written. */
export function tally(body: QuestionBody, key: AnswerKey, answers: readonly Answer[]): Tally[] {
  const choices = choicesOf(body, key);
  const counts = new Map<string, Tally>(
    choices?.map((choice) => [choice.id, { ...choice, people: 0, upper: 0, lower: 0 }]),
  );
  for (const { response, share, people, upper, lower } of answers)
    for (const id of marksOf(key, response)) {
      const fresh = { id, label: null, html: escaped(id), key: share > 0.999, people: 0, upper: 0, lower: 0 };
      const count = counts.get(id) ?? (choices ? null : fresh);
      if (!count) continue; // an option that a later version no longer has
      Object.assign(count, { people: count.people + people, upper: count.upper + upper, lower: count.lower + lower });
      counts.set(id, count);
    }
  const all = [...counts.values()];
  return choices ? all : all.sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1)).slice(0, shown);
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
