import type { Schemas } from '../api/client.ts';
import { gapsText, readGaps } from './gaps-text.ts';

export type Wording = Schemas['BankQuestion']['source'];
export type Body = Wording['body'];
export type Key = Wording['answerKey'];
export type Kind = Body['kind'];
export type BodyOf<K extends Kind> = Extract<Body, { kind: K }>;
export type KeyOf<K extends Kind> = Extract<Key, { kind: K }>;
export type Area = BodyOf<'hotspot'>['areas'][number];
export type Shape = Area['shape'];
export type Option = { id: string; html: string };

/** A question on a form: its phrases in Markdown, its numbers as they are typed, its text with gaps in one piece. */
export type Draft = { points: string; body: Body; answerKey: Key; gaps: string };
export type DraftOf<K extends Kind> = Omit<Draft, 'body' | 'answerKey'> & { body: BodyOf<K>; answerKey: KeyOf<K> };

/** An id that tells nothing, for what is put in order or matched. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `o${Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')}`;
}

/** The next letter that no option has. */
export function nextLetter(options: readonly { id: string }[]): string {
  return (
    Array.from('abcdefghijklmnopqrstuvwxyz').find((letter) => !options.some(({ id }) => id === letter)) ?? randomId()
  );
}

const lettered = (n: number): Option[] => Array.from('abcd'.slice(0, n), (id) => ({ id, html: '' }));
const nameless = (n: number): Option[] => Array.from({ length: n }, () => ({ id: randomId(), html: '' }));
const said = { feedback: null, optionFeedback: {} };
const picture = { src: '', width: 1, height: 1, alt: '' };

const blanks: { [K in Kind]: () => { body: BodyOf<K>; answerKey: KeyOf<K> } } = {
  single: () => ({
    body: { kind: 'single', prompt: '', options: lettered(4) },
    answerKey: { kind: 'single', correct: 'a', ...said },
  }),
  multiple: () => ({
    body: { kind: 'multiple', prompt: '', options: lettered(4) },
    answerKey: { kind: 'multiple', correct: [], credit: 'net', ...said },
  }),
  true_false: () => ({
    body: { kind: 'true_false', prompt: '' },
    answerKey: { kind: 'true_false', correct: true, ...said },
  }),
  numeric: () => ({
    body: { kind: 'numeric', prompt: '', unit: null },
    answerKey: { kind: 'numeric', value: '', tolerance: '0', relative: false, ...said },
  }),
  short: () => ({
    body: { kind: 'short', prompt: '' },
    answerKey: { kind: 'short', accepted: [''], matchCase: false, matchAccents: false, ...said },
  }),
  matching: () => {
    const [left, right] = [nameless(3), nameless(3)];
    const pairs = Object.fromEntries(left.map(({ id }, i) => [id, right[i]?.id ?? '']));
    return { body: { kind: 'matching', prompt: '', left, right }, answerKey: { kind: 'matching', pairs, ...said } };
  },
  ordering: () => ({
    body: { kind: 'ordering', prompt: '', items: nameless(4) },
    answerKey: { kind: 'ordering', order: [], ...said },
  }),
  gaps: () => ({
    body: { kind: 'gaps', prompt: '', parts: [] },
    answerKey: { kind: 'gaps', gaps: {}, ...said },
  }),
  categorise: () => {
    const [items, groups] = [nameless(4), nameless(2)];
    const bins = Object.fromEntries(items.map(({ id }) => [id, groups[0]?.id ?? '']));
    return {
      body: { kind: 'categorise', prompt: '', items, bins: groups },
      answerKey: { kind: 'categorise', bins, ...said },
    };
  },
  hotspot: () => ({
    body: { kind: 'hotspot', prompt: '', picture, areas: [], many: false },
    answerKey: { kind: 'hotspot', correct: [], ...said },
  }),
  calculated: () => ({
    body: { kind: 'calculated', prompt: '', unit: null },
    answerKey: {
      ...{ kind: 'calculated', formula: '', tolerance: '0', relative: false, decimals: 2, ...said },
      variables: [{ name: 'a', min: '1', max: '10', step: '1' }],
    },
  }),
  essay: () => ({
    body: { kind: 'essay', prompt: '', minWords: null, maxWords: null },
    answerKey: { kind: 'essay', guide: null, ...said },
  }),
  file: () => ({
    body: { kind: 'file', prompt: '', maxFiles: 1, maxBytes: 10_000_000, types: ['pdf', 'docx'] },
    answerKey: { kind: 'file', guide: null, ...said },
  }),
};

/** An empty form for this kind. */
export const blankDraft = (kind: Kind): Draft => ({ points: '1', gaps: '', ...blanks[kind]() });

const numbers = new Set(['value', 'tolerance', 'min', 'max', 'step']);

/** The same value with each decimal of it written otherwise. */
function mapDecimals<T>(value: T, change: (text: string) => string): T {
  const walk = (inner: unknown, name: string): unknown => {
    if (typeof inner === 'string') return numbers.has(name) ? change(inner) : inner;
    if (Array.isArray(inner)) return inner.map((each) => walk(each, ''));
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, walk(each, key)]));
  };
  return walk(value, '') as T;
}

const pointed = (text: string) => text.trim().replace('−', '-').replace(',', '.');
const withComma = (text: string) => text.replace('.', ',');

/** A saved question as a form shows it: items in their right order, decimals with a comma. */
export function draftOf({ points, body, answerKey }: Wording): Draft {
  const draft = {
    points: withComma(String(points / 1000)),
    body,
    answerKey: mapDecimals(answerKey, withComma),
    gaps: '',
  };
  if (body.kind === 'gaps' && answerKey.kind === 'gaps')
    return { ...draft, gaps: gapsText(body.parts, mapDecimals(answerKey.gaps, withComma)) };
  if (body.kind !== 'ordering' || answerKey.kind !== 'ordering') return draft;
  const { order } = answerKey;
  const items = body.items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { ...draft, body: { ...body, items } };
}

const orNull = (text: string | null) => (text?.trim() ? text : null);

/** What a form holds, as the API takes it. */
export function wordingOf({ points, body, answerKey, gaps }: Draft): Wording {
  const { optionFeedback, feedback } = answerKey;
  const said = {
    feedback: orNull(feedback),
    optionFeedback: Object.fromEntries(Object.entries(optionFeedback).filter(([, text]) => text.trim())),
  };
  const wording = {
    points: Math.round(Number(pointed(points)) * 1000) || 0,
    body,
    answerKey: { ...answerKey, ...said },
  };
  return filled(wording, gaps);
}

/** With what the form keeps in another shape. */
function filled(wording: Wording, gaps: string): Wording {
  const { body, answerKey } = wording;
  if (body.kind === 'gaps') {
    const read = readGaps(gaps);
    const key = { ...answerKey, kind: 'gaps' as const, gaps: mapDecimals(read.gaps, pointed) };
    return { ...wording, body: { ...body, parts: read.parts }, answerKey: key };
  }
  if (body.kind === 'ordering')
    return { ...wording, answerKey: { ...answerKey, kind: 'ordering', order: body.items.map(({ id }) => id) } };
  return { ...wording, answerKey: mapDecimals(answerKey, pointed) };
}
