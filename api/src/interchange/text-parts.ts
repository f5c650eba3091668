import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { gapParagraph } from './text-gaps.ts';
import { commaText, distinguished, marginText } from './table-text.ts';
import { creditNames } from './words.ts';
import { LeftOut, type Of } from './writing.ts';

export type Markdown = (html: string) => RootContent[];
/** What the directive of a question says in its braces and holds, but for the general feedback. */
type TextParts = { attributes?: Record<string, string>; content: RootContent[] };
type Kind = QuestionBody['kind'];
type NameOf = (src: string) => string | null;
type Parts<K extends Kind> = (
  body: Of<QuestionBody, K>,
  key: Of<AnswerKey, K>,
  markdown: Markdown,
  nameOf: NameOf,
) => TextParts;
type Options = readonly { id: string; html: string }[];

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** Blocks whose first paragraph starts with a written key. */
function keyed(id: string, blocks: RootContent[]): BlockContent[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return [{ type: 'paragraph', children: [text(`${id}) `), ...first.children] }, ...(rest as BlockContent[])];
  return [{ type: 'paragraph', children: [text(`${id}) `)] }, ...(blocks as BlockContent[])];
}

/** The words of a text that stands on one line. */
const phrase = (blocks: RootContent[]): PhrasingContent[] =>
  blocks
    .flatMap((block, i) => [...(i > 0 ? [text(' ')] : []), ...(block.type === 'paragraph' ? block.children : [])])
    .map((node) => (node.type === 'break' ? text(' ') : node));

function listOf(items: ListItem[], ordered: boolean): List {
  return { type: 'list', ordered, start: ordered ? 1 : null, spread: false, children: items };
}

function choices(options: Options, right: readonly string[], key: AnswerKey, markdown: Markdown): List {
  const items = options.map(({ id, html }): ListItem => {
    const said = markdown(key.optionFeedback[id] ?? '') as BlockContent[];
    const quote: BlockContent[] = said.length > 0 ? [{ type: 'blockquote', children: said }] : [];
    return {
      type: 'listItem',
      spread: false,
      checked: right.includes(id),
      children: [...keyed(id, markdown(html)), ...quote],
    };
  });
  return listOf(items, false);
}

function tableOf(head: string[], rows: PhrasingContent[][][]): Table {
  const row = (cells: PhrasingContent[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((children) => ({ type: 'tableCell' as const, children })),
  });
  return {
    type: 'table',
    align: head.map(() => null),
    children: [row(head.map((name) => [text(name)])), ...rows.map(row)],
  };
}

function pairs(head: string[], left: Options, right: Options, key: Record<string, string>, markdown: Markdown): Table {
  const cell = (option: { id: string; html: string } | undefined): PhrasingContent[] =>
    option ? [text(`${option.id}) `), ...phrase(markdown(option.html))] : [];
  const named = new Set(Object.values(key));
  const find = (id: string | undefined) => right.find((option) => option.id === id);
  return tableOf(head, [
    ...left.map((option) => [cell(option), cell(find(key[option.id]))]),
    ...right.filter(({ id }) => !named.has(id)).map((option) => [[], cell(option)]),
  ]);
}

const unitOf = (unit: string | null): Record<string, string> => (unit === null ? {} : { unidad: unit });
const toleranceOf = (key: { tolerance: string; relative: boolean }) => ({ tolerancia: marginText(key) || '0' });

function withGuide(prompt: RootContent[], guide: string | null, markdown: Markdown): RootContent[] {
  if (guide === null) return prompt;
  return [
    ...prompt,
    { type: 'containerDirective', name: 'pauta', attributes: {}, children: markdown(guide) as BlockContent[] },
  ];
}

type Area = Of<QuestionBody, 'hotspot'>['areas'][number];

function areaText({ name, shape }: Area): PhrasingContent {
  const point = ({ x, y }: { x: number; y: number }) => `${x},${y}`;
  const attributes: Record<string, string> =
    shape.type === 'rectangle'
      ? { rectangulo: `${point(shape.from)} ${point(shape.to)}` }
      : shape.type === 'circle'
        ? { circulo: `${point(shape.centre)} ${shape.radius}` }
        : { poligono: shape.points.map(point).join(' ') };
  return { type: 'textDirective', name: 'area', attributes, children: [text(name)] };
}

