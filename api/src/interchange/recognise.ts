import type { FormatName } from './exchange.schema.ts';
import { FileRefused } from './refused.ts';

/** A file whose format is known: its text, or its bytes where it is no text. */
export type Known = { format: FormatName; bytes: Uint8Array; text: string };

const old = [0xd0, 0xcf, 0x11, 0xe0];
const begins = (bytes: Uint8Array, sign: number[]) => sign.every((byte, i) => bytes[i] === byte);

/** Tells the format by what the file holds; its ending decides only where that says nothing. */
export function recognise(bytes: Uint8Array, name: string, decode: (bytes: Uint8Array) => string): Known {
  if (begins(bytes, old)) throw new FileRefused('Es una planilla antigua (XLS): guárdala como XLSX');
  if (begins(bytes, [0x50, 0x4b, 3, 4])) return { format: /\.zip$/i.test(name) ? 'text' : 'xlsx', bytes, text: '' };
  const text = decode(bytes);
  if (!text.trim()) throw new FileRefused('El archivo está vacío');
  const format = byContent(text) ?? byEnding(name);
  if (format) return { format, bytes, text };
  throw new FileRefused('No se reconoce el formato: sirve GIFT, Aiken, XML de Moodle, CSV, XLSX o nuestro texto');
}

function byContent(text: string): FormatName | undefined {
  const start = text.slice(0, 20_000);
  if (/^\s*(<\?xml\b|<!|<quiz\b)/.test(start)) return 'moodle';
  if (
    /^:::+(opcion-|verdadero-|numerica|pareados|ordenar|texto-|completar|clasificar|zona-|calculada|ensayo|archivo)/m.test(
      text,
    )
  )
    return 'text';
  if (isTable(start)) return 'csv';
  if (isAiken(text)) return 'aiken';
  return isGift(text) ? 'gift' : undefined;
}

/** The first row names the columns that no question can do without. */
function isTable(start: string): boolean {
  const [head = ''] = start.split(/\r\n?|\n/, 1);
  const names = head
    .toLowerCase()
    .split(/[;,\t]/)
    .map((name) => name.replaceAll('"', '').trim());
  return names.includes('tipo') && names.includes('enunciado');
}

/** Every question of Aiken ends by saying which letter is right. */
const isAiken = (text: string) =>
  /^ANSWER:[ \t]{0,9}[A-Z][ \t]{0,9}\r?$/m.test(text) && !/^(::|\$CATEGORY:)/m.test(text);
const isGift = (text: string) =>
  /^(::|\$CATEGORY:)/m.test(text) || /(^|[^\\])\{[^{]{0,20000}?\}/.test(text.slice(0, 100_000));

function byEnding(name: string): FormatName | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known: Record<string, FormatName> = { gift: 'gift', xml: 'moodle', csv: 'csv', md: 'text' };
  return Object.hasOwn(known, ending) ? known[ending] : undefined;
}
