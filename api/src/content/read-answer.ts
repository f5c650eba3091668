import type { List, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { QuestionDirective } from './directives.policy.ts';
import { faultsOf, optionsOf, withoutKey } from './options.ts';
import { lineOf } from './page.ts';
import { compare } from './problems.ts';
import type { CreditRule } from './question.schema.ts';
import { calculated } from './read-calculated.ts';
import { gaps } from './read-gaps.ts';
import { hotspot } from './read-hotspot.ts';
import { essay, file } from './read-manual.ts';
import { acceptedOf, decimalOf, type Parts, type Read, type Report, toleranceOf, type WrittenQuestion } from './reading.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

const choice =
  (kind: 'single' | 'multiple'): Read =>
  ({ prompt: written, answer }, node, job, report) => {
    for (const { line, fault } of faultsOf(answer, true)) report(...fault, line);
    if (answer?.type !== 'list') return null;
    const prompt = renderNodes(written, job);
    const { options, right, optionFeedback } = choicesOf(answer, job);
    if (kind === 'multiple')
      return { body: { kind, prompt, options }, answer: { kind, correct: right, ...creditOf(node, report) }, optionFeedback };
    if (right.length > 1) report('Hay más de una alternativa correcta', 'Deja una sola, o usa :::opcion-multiple');
    return { body: { kind, prompt, options }, answer: { kind, correct: right[0] ?? '' }, optionFeedback };
  };

const credits: Record<string, CreditRule> = { neto: 'net', cada: 'each', 'solo-correctas': 'only_right', exacto: 'exact' };

function creditOf({ attributes }: WrittenQuestion, report: Report): { credit?: CreditRule } {
  const written = attributes?.['credito'];
  if (!written) return {};
  const credit = Object.hasOwn(credits, written) ? credits[written] : undefined;
  if (!credit) report(`El crédito «${written}» no existe`, `Usa uno de: ${Object.keys(credits).join(', ')}`);
  return credit ? { credit } : {};
}

function choicesOf(list: List, job: Rendering) {
  const written = optionsOf(list).flatMap(({ id, ...option }) => (id ? { id, ...option } : []));
  const said = written.filter(({ feedback }) => feedback.length > 0);
  return {
    options: written.map(({ id, content }) => ({ id, html: renderNodes(content, job) })),
    right: written.filter(({ checked }) => checked).map(({ id }) => id),
    optionFeedback: Object.fromEntries(said.map(({ id, feedback }) => [id, renderNodes(feedback, job)])),
  };
}

const trueOrFalse: Read = ({ prompt }, node, job, report) => {
  const said = node.attributes?.['respuesta'] ?? '';
  if (said && said !== 'verdadero' && said !== 'falso')
    report(`La respuesta «${said}» no sirve`, 'Escribe respuesta=verdadero o respuesta=falso');
  const kind = 'true_false';
  return { body: { kind, prompt: renderNodes(prompt, job) }, answer: { kind, correct: said === 'verdadero' } };
};

const numeric: Read = ({ prompt }, node, job, report) => {
  const given = node.attributes ?? {};
  const value = decimalOf(given['respuesta'], 'respuesta', report);
  const near = toleranceOf(given['tolerancia'] ?? '0', report);
  if (!value || !near) return null;
  const kind = 'numeric';
  const body = { kind, prompt: renderNodes(prompt, job), unit: given['unidad'] ?? null } as const;
  return { body, answer: { kind, value, ...near } };
};

/** Written in the right order; told in the order of its keys, so that a body never gives the answer away. */
const ordering: Read = ({ prompt, answer }, _, job, report) => {
  for (const { line, fault } of faultsOf(answer, false)) report(...fault, line);
  if (answer?.type !== 'list') return null;
  if (!answer.ordered) report('La secuencia no está numerada', 'Escribe «1. clave) …» en cada línea', lineOf(answer));
  const items = itemsOf(answer, job);
  const kind = 'ordering';
  const order = items.map(({ id }) => id);
  if (order.every((id) => /^(.|\d+)$/.test(id)))
    report('Las claves revelan el orden', 'Usa una palabra por clave: «informe) …»', lineOf(answer));
  return {
    body: { kind, prompt: renderNodes(prompt, job), items: items.toSorted((a, b) => compare(a.id, b.id)) },
    answer: { kind, order },
  };
};

const itemsOf = (list: List, job: Rendering) =>
  optionsOf(list).map(({ id, content }) => ({ id: id ?? '', html: renderNodes(content, job) }));

/** A row pairs a left and a right; without a left, the right is a distractor. */
const matching: Read = (parts, _, job, report) => {
  const rows = rowsOf(parts, 'pares', job, report);
  if (!rows) return null;
  const kind = 'matching';
  const { left, right, pairs } = rows;
  return { body: { kind, prompt: renderNodes(parts.prompt, job), left, right }, answer: { kind, pairs } };
};

/** A row puts an item into a category; without an item, it names a category where nothing belongs. */
const categorise: Read = (parts, _, job, report) => {
  const rows = rowsOf(parts, 'elementos', job, report);
  if (!rows) return null;
  if (rows.right.length < 2) report('Hay menos de dos categorías', 'Agrega una en la segunda columna de la tabla');
  const kind = 'categorise';
  const { left: items, right: bins, pairs } = rows;
  return { body: { kind, prompt: renderNodes(parts.prompt, job), items, bins }, answer: { kind, bins: pairs } };
};

function rowsOf({ answer }: Parts, what: string, job: Rendering, report: Report) {
  if (answer?.type !== 'table') {
    report(`Falta la tabla de ${what}`, 'Escribe una tabla de dos columnas, con «clave) …» en cada celda');
    return null;
  }
  const rows = answer.children.slice(1).map((row) => pairOf(row, job, report));
  const left = rows.flatMap((row) => (row.left ? [row.left] : []));
  const right = new Map(rows.flatMap((row) => (row.right ? [[row.right.id, row.right]] : [])));
  if (left.length < 2) report(`Hay menos de dos ${what}`, 'Agrega filas a la tabla', lineOf(answer));
  reportRepeated(rows, report);
  const pairs = Object.fromEntries(rows.flatMap((row) => (row.left && row.right ? [[row.left.id, row.right.id]] : [])));
  return { left, right: [...right.values()].sort((a, b) => compare(a.id, b.id)), pairs };
}

const short: Read = ({ prompt }, node, job, report) => {
  const { respuesta = '', distingue } = node.attributes ?? {};
  const kind = 'short';
  const answer = { kind, ...acceptedOf(respuesta ?? '', distingue, report) } as const;
  return { body: { kind, prompt: renderNodes(prompt, job) }, answer };
};

type Cell = { id: string; html: string };
type Pair = { left: Cell | null; right: Cell | null; line: number };

function pairOf(row: TableRow, job: Rendering, report: Report): Pair {
  const [left, right] = row.children.map((cell): Cell | null => {
    if (!toString(cell).trim()) return null;
    const { id, content } = withoutKey(cell);
    if (!id) report('La celda no tiene clave', 'Antepón una clave y un paréntesis: «lev) …»', lineOf(row));
    return { id: id ?? '', html: renderNodes([{ type: 'paragraph', children: content.children }], job) };
  });
  if (!right)
    report('La fila no tiene segunda columna', 'Escribe el par; sin primera columna es un distractor', lineOf(row));
  return { left: left ?? null, right: right ?? null, line: lineOf(row) };
}

/** A left stands once; a right may stand for several lefts, if it says the same. */
function reportRepeated(rows: Pair[], report: Report): void {
  rows.forEach(({ left, right, line }, index) => {
    const earlier = rows.slice(0, index);
    if (left && earlier.some((row) => row.left?.id === left.id))
      report(`La clave «${left.id}» se repite`, 'Da una clave distinta a cada fila', line);
    if (left && right && left.id === right.id)
      report(`La clave «${left.id}» revela la respuesta`, 'Da claves distintas a cada lado', line);
    if (right && earlier.some((row) => row.right?.id === right.id && row.right.html !== right.html))
      report(`La clave «${right.id}» dice dos cosas`, 'Da una clave distinta a cada respuesta', line);
  });
}

/** How each kind is read, and what in it is answered. */
export const kinds: Record<QuestionDirective, [Read, 'list' | 'table' | null]> = {
  'opcion-unica': [choice('single'), 'list'],
  'opcion-multiple': [choice('multiple'), 'list'],
  'verdadero-falso': [trueOrFalse, null],
  numerica: [numeric, null],
  pareados: [matching, 'table'],
  ordenar: [ordering, 'list'],
  'texto-corto': [short, null],
  completar: [gaps, null],
  clasificar: [categorise, 'table'],
  'zona-en-imagen': [hotspot, 'list'],
  calculada: [calculated, 'table'],
  ensayo: [essay, null],
  archivo: [file, null],
};
