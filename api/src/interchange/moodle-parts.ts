import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { absoluteOf } from './decimal.policy.ts';
import { weightOf } from './write-gift.ts';
import { calculatedParts } from './write-calculated.ts';
import { gapParts } from './write-cloze.ts';
import { type Html, type MoodleParts, unitsOf } from './moodle-text.ts';
import { creditNames } from './words.ts';
import { LeftOut, type Of } from './writing.ts';
import { textXml, xml } from './xml.ts';

type Kind = QuestionBody['kind'];
type Parts<K extends Kind> = (body: Of<QuestionBody, K>, key: Of<AnswerKey, K>, html: Html) => MoodleParts;

const feedback = (key: AnswerKey, id: string, html: Html) => html('feedback', key.optionFeedback[id] ?? '');

const choice =
  (weight: (id: string) => string, isSingle: boolean, attributes: Record<string, string> = {}) =>
  (options: readonly { id: string; html: string }[], key: AnswerKey, html: Html): MoodleParts => ({
    type: 'multichoice',
    attributes,
    inside: [
      `<single>${isSingle}</single><shuffleanswers>1</shuffleanswers><answernumbering>abc</answernumbering>`,
      ...options.map(({ id, html: text }) =>
        html('answer', text, { fraction: weight(id), 'data-clave': id }, feedback(key, id, html)),
      ),
    ],
  });

/** Pairs, or items and the bins where they belong. */
function pairs(
  left: Options,
  right: Options,
  key: Record<string, string>,
  attributes: Record<string, string>,
  html: Html,
): MoodleParts {
  const texts = new Map(right.map(({ id, html: text }) => [id, text]));
  const answer = (id: string) => html('answer', texts.get(id) ?? '', { 'data-clave': id });
  const named = new Set(Object.values(key));
  return {
    type: 'matching',
    attributes,
    inside: [
      '<shuffleanswers>1</shuffleanswers>',
      ...left.map(({ id, html: text }) => html('subquestion', text, { 'data-clave': id }, answer(key[id] ?? ''))),
      ...right.filter(({ id }) => !named.has(id)).map(({ id }) => html('subquestion', '', {}, answer(id))),
    ],
  };
}
type Options = readonly { id: string; html: string }[];

const manual = (guide: string | null, html: Html) => html('graderinfo', guide ?? '');

const parts: { [K in Kind]: Parts<K> } = {
  single: ({ options }, key, html) => choice((id) => (id === key.correct ? '100' : '0'), true)(options, key, html),
  multiple: ({ options }, key, html) =>
    choice((id) => weightOf(id, key), false, key.credit === 'net' ? {} : { 'data-regla': creditNames[key.credit] })(
      options,
      key,
      html,
    ),
  true_false: (_, key, html) => ({
    type: 'truefalse',
    inside: [true, false].map((verdict) =>
      xml(
        'answer',
        { fraction: verdict === key.correct ? '100' : '0' },
        textXml(String(verdict)),
        feedback(key, String(verdict), html),
      ),
    ),
  }),
  numeric: ({ unit }, key) => ({
    type: 'numerical',
    attributes: key.relative ? { 'data-relativa': key.tolerance } : {},
    inside: [
      xml(
        'answer',
        { fraction: '100' },
        textXml(key.value),
        `<tolerance>${key.relative ? absoluteOf(key.value, key.tolerance) : key.tolerance}</tolerance>`,
      ),
      unitsOf(unit),
    ],
  }),
  short: (_, key) => ({
    type: 'shortanswer',
    attributes: key.matchAccents ? { 'data-tildes': 'si' } : {},
    inside: [
      `<usecase>${key.matchCase ? 1 : 0}</usecase>`,
      ...key.accepted.map((text) => xml('answer', { fraction: '100' }, textXml(text.replaceAll('*', '\\*')))),
    ],
  }),
  matching: ({ left, right }, key, html) => pairs(left, right, key.pairs, {}, html),
  categorise: ({ items, bins }, key, html) => pairs(items, bins, key.bins, { 'data-clase': 'clasificar' }, html),
  ordering: ({ items }, { order }, html) => ({
    type: 'ordering',
    inside: [
      '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>',
      '<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>',
      ...order.map((id, i) =>
        html('answer', items.find((item) => item.id === id)?.html ?? '', { fraction: String(i + 1), 'data-clave': id }),
      ),
    ],
  }),
  gaps: gapParts,
  hotspot: () => {
    throw new LeftOut('El XML de Moodle no tiene zonas en una imagen como las de aquí');
  },
  calculated: calculatedParts,
  essay: ({ minWords, maxWords }, { guide }, html) => ({
    type: 'essay',
    inside: [
      '<responseformat>editor</responseformat><responserequired>1</responserequired><attachments>0</attachments>',
      minWords === null ? '' : `<minwordlimit>${minWords}</minwordlimit>`,
      maxWords === null ? '' : `<maxwordlimit>${maxWords}</maxwordlimit>`,
      manual(guide, html),
    ],
  }),
  file: ({ maxFiles, maxBytes, types }, { guide }, html) => ({
    type: 'essay',
    inside: [
      `<responseformat>noinline</responseformat><responserequired>0</responserequired><attachments>${maxFiles}</attachments>`,
      `<attachmentsrequired>1</attachmentsrequired><maxbytes>${maxBytes}</maxbytes>`,
      `<filetypeslist>${types.map((type) => `.${type}`).join(',')}</filetypeslist>`,
      manual(guide, html),
    ],
  }),
};

export function moodleParts(body: QuestionBody, key: AnswerKey, html: Html): MoodleParts {
  return (parts[body.kind] as Parts<Kind>)(body, key, html);
}
