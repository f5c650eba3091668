import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { barText, commaText, marginText, plainCell } from './table-text.ts';
import { creditNames } from './words.ts';
import { LeftOut, type Of } from './writing.ts';
import { rightsOf } from './write-gift.ts';

type Kind = QuestionBody['kind'];
type Alternative = { text: string; feedback: string };
/** What a kind puts into its cells, by the names of the columns. */
type Cells = Partial<Record<'enunciado' | 'texto' | 'respuesta' | 'tolerancia' | 'unidad' | 'ajustes', string>> & {
  alternatives?: Alternative[];
};
type Write<K extends Kind> = (body: Of<QuestionBody, K>, key: Of<AnswerKey, K>) => Cells;
type Options = readonly { id: string; html: string }[];

const keyed = ({ id, html }: { id: string; html: string }) => `${id}) ${plainCell(html)}`;
const bare = (text: string): Alternative => ({ text, feedback: '' });
const withFeedback = (options: Options, key: AnswerKey): Alternative[] =>
  options.map((option) => ({ text: keyed(option), feedback: plainCell(key.optionFeedback[option.id] ?? '') }));

const settings = (pairs: Record<string, string | number | false | null>) =>
  Object.entries(pairs)
    .flatMap(([name, value]) => (value === false || value === null ? [] : [`${name}=${value}`]))
    .join('; ');

function pairs(left: Options, right: Options, key: Record<string, string>): Alternative[] {
  const texts = new Map(right.map((option) => [option.id, keyed(option)]));
  const named = new Set(Object.values(key));
  return [
    ...left.map((option) => bare(`${keyed(option)} => ${texts.get(key[option.id] ?? '') ?? ''}`)),
    ...right.filter(({ id }) => !named.has(id)).map((option) => bare(` => ${keyed(option)}`)),
  ];
}

const writes: { [K in Kind]: Write<K> } = {
  single: ({ options }, key) => ({ respuesta: key.correct, alternatives: withFeedback(options, key) }),
  multiple: ({ options }, key) => ({
    respuesta: key.correct.join(', '),
    ajustes: settings({ credito: key.credit !== 'net' && creditNames[key.credit] }),
    alternatives: withFeedback(options, key),
  }),
  true_false: (_, { correct, optionFeedback }) => ({
    respuesta: correct ? 'verdadero' : 'falso',
    alternatives: ['true', 'false'].map((verdict) => ({
      text: '',
      feedback: plainCell(optionFeedback[verdict] ?? ''),
    })),
  }),
  numeric: ({ unit }, key) => ({ respuesta: commaText(key.value), tolerancia: marginText(key), unidad: unit ?? '' }),
  short: (_, { accepted, matchCase, matchAccents }) => ({
    respuesta: accepted.map(barText).join(' | '),
    ajustes: settings({ mayusculas: matchCase && 'si', tildes: matchAccents && 'si' }),
  }),
  matching: (body, key) => ({ alternatives: pairs(body.left, rightsOf(body, key), key.pairs) }),
  categorise: ({ items, bins }, key) => ({ alternatives: pairs(items, bins, key.bins) }),
  ordering: ({ items }, { order }) => ({
    alternatives: order.flatMap((id) => items.filter((item) => item.id === id)).map((item) => bare(keyed(item))),
  }),
  gaps: ({ parts }, { gaps }) => ({
    texto: plainCell(parts.map((part) => (part.type === 'html' ? part.html : `\ufde2${part.id}\ufde3`)).join(''))
      .replace(/\ufde2/g, '[[')
      .replace(/\ufde3/g, ']]'),
    alternatives: parts.flatMap((part) =>
      part.type === 'html' ? [] : [bare(`${part.id}) ${gapText(part, gaps[part.id])}`)],
    ),
  }),
  hotspot: () => {
    throw new LeftOut('Una zona en imagen no cabe en una planilla');
  },
  calculated: ({ unit }, key) => ({
    respuesta: key.formula,
    tolerancia: marginText(key),
    unidad: unit ?? '',
    ajustes: settings({ decimales: key.decimals }),
    alternatives: key.variables.map(({ name, min, max, step }) =>
      bare(`${name}: ${commaText(min)} a ${commaText(max)} paso ${commaText(step)}`),
    ),
  }),
  essay: ({ minWords, maxWords }, { guide }) => ({
    respuesta: plainCell(guide ?? ''),
    ajustes: settings({ min: minWords, max: maxWords }),
  }),
  file: ({ maxFiles, maxBytes, types }, { guide }) => ({
    respuesta: plainCell(guide ?? ''),
    ajustes: settings({ archivos: maxFiles, bytes: maxBytes, tipos: types.length > 0 && types.join(' ') }),
  }),
};

type Gap = Exclude<Of<QuestionBody, 'gaps'>['parts'][number], { type: 'html' }>;

type GapKey = Of<AnswerKey, 'gaps'>['gaps'][string];

function gapText(gap: Gap, key: GapKey | undefined): string {
  if (key?.type === 'text') return `texto${rulesText(key)}: ${key.accepted.map(barText).join(' | ')}`;
  if (key?.type === 'number') return `número: ${commaText(key.value)} ± ${marginText(key) || '0'}`;
  return gap.type === 'choice' && key
    ? `lista: ${gap.options.map((option) => optionText(option, key)).join(' | ')}`
    : '';
}

const optionText = (option: { id: string; html: string }, { correct }: Extract<GapKey, { type: 'choice' }>) =>
  `${option.id === correct ? '*' : ''}${barText(keyed(option))}`;

const rulesText = ({ matchCase, matchAccents }: Extract<GapKey, { type: 'text' }>) =>
  `${matchCase ? ' mayusculas' : ''}${matchAccents ? ' tildes' : ''}`;

export function cellsOf(body: QuestionBody, key: AnswerKey): Cells {
  return (writes[body.kind] as Write<Kind>)(body, key);
}
