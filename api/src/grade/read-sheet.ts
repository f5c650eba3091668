import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { fromBuffer } from 'yauzl';
import { Refusal } from '../platform/refusal.ts';

/** More than any gradebook: rows, columns, and bytes of a workbook once unpacked. */
const most = { rows: 10_000, columns: 200, bytes: 40_000_000 };

/** The cells of a table as text: CSV in UTF-8, UTF-16 or Windows-1252, or the first sheet of an Excel workbook. */
export async function readSheet(bytes: Buffer): Promise<string[][]> {
  const table = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readWorkbook(bytes) : readText(bytes);
  if (table.length > most.rows || table.some((row) => row.length > most.columns)) throw new Refusal('too_large');
  return table;
}

function decode(bytes: Buffer): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Semicolons, tabs or commas, as the first line has them. */
function readText(bytes: Buffer): string[][] {
  const text = decode(bytes);
  const [head = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';';
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: 100_000 });
  } catch (cause) {
    throw new Refusal('unreadable_sheet', { cause });
  }
}

/** Only what unpacks to a sane size is read at all: a workbook is an archive, and a small one may hold a very large one. */
async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  if ((await unpackedSize(bytes)) > most.bytes) throw new Refusal('too_large');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: ['mergeCells', 'dataValidations'] });
  } catch (cause) {
    throw new Refusal('unreadable_sheet', { cause });
  }
  const [sheet] = book.worksheets;
  if (!sheet || sheet.columnCount > most.columns || sheet.rowCount > most.rows) throw new Refusal('unreadable_sheet');
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, i) => textOf(row.getCell(i + 1))));
  });
  return rows;
}

/** What a cell shows; a nota kept as a number is written as one, whatever its format. */
function textOf(cell: ExcelJS.Cell): string {
  return typeof cell.value === 'number' ? String(Math.round(cell.value * 1000) / 1000) : cell.text;
}

/** As the archive's own list says, entry by entry; an archive that lies about it is broken, and refused when it is read. */
const unpackedSize = (bytes: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) {
        reject(new Refusal('unreadable_sheet', { cause: error }));
        return;
      }
      let [size, entries] = [0, 0];
      zip.on('error', (cause) => reject(new Refusal('unreadable_sheet', { cause })));
      zip.on('end', () => resolve(size));
      zip.on('entry', (entry: { uncompressedSize: number }) => {
        size += entry.uncompressedSize;
        entries += 1;
        if (size > most.bytes || entries > 1000) resolve(Infinity);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
