import type { Attempt, Response } from './answer-keeper.ts';

export type Question = Attempt['questions'][number];
export type Body = Question['body'];
export type Kind = Body['kind'];
export type BodyOf<K extends Kind> = Extract<Body, { kind: K }>;
export type ResponseOf<K extends Kind> = Extract<Response, { kind: K }>;
export type Answered = 'no' | 'partly' | 'yes';

const howFull = (filled: number, all: number): Answered => (filled === 0 ? 'no' : filled < all ? 'partly' : 'yes');

/** Whether what was typed can be a number at all; whether it is read, and as which, the server says. */
export const looksNumeric = (text: string): boolean => /\d/.test(text);

const isFilled = (_: Body, { text }: { text: string }): Answered => (text.trim() === '' ? 'no' : 'yes');
const isNumber = (_: Body, { text }: { text: string }): Answered =>
  text.trim() === '' ? 'no' : looksNumeric(text) ? 'yes' : 'partly';

const rules: { [K in Kind]: (body: BodyOf<K>, response: ResponseOf<K>) => Answered } = {
  single: () => 'yes',
  true_false: () => 'yes',
  multiple: (_, { choices }) => (choices.length > 0 ? 'yes' : 'no'),
  numeric: isNumber,
  calculated: isNumber,
  short: isFilled,
  matching: ({ left }, { pairs }) => howFull(Object.keys(pairs).length, left.length),
  ordering: () => 'yes',
  categorise: ({ items }, { bins }) => howFull(Object.keys(bins).length, items.length),
  gaps: ({ parts }, { gaps }) =>
    howFull(
      Object.values(gaps).filter((text) => text.trim() !== '').length,
      parts.filter(({ type }) => type !== 'html').length,
    ),
  hotspot: (_, { areas }) => (areas.length > 0 ? 'yes' : 'no'),
  essay: (_, { html }) => (html.replace(/<[^>]*>|&nbsp;/g, ' ').trim() === '' ? 'no' : 'yes'),
  file: (_, { files }) => (files.length > 0 ? 'yes' : 'no'),
};

/** How much of a question is answered. */
export function answeredOf(body: Body, response: Response | null): Answered {
  const rule = rules[body.kind] as (body: Body, response: Response) => Answered;
  return response?.kind === body.kind ? rule(body, response) : 'no';
}
