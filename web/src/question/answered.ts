import type { Schemas } from '../api/client.ts';

export type Body = Schemas['Attempt']['questions'][number]['body'];
export type Response = Schemas['QuestionResponse'];
export type Kind = Body['kind'];
export type BodyOf<K extends Kind> = Extract<Body, { kind: K }>;
export type ResponseOf<K extends Kind> = Extract<Response, { kind: K }>;
export type Answered = 'no' | 'partly' | 'yes';
/** What each kind of question needs to be answered. */
export type AnswerProps<K extends Kind = Kind> = {
  position: number;
  body: BodyOf<K>;
  response: Response | null;
  answer: (response: Response | null) => void;
};

const howFull = (filled: number, all: number): Answered => (filled === 0 ? 'no' : filled < all ? 'partly' : 'yes');
const isBlank = (text: string) => text.trim() === '';

/** Whether what was typed can be a number at all; whether it is read, and as which, the server says. */
export const looksNumeric = (text: string): boolean => /\d/.test(text);

const isFilled = (_: Body, { text }: { text: string }): Answered => (isBlank(text) ? 'no' : 'yes');
const isNumber = (_: Body, { text }: { text: string }): Answered =>
  isBlank(text) ? 'no' : looksNumeric(text) ? 'yes' : 'partly';
const some = (marked: readonly string[]): Answered => (marked.length > 0 ? 'yes' : 'no');

const rules: { [K in Kind]: (body: BodyOf<K>, response: ResponseOf<K>) => Answered } = {
  single: () => 'yes',
  true_false: () => 'yes',
  multiple: (_, { choices }) => some(choices),
  numeric: isNumber,
  calculated: isNumber,
  short: isFilled,
  matching: ({ left }, { pairs }) => howFull(Object.keys(pairs).length, left.length),
  ordering: () => 'yes',
  gaps: (body, { gaps }) => howFull(Object.values(gaps).filter((text) => !isBlank(text)).length, gapsOf(body).length),
  categorise: ({ items }, { bins }) => howFull(Object.keys(bins).length, items.length),
  hotspot: (_, { areas }) => some(areas),
  essay: (_, { html }) => (wordsIn(html) > 0 ? 'yes' : 'no'),
  file: (_, { files }) => some(files),
};

export const gapsOf = ({ parts }: BodyOf<'gaps'>) => parts.filter((part) => part.type !== 'html');

/** How many words a text in HTML has. */
export const wordsIn = (html: string): number =>
  html
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

/** How much of a question is answered. */
export function answeredOf(body: Body, response: Response | null): Answered {
  const rule = rules[body.kind] as (body: Body, response: Response) => Answered;
  return response?.kind === body.kind ? rule(body, response) : 'no';
}
