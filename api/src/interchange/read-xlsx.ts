import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Limits } from './exchange.schema.ts';
import type { Piece } from './job.ts';
import type { Known } from './recognise.ts';
import { FileRefused } from './refused.ts';
import { type Cells, readTable } from './table.ts';
import { unzip } from './unzip.ts';

/*
 * A workbook, read by its own small reader: libraries that build the whole model walk every cell of a merged or validated
 * range, and a range of all cells costs a file nothing. Of a workbook we need the words in the cells of its first sheet.
 */

/** More than the template has. */
const mostColumns = 200;
const chunk = 65_536;

export async function* readXlsx({ bytes }: Known, limits: Limits): AsyncGenerator<Piece> {
  const parts = await unzip(bytes, limits, (name) =>
    /^xl\/(workbook\.xml|_rels\/|sharedStrings\.xml|worksheets\/[^/]+\.xml)/.test(name),
  );
  const sheet = firstSheet(parts);
  if (!sheet) throw new FileRefused('No es una planilla XLSX');
  yield* readTable(rowsOf(sheet.toString('utf8'), wordsIn(parts.get('xl/sharedStrings.xml')?.toString('utf8') ?? '')));
}

/** The sheet that stands first in the workbook. */
function firstSheet(parts: Map<string, Buffer>): Buffer | undefined {
  let id: string | undefined;
  const targets = new Map<string, string>();
  walk(parts.get('xl/workbook.xml')?.toString('utf8') ?? '', (name, attributes) => {
    if (name === 'sheet') id ??= attributes['r:id'];
  });
  walk(parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '', (name, { Id: own, Target: target }) => {
    if (name === 'Relationship' && own && target) targets.set(own, target);
  });
  const target = targets.get(id ?? '');
  return target === undefined
    ? undefined
    : parts.get(target.startsWith('/') ? target.slice(1) : posix.join('xl', target));
}

type Open = (name: string, attributes: Record<string, string>) => void;
type Close = (name: string, text: string) => void;

/** Goes over a text of XML once, and says how far it is; `close` gets the words that stand right in an element. */
function* steps(text: string, open: Open, close: Close): Generator<number> {
  const parser = new SaxesParser();
  let words = '';
  const refuse = (reason: string): never => {
    throw new FileRefused(reason);
  };
  parser.on('error', () => refuse('La planilla está dañada'));
  parser.on('doctype', () => refuse('La planilla declara un DTD o entidades, que no se admiten'));
  parser.on('opentag', ({ name, attributes }) => {
    words = '';
    open(name.replace(/^x:/, ''), attributes);
  });
  parser.on('text', (more) => {
    words += more;
  });
  parser.on('closetag', ({ name }) => {
    close(name.replace(/^x:/, ''), words);
    words = '';
  });
  for (let at = 0; at < text.length; at += chunk) {
    parser.write(text.slice(at, at + chunk));
    yield Math.min(1, (at + chunk) / text.length);
  }
  if (text) parser.close();
}

function walk(text: string, open: Open, close: Close = () => undefined): void {
  const run = steps(text, open, close);
  while (run.next().done !== true);
}

/** Texts that cells share. What is only a hint to pronounce them is left out. */
function wordsIn(text: string): string[] {
  const shared: string[] = [];
  let [words, hints] = ['', 0];
  walk(
    text,
    (name) => {
      if (name === 'si') words = '';
      if (name === 'rPh') hints++;
    },
    (name, said) => {
      if (name === 't' && hints === 0) words += said;
      if (name === 'rPh') hints--;
      if (name === 'si') shared.push(plain(words));
    },
  );
  return shared;
}

/** Signs that XML can not hold are written as `_x000D_`. */
const plain = (text: string) =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

/** The rows of a sheet that hold anything, in their order. */
function* rowsOf(text: string, shared: string[]): Generator<Cells> {
  const ready: Cells[] = [];
  const reader = new SheetReader(shared, (row) => ready.push(row));
  for (const at of steps(text, reader.open, reader.close)) {
    for (const row of ready.splice(0)) yield { ...row, at };
  }
  for (const row of ready.splice(0)) yield row;
}

class SheetReader {
  private row: Cells = { number: 0, at: 1, cells: [] };
  private column = 0;
  private type = '';
  private words = '';

  constructor(
    private readonly shared: string[],
    private readonly take: (row: Cells) => void,
  ) {}

  open: Open = (name, attributes) => {
    if (name === 'row') this.row = { number: Number(attributes['r'] ?? this.row.number + 1), at: 1, cells: [] };
    if (name !== 'c') return;
    this.column = columnOf(attributes['r'] ?? '') ?? this.row.cells.length;
    this.type = attributes['t'] ?? 'n';
    this.words = '';
  };

  close: Close = (name, text) => {
    if (name === 'v' || name === 't') this.words += text;
    if (name === 'c' && this.column < mostColumns) this.row.cells[this.column] = this.cell();
    if (name === 'row')
      this.take({ ...this.row, cells: Array.from(this.row.cells, (cell) => (cell as string | undefined) ?? '') });
  };

  private cell(): string {
    const { type, words } = this;
    if (type === 's') return this.shared[Number(words)] ?? '';
    if (type === 'b') return words === '1' ? 'verdadero' : 'falso';
    if (type === 'n') return numberText(words);
    return type === 'e' ? '' : plain(words);
  }
}

/** Fifteen digits: what a spreadsheet shows. */
const numberText = (words: string) => (words === '' ? '' : String(Number(Number(words).toPrecision(15))));

/** `AB12` is the column 27, from 0. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}
