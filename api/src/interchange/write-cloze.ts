import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { absoluteOf } from './decimal.policy.ts';
import type { MoodleParts } from './moodle-text.ts';
import { promptEnd } from './words.ts';
import type { Of } from './writing.ts';

type Body = Of<QuestionBody, 'gaps'>;
type Gap = Exclude<Body['parts'][number], { type: 'html' }>;
type Key = Of<AnswerKey, 'gaps'>['gaps'][string];

const escapeText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
/** Signs of entities stay: the reader knows them. */
const escapeCloze = (html: string) => html.replace(/\\|[}~/"]|(?<!&)#/g, (sign) => `\\${sign}`);

/** A text with gaps as Moodle writes it; the written keys stand in an attribute. */
export function gapParts({ prompt, parts }: Body, { gaps }: Of<AnswerKey, 'gaps'>): MoodleParts {
  const text = parts
    .map((part) => (part.type === 'html' ? withoutStarts(part.html) : gapText(part, gaps[part.id])))
    .join('');
  const keys = parts.flatMap((part) => (part.type === 'html' ? [] : [keyText(part)])).join(' ');
  return {
    type: 'cloze',
    attributes: { 'data-claves': keys },
    text: `${withoutStarts(prompt)}${promptEnd}${text}`,
    inside: [],
  };
}

/** Braces in the words are none of a gap. */
const withoutStarts = (html: string) => html.replace(/\{(?=\d{0,3}:)/g, '&#x7b;');

const keyText = (gap: Gap) =>
  gap.type === 'choice' ? `${gap.id}:${gap.options.map(({ id }) => id).join(',')}` : gap.id;

function gapText(gap: Gap, key: Key | undefined): string {
  if (key?.type === 'text')
    return `{1:SHORTANSWER${key.matchCase ? '_C' : ''}:${key.accepted.map(acceptedText).join('~')}}`;
  if (key?.type === 'number') return `{1:NUMERICAL:=${key.value}:${marginOf(key)}}`;
  return gap.type === 'choice'
    ? `{1:MULTICHOICE:${gap.options.map((option) => optionText(option, key)).join('~')}}`
    : '';
}

const marginOf = ({ value, tolerance, relative }: Extract<Key, { type: 'number' }>) =>
  relative ? absoluteOf(value, tolerance) : tolerance;
const optionText = ({ id, html }: { id: string; html: string }, key: Key | undefined) =>
  `${key?.type === 'choice' && id === key.correct ? '=' : '%0%'}${escapeCloze(html)}`;
const acceptedText = (text: string) => `=${escapeCloze(escapeText(text.replaceAll('*', '\\*')))}`;
