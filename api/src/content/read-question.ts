import type { List, Nodes, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Question } from './content.schema.ts';
import type { QuestionDirective } from './directives.policy.ts';
import { WrittenKey } from './front-matter.schema.ts';
import { faultsOf, optionsOf, withoutKey } from './options.ts';
import { lineOf } from './page.ts';
import { contentOf } from './parts.ts';
import { compare } from './problems.ts';
import type { AnswerKey, QuestionBody } from './question.schema.ts';
import { renderNodes } from './render-text.ts';
import type { Rendering } from './rendering.ts';

export type WrittenQuestion = Extract<Nodes, { type: 'containerDirective' }>;
type Report = (problem: string, remedy: string, line?: number) => void;
type Parts = { prompt: RootContent[]; answer: RootContent | undefined; feedback: RootContent[]; strays: RootContent[] };
type Read = (parts: Parts, node: WrittenQuestion, job: Rendering, report: Report) => Answered | null;
type Answered = { body: QuestionBody; answer: Solution; optionFeedback?: Record<string, string> };
type Solution = AnswerKey extends infer K ? (K extends AnswerKey ? Omit<K, 'feedback' | 'optionFeedback'> : never) : never;

/** Reads a question as written; says what is wrong and answers null where no question comes of it. Points in thousandths. */
export function readQuestion(node: WrittenQuestion, job: Rendering): Question | null {
  const { page, problems } = job;
  let faults = 0;
  const report: Report = (problem, remedy, line) => {
    faults++;
    problems.add(page.path, line || lineOf(node), problem, remedy);
  };
  const [read, answerType] = kinds[node.name as QuestionDirective];
  const parts = partsOf(node, answerType);
  const key = node.attributes?.['id'] ?? '';
  if (!WrittenKey.safeParse(key).success && key) report(`La clave «${key}» no sirve`, 'Usa minúsculas sin tilde, cifras y guiones');
  const points = pointsOf(node, report);
  if (!parts.prompt.length) report('La pregunta no tiene enunciado', 'Escríbelo antes de las alternativas');
  if (parts.strays[0]) report('Sobra texto después de las alternativas', 'Déjalo antes, o como cita si es retroalimentación', lineOf(parts.strays[0]));
  const answered = read(parts, node, job, report);
  if (!answered || !key || faults > 0) return null;
  const feedback = parts.feedback.length > 0 ? renderNodes(parts.feedback, job) : null;
  const { body, answer, optionFeedback = {} } = answered;
  return { key, kind: body.kind, points, body, answerKey: { ...answer, feedback, optionFeedback } as AnswerKey };
}

function pointsOf(node: WrittenQuestion, report: Report): number {
  const text = node.attributes?.['puntos'] ?? '1';
  if (!/^[1-9]\d?$/.test(text)) report(`Los puntos «${text}» no sirven`, 'Escribe un entero de 1 a 99: {puntos=2}');
  return Number(text) * 1000;
}

/** Prompt, then what is answered (a list, a table, or nothing of the kind), then a quotation as feedback. */
function partsOf(node: WrittenQuestion, answerType: 'list' | 'table' | null): Parts {
  const content = contentOf(node);
  const last = content.at(-1);
  const feedback = last?.type === 'blockquote' ? last.children : [];
  const rest = last?.type === 'blockquote' ? content.slice(0, -1) : content;
  const at = answerType ? rest.findLastIndex(({ type }) => type === answerType) : -1;
  if (at < 0) return { prompt: rest, answer: undefined, feedback, strays: [] };
  return { prompt: rest.slice(0, at), answer: rest[at], feedback, strays: rest.slice(at + 1) };
}

const choice =
  (kind: 'single' | 'multiple'): Read =>
  ({ prompt, answer }, _, job, report) => {
    for (const { line, fault } of faultsOf(answer, true)) report(...fault, line);
    if (answer?.type !== 'list') return null;
    const written = optionsOf(answer);
    const right = written.flatMap(({ checked, id }) => (checked && id ? [id] : []));
    if (kind === 'single' && right.length > 1)
      report('Hay más de una alternativa correcta', 'Deja una sola, o usa :::opcion-multiple');
    const options = written.map(({ id, content }) => ({ id: id ?? '', html: renderNodes(content, job) }));
    const said = written.filter(({ feedback }) => feedback.length > 0);
    const optionFeedback = Object.fromEntries(said.map(({ id, feedback }) => [id ?? '', renderNodes(feedback, job)]));
    const html = renderNodes(prompt, job);
    const [correct = ''] = right;
    return kind === 'single'
      ? { body: { kind, prompt: html, options }, answer: { kind, correct }, optionFeedback }
      : { body: { kind, prompt: html, options }, answer: { kind, correct: right }, optionFeedback };
  };

