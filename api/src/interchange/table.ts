import { anchorOf } from '../content/layout.policy.ts';
import { type Job, type Piece, questionOf } from './job.ts';
import type { ExchangeQuestion } from './exchange.schema.ts';
import { FileRefused, Refused } from './refused.ts';
import { readSettings, Row } from './table-row.ts';
import { type TableKind, tableKinds } from './table-kinds.ts';
import { thousandths } from './notes.ts';
import { pathOf } from './paths.ts';

/** A row of cells as they were typed, its number from 1, and how much of the file it ends. */
export type Cells = { number: number; at: number; cells: string[] };

/** Columns of the template, in its order; then as many pairs of `alternativa n` and `comentario n` as there are. */
export const columns = [
  ...['tipo', 'clave', 'nombre', 'categoria', 'tema', 'dificultad', 'resultado', 'territorios', 'etiquetas', 'puntos'],
  ...['enunciado', 'texto', 'respuesta', 'tolerancia', 'unidad', 'ajustes', 'comentario'],
] as const;
const numbered = /^(alternativa|comentario)-\d{1,2}$/;

/** The rows of a spreadsheet as questions. The first names the columns, in any order. */
export async function* readTable(rows: Iterable<Cells> | AsyncIterable<Cells>): AsyncGenerator<Piece> {
  let names: string[] | null = null;
  for await (const { number, at, cells } of rows) {
    if (cells.every((cell) => !cell.trim())) continue;
    if (names === null) {
      names = headOf(cells, number);
      continue;
    }
    const row = new Row(names, cells);
    yield { line: number, at, read: (job) => questionIn(row, job) };
  }
}

function headOf(cells: string[], line: number): string[] {
  const names = cells.map((cell) => anchorOf(cell));
  const missing = ['tipo', 'enunciado'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new FileRefused(`La primera fila no nombra la columna «${missing.join('» ni «')}»: usa la plantilla`, line);
  const strange = names.filter(
    (name) => name && !(columns as readonly string[]).includes(name) && !numbered.test(name),
  );
  if (strange.length > 0) throw new FileRefused(`No se conoce la columna «${strange[0] ?? ''}»`, line);
  if (new Set(names).size < names.length && names.every(Boolean)) throw new FileRefused('Una columna se repite', line);
  return names;
}

const names: Record<string, string> = {
  ...{ unica: 'opcion-unica', multiple: 'opcion-multiple', 'verdadero-o-falso': 'verdadero-falso' },
  ...{ 'completar-el-texto': 'completar' },
};

function questionIn(row: Row, job: Job): ExchangeQuestion {
  const settings = readSettings(row.text('ajustes'));
  const answered = kindOf(row)({ row, job, settings, prompt: row.html('enunciado', job) });
  for (const name of settings.unread()) throw new Refused(`El ajuste «${name}» no existe en este tipo de pregunta`);
  return questionOf(
    answered,
    row.html('comentario', job),
    { ...filedUnder(row), key: job.key(row.text('clave')) },
    job,
  );
}

function kindOf(row: Row): TableKind {
  const written = anchorOf(row.needed('tipo', 'el tipo de pregunta'));
  const kind = names[written] ?? written;
  if (kind === 'zona-en-imagen') throw new Refused('Una zona en imagen no cabe en una planilla');
  const read = Object.hasOwn(tableKinds, kind) ? tableKinds[kind] : undefined;
  if (!read) throw new Refused(`El tipo «${row.text('tipo').slice(0, 40)}» no existe`);
  return read;
}

/** How the bank files it. A slash within a name of a category is written twice. */
const filedUnder = (row: Row) => ({
  name: row.text('nombre') || null,
  category: pathOf(row.text('categoria')),
  tags: [...new Set(row.listed('etiquetas', /[,;|]/))],
  topic: row.text('tema') || null,
  difficulty: difficultyOf(row.text('dificultad')),
  outcome: row.text('resultado') || null,
  territories: row.listed('territorios', /[\s,;|]+/),
  points: pointsOf(row.text('puntos')),
});

function difficultyOf(written: string): number | null {
  if (!written) return null;
  if (/^[1-5]$/.test(written)) return Number(written);
  throw new Refused('La dificultad va de 1 a 5');
}

function pointsOf(written: string): number {
  const points = written ? thousandths(written) : 1000;
  if (points === null) throw new Refused(`Los puntos «${written.slice(0, 20)}» no sirven`);
  return points;
}