/** A list of areas: each alternative says where its own is. */
function withAreas(list: List, areas: readonly Area[]): List {
  for (const [i, { children }] of list.children.entries()) {
    const [first] = children;
    const area = areas[i];
    if (first?.type === 'paragraph' && area) first.children.push(areaText(area));
  }
  return list;
}

const parts: { [K in Kind]: Parts<K> } = {
  single: ({ prompt, options }, key, markdown) => ({
    content: [...markdown(prompt), choices(options, [key.correct], key, markdown)],
  }),
  multiple: ({ prompt, options }, key, markdown) => ({
    attributes: key.credit === 'net' ? {} : { credito: creditNames[key.credit] },
    content: [...markdown(prompt), choices(options, key.correct, key, markdown)],
  }),
  true_false: ({ prompt }, { correct }, markdown) => ({
    attributes: { respuesta: correct ? 'verdadero' : 'falso' },
    content: markdown(prompt),
  }),
  numeric: ({ prompt, unit }, key, markdown) => ({
    attributes: { respuesta: commaText(key.value), ...toleranceOf(key), ...unitOf(unit) },
    content: markdown(prompt),
  }),
  short: ({ prompt }, { accepted, matchCase, matchAccents }, markdown) => ({
    attributes: { respuesta: accepted.join(' | '), ...distinguished(matchCase, matchAccents) },
    content: markdown(prompt),
  }),
  matching: ({ prompt, left, right }, key, markdown) => ({
    content: [...markdown(prompt), pairs(['Elemento', 'Pareja'], left, right, key.pairs, markdown)],
  }),
  categorise: ({ prompt, items, bins }, key, markdown) => ({
    content: [...markdown(prompt), pairs(['Elemento', 'Grupo'], items, bins, key.bins, markdown)],
  }),
  ordering: ({ prompt, items }, { order }, markdown) => ({
    content: [
      ...markdown(prompt),
      listOf(
        order
          .flatMap((id) => items.filter((item) => item.id === id))
          .map(({ id, html }) => ({ type: 'listItem', spread: false, children: keyed(id, markdown(html)) })),
        true,
      ),
    ],
  }),
  gaps: ({ prompt, parts: pieces }, { gaps }, markdown) => ({
    content: [...markdown(prompt), ...gapParagraph(pieces, gaps, (html) => phrase(markdown(html)))],
  }),
  hotspot: ({ prompt, picture, areas, many }, key, markdown, nameOf) => {
    const src = nameOf(picture.src);
    if (src === null) throw new LeftOut('Falta la imagen de la zona');
    const list = withAreas(
      choices(
        areas.map(({ id }) => ({ id, html: '' })),
        key.correct,
        key,
        markdown,
      ),
      areas,
    );
    const attributes = { src, alt: picture.alt || 'Imagen', ...(many && key.correct.length < 2 ? { varias: '' } : {}) };
    return { attributes, content: [...markdown(prompt), list] };
  },
  calculated: ({ prompt, unit }, key, markdown) => ({
    attributes: { formula: key.formula, ...toleranceOf(key), ...unitOf(unit), decimales: String(key.decimals) },
    content: [
      ...markdown(prompt),
      tableOf(
        ['Variable', 'Desde', 'Hasta', 'Paso'],
        key.variables.map(({ name, min, max, step }) =>
          [name, commaText(min), commaText(max), commaText(step)].map((cell) => [text(cell)]),
        ),
      ),
    ],
  }),
  essay: ({ prompt, minWords, maxWords }, { guide }, markdown) => ({
    attributes: { ...counted('minimo', minWords), ...counted('maximo', maxWords) },
    content: withGuide(markdown(prompt), guide, markdown),
  }),
  file: ({ prompt, maxFiles, maxBytes, types }, { guide }, markdown) => ({
    attributes: {
      archivos: String(maxFiles),
      megas: String(Math.min(100, Math.max(1, Math.round(maxBytes / 1_000_000)))),
      ...(types.length > 0 ? { tipos: types.join(' ') } : {}),
    },
    content: withGuide(markdown(prompt), guide, markdown),
  }),
};

const counted = (name: string, count: number | null): Record<string, string> =>
  count === null ? {} : { [name]: String(count) };

export function textParts(body: QuestionBody, key: AnswerKey, markdown: Markdown, nameOf: NameOf): TextParts {
  return (parts[body.kind] as Parts<Kind>)(body, key, markdown, nameOf);
}
