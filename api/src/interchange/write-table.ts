import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import { guard } from '../platform/csv.policy.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';
import { pathText } from './paths.ts';
import { columns } from './table.ts';
import { cellsOf } from './table-cells.ts';
import { commaText, plainCell } from './table-text.ts';
import { kindNames } from './words.ts';
import { type Draft, LeftOut, writeEach } from './writing.ts';

/** What a cell of a spreadsheet holds at most, with the apostrophe that may stand before it. */
const longestCell = 32_766;

/** Questions as CSV: semicolons and a mark, as Excel in Chile opens it. */
export function writeCsv(questions: readonly ExchangeQuestion[]): Draft {
  const { rows, leftOut } = rowsOf(questions);
  const text = stringify(rows, { delimiter: ';', bom: true, record_delimiter: 'windows', quoted_match: /[\n\r]/ });
  return { bytes: Buffer.from(text), name: 'preguntas.csv', mediaType: 'text/csv', leftOut };
}

/** Questions as a workbook, with the names of its columns in sight. */
export async function writeXlsx(questions: readonly ExchangeQuestion[]): Promise<Draft> {
  const { rows, leftOut } = rowsOf(questions);
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Preguntas', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows(rows);
  sheet.getRow(1).font = { bold: true };
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: 'preguntas.xlsx', mediaType, leftOut };
}

/** The names of the columns, then a row for each question; no cell runs as a formula. */
function rowsOf(questions: readonly ExchangeQuestion[]) {
  const { written, leftOut } = writeEach(questions, rowOf);
  const most = Math.max(2, ...written.map(({ alternatives }) => alternatives.length));
  const numbered = Array.from({ length: most }, (_, i) => [`alternativa ${i + 1}`, `comentario ${i + 1}`]).flat();
  const rows = written.map(({ cells, alternatives }) => [
    ...columns.map((name) => cells[name] ?? ''),
    ...Array.from({ length: most }, (_, i) => [alternatives[i]?.text ?? '', alternatives[i]?.feedback ?? '']).flat(),
  ]);
  return { rows: [[...columns, ...numbered], ...rows.map((row) => row.map((cell) => String(guard(cell))))], leftOut };
}

function rowOf(question: ExchangeQuestion) {
  const { alternatives = [], ...own } = cellsOf(question.body, question.answerKey);
  if (alternatives.length > 50) throw new LeftOut('Tiene más alternativas que columnas una planilla');
  const cells: Record<string, string> = { ...labelsOf(question), ...own };
  const all = [...Object.values(cells), ...alternatives.flatMap(({ text, feedback }) => [text, feedback])];
  if (all.some((cell) => cell.length > longestCell)) throw new LeftOut('Un texto no cabe en una celda de planilla');
  return { cells, alternatives };
}

/** What all kinds say in the same columns. */
const labelsOf = ({ body, answerKey, ...question }: ExchangeQuestion): Record<string, string> => ({
  tipo: kindNames[body.kind],
  clave: orEmpty(question.key),
  nombre: orEmpty(question.name),
  categoria: pathText(question.category),
  tema: orEmpty(question.topic),
  dificultad: orEmpty(question.difficulty),
  resultado: orEmpty(question.outcome),
  territorios: question.territories.join(', '),
  etiquetas: question.tags.join(', '),
  puntos: commaText(String(question.points / 1000)),
  enunciado: plainCell(body.prompt),
  comentario: plainCell(orEmpty(answerKey.feedback)),
});

const orEmpty = (value: string | number | null) => (value === null ? '' : String(value));
