import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { absoluteOf } from './decimal.policy.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';
import { escapeGift } from './gift-syntax.ts';
import { type Note, notesOf } from './notes.ts';
import { pathText } from './paths.ts';
import { distinguished } from './table-text.ts';
import { creditNames, kindNames } from './words.ts';
import { asData, type Draft, LeftOut, type Of, withImages, writeEach } from './writing.ts';

/** Questions as GIFT. What Moodle does not read there stands in comments, which our own reader understands. */
export function writeGift(questions: readonly ExchangeQuestion[]): Draft {
  let category = '';
  const { written, leftOut } = writeEach(questions, (question) => {
    const text = itemOf(question);
    const path = pathText(question.category);
    const head = path === category ? '' : `$CATEGORY: $course$/top${path ? `/${path}` : ''}\n\n`;
    category = path;
    return head + text;
  });
  return { bytes: Buffer.from(`${written.join('\n\n')}\n`), name: 'preguntas.gift', mediaType: 'text/plain', leftOut };
}

type Text = (html: string) => string;

function itemOf(question: ExchangeQuestion): string {
  const { name, body, answerKey, media } = question;
  const text: Text = (html) => escapeGift(withImages(html, media, asData));
  const answers = answersOf(body, answerKey, text);
  const feedback = answerKey.feedback === null ? '' : `####${text(answerKey.feedback)}`;
  const title = name === null ? '' : `::${escapeGift(name)}::`;
  const notes = commentOf([...labelsOf(question), ...keysOf(question)]);
  return `${notes}${title}[html]${text(body.prompt)} {${[...answers, feedback].filter(Boolean).join('\n')}}`;
}

const labelsOf = (question: ExchangeQuestion): Note[] => [
  ...(question.key === null ? [] : [['id', question.key] satisfies Note]),
  ...question.tags.map((tag): Note => ['tag', tag]),
  ...notesOf(question),
];

const commentOf = (notes: Note[]) =>
  notes.length === 0
    ? ''
    : `// ${notes.map(([name, value]) => `[${name}:${value.replace(/[\]\\]/g, '\\$&').replace(/\s+/g, ' ')}]`).join(' ')}\n`;

type Keyed = { body: QuestionBody; answerKey: AnswerKey };

/** What GIFT has no sign for: written keys, the rule of credit, units, and what matters of a text. */
function keysOf({ body, answerKey }: Keyed): Note[] {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return [claves(body.options), ...ruleOf(answerKey)];
    case 'matching':
      return answerKey.kind === 'matching' ? [claves([...body.left, ...rightsOf(body, answerKey)])] : [];
    case 'numeric':
      return [...(body.unit === null ? [] : [['unidad', body.unit] satisfies Note]), ...relativeOf(answerKey)];
    default:
      return distinguishedOf(answerKey);
  }
}

const relativeOf = (key: AnswerKey): Note[] =>
  key.kind === 'numeric' && key.relative ? [['relativa', key.tolerance]] : [];

function distinguishedOf(key: AnswerKey): Note[] {
  const rules = key.kind === 'short' ? distinguished(key.matchCase, key.matchAccents)['distingue'] : undefined;
  return rules === undefined ? [] : [['distingue', rules]];
}

const claves = (options: readonly { id: string }[]): Note => ['claves', options.map(({ id }) => id).join(' ')];
const ruleOf = (key: AnswerKey): Note[] =>
  key.kind === 'multiple' && key.credit !== 'net' ? [['regla', creditNames[key.credit]]] : [];

/** The right sides in the order in which the pairs name them; then those that nobody names. */
export function rightsOf(body: Of<QuestionBody, 'matching'>, { pairs }: Of<AnswerKey, 'matching'>) {
  const named = [...new Set(body.left.map(({ id }) => pairs[id]))];
  return [...body.right].sort((a, b) => place(named, a.id) - place(named, b.id));
}
const place = (ids: (string | undefined)[], id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);

/** A weight is written where the text could be taken for one; a format, where the text starts like one. */
const plainStart = (text: string) => (/^\s*\\?\[(html|moodle|plain|markdown)\]/.test(text) ? `[html]${text}` : text);

function answersOf(body: QuestionBody, key: AnswerKey, text: Text): string[] {
  const said = (id: string) => (key.optionFeedback[id] ? `#${text(key.optionFeedback[id])}` : '');
  if (body.kind === 'single' && key.kind === 'single')
    return body.options.map(
      ({ id, html }) => `${id === key.correct ? '=%100%' : '~%0%'}${plainStart(text(html))}${said(id)}`,
    );
  if (body.kind === 'multiple' && key.kind === 'multiple')
    return body.options.map(({ id, html }) => `~%${weightOf(id, key)}%${plainStart(text(html))}${said(id)}`);
  if (key.kind === 'true_false') return [trueFalse(key, said)];
  if (body.kind === 'matching' && key.kind === 'matching') return pairsOf(body, key, text);
  return plainAnswers(key, kindNames[body.kind]);
}

function plainAnswers(key: AnswerKey, name: string): string[] {
  if (key.kind === 'short')
    return key.accepted.map((one) => `=%100%${escapeGift(one.replaceAll('*', '\\*')).replaceAll('\\\\*', '\\*')}`);
  if (key.kind === 'numeric')
    return [`#${key.value}:${key.relative ? absoluteOf(key.value, key.tolerance) : key.tolerance}`];
  if (key.kind === 'essay') return [];
  throw new LeftOut(`GIFT no tiene preguntas de la clase «${name}»`);
}

function trueFalse({ correct }: Of<AnswerKey, 'true_false'>, said: (id: string) => string): string {
  const [right, wrong] = [said(String(correct)), said(String(!correct))];
  return `${correct ? 'TRUE' : 'FALSE'}${right || wrong ? `${wrong || '#'}${right}` : ''}`;
}

/** In percent, as Moodle counts it: right ones share a hundred, wrong ones take as much away. */
export function weightOf(id: string, { correct, credit }: Of<AnswerKey, 'multiple'>): string {
  const share = Math.round(10_000_000 / correct.length) / 100_000;
  if (correct.includes(id)) return String(share);
  return String(credit === 'only_right' ? -100 : -share);
}

function pairsOf(body: Of<QuestionBody, 'matching'>, key: Of<AnswerKey, 'matching'>, text: Text): string[] {
  const side = (html: string) => plainStart(text(html.replaceAll('->', '-&#x3E;')));
  const right = new Map(body.right.map(({ id, html }) => [id, html]));
  const named = new Set(Object.values(key.pairs));
  return [
    ...body.left.map(({ id, html }) => `=${side(html)} -> ${side(right.get(key.pairs[id] ?? '') ?? '')}`),
    ...rightsOf(body, key)
      .filter(({ id }) => !named.has(id))
      .map(({ html }) => `= -> ${side(html)}`),
  ];
}
