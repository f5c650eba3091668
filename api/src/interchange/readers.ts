import type { FormatName, Limits } from './exchange.schema.ts';
import type { Piece } from './job.ts';
import { readAiken } from './read-aiken.ts';
import { readCsv } from './read-csv.ts';
import { readGift } from './read-gift.ts';
import { readMoodle } from './read-moodle.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Known } from './recognise.ts';

/** Cuts a file into questions, in their order. Throws FileRefused where the file can not be read further. */
type Reader = (file: Known, limits: Limits) => Iterable<Piece> | AsyncIterable<Piece>;

export const readers: Record<FormatName, Reader> = {
  aiken: readAiken,
  gift: readGift,
  moodle: readMoodle,
  csv: readCsv,
  xlsx: readXlsx,
  text: readText,
};
