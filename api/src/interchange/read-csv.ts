import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Piece } from './job.ts';
import type { Known } from './recognise.ts';
import { FileRefused } from './refused.ts';
import { type Cells, readTable } from './table.ts';

/** More than a row of questions needs, in characters. */
const longestRow = 1_000_000;

/** A spreadsheet saved as CSV: semicolons, commas or tabs, as its first row has them. */
export const readCsv = ({ text }: Known): AsyncGenerator<Piece> => readTable(rowsOf(text));

async function* rowsOf(text: string): AsyncGenerator<Cells> {
  const [head = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';';
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: longestRow };
  const parser = Readable.from(chunksOf(text)).pipe(parse({ ...options, info: true }));
  let number = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>)
      yield { number: ++number, at: Math.min(1, info.bytes / text.length), cells: record };
  } catch (error) {
    if (error instanceof FileRefused || !(error instanceof Error && 'code' in error)) throw error;
    throw new FileRefused(csvFault(String(error.code)), number + 1);
  }
}

const csvFault = (code: string) =>
  code === 'CSV_MAX_RECORD_SIZE' ? 'Una fila es demasiado larga' : 'El CSV está mal formado: revisa sus comillas';

function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}