const trueOrFalse: Read = ({ prompt }, node, job, report) => {
  const said = node.attributes?.['respuesta'] ?? '';
  if (said && said !== 'verdadero' && said !== 'falso')
    report(`La respuesta «${said}» no sirve`, 'Escribe respuesta=verdadero o respuesta=falso');
  const kind = 'true_false';
  return { body: { kind, prompt: renderNodes(prompt, job) }, answer: { kind, correct: said === 'verdadero' } };
};

const numeric: Read = ({ prompt }, node, job, report) => {
  const { respuesta = '', tolerancia = '0', unidad } = node.attributes ?? {};
  const [value, tolerance] = [decimalOf(respuesta), decimalOf(tolerancia)];
  if (respuesta && value === null)
    report(`La respuesta «${respuesta}» no es un número`, 'Escribe solo cifras y coma decimal: "1234,5"');
  if (tolerance === null || tolerance.startsWith('-'))
    report(`La tolerancia «${tolerancia}» no sirve`, 'Escribe un número con coma decimal: "0,5"');
  const kind = 'numeric';
  return {
    body: { kind, prompt: renderNodes(prompt, job), unit: unidad ?? null },
    answer: { kind, value: value ?? '0', tolerance: tolerance ?? '0' },
  };
};

/** A number with decimal comma as one with a point; null where it is none. */
const decimalOf = (text: string | null | undefined) =>
  /^[-−]?\d{1,15}(,\d{1,9})?$/.test(text ?? '') ? (text ?? '').replace('−', '-').replace(',', '.') : null;

/** Written in the right order; told in the order of its keys, so that a body never gives the answer away. */
const ordering: Read = ({ prompt, answer }, _, job, report) => {
  for (const { line, fault } of faultsOf(answer, false)) report(...fault, line);
  if (answer?.type !== 'list') return null;
  if (!answer.ordered) report('La secuencia no está numerada', 'Escribe «1. clave) …» en cada línea', lineOf(answer));
  const items = itemsOf(answer, job);
  const kind = 'ordering';
  const order = items.map(({ id }) => id);
  return {
    body: { kind, prompt: renderNodes(prompt, job), items: items.toSorted((a, b) => compare(a.id, b.id)) },
    answer: { kind, order },
  };
};

const itemsOf = (list: List, job: Rendering) =>
  optionsOf(list).map(({ id, content }) => ({ id: id ?? '', html: renderNodes(content, job) }));

/** A row pairs a left and a right; without a left, the right is a distractor. */
const matching: Read = ({ prompt, answer }, _, job, report) => {
  if (answer?.type !== 'table') {
    report('Falta la tabla de pares', 'Escribe una tabla de dos columnas, con «clave) …» en cada celda');
    return null;
  }
  const rows = (answer as Table).children.slice(1).map((row) => pairOf(row, job, report));
  const left = rows.flatMap((row) => (row.left ? [row.left] : []));
  const right = new Map(rows.flatMap((row) => (row.right ? [[row.right.id, row.right]] : [])));
  if (left.length < 2) report('Hay menos de dos pares', 'Agrega filas a la tabla', lineOf(answer));
  reportRepeated(rows, report);
  const kind = 'matching';
  const pairs = Object.fromEntries(rows.flatMap((row) => (row.left && row.right ? [[row.left.id, row.right.id]] : [])));
  const sorted = [...right.values()].sort((a, b) => compare(a.id, b.id));
  return { body: { kind, prompt: renderNodes(prompt, job), left, right: sorted }, answer: { kind, pairs } };
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
  if (!right) report('La fila no tiene segunda columna', 'Escribe el par; sin primera columna es un distractor', lineOf(row));
  return { left: left ?? null, right: right ?? null, line: lineOf(row) };
}

/** A left stands once; a right may stand for several lefts, if it says the same. */
function reportRepeated(rows: Pair[], report: Report): void {
  const lefts = new Set<string>();
  const rights = new Map<string, string>();
  for (const { left, right, line } of rows) {
    if (left && lefts.has(left.id)) report(`La clave «${left.id}» se repite`, 'Da una clave distinta a cada fila', line);
    if (right && (rights.get(right.id) ?? right.html) !== right.html)
      report(`La clave «${right.id}» dice dos cosas`, 'Da una clave distinta a cada respuesta', line);
    if (left) lefts.add(left.id);
    if (right) rights.set(right.id, right.html);
  }
}

const kinds: Record<QuestionDirective, [Read, 'list' | 'table' | null]> = {
  'opcion-unica': [choice('single'), 'list'],
  'opcion-multiple': [choice('multiple'), 'list'],
  'verdadero-falso': [trueOrFalse, null],
  numerica: [numeric, null],
  pareados: [matching, 'table'],
  ordenar: [ordering, 'list'],
};
