import { absolute, compare, fromDecimal, multiply, type Rational, subtract } from '../content/rational.policy.ts';

const SPACE = /\s+/g;
const SIGN = /[\p{Pd}\u2212]/gu;

/** Words after a number that change its size. */
const multiplier = /^(mil|miles|millon|millones|k|m|mm)$/;

const synonyms: [RegExp, string][] = [
  [/\bpor ?ciento\b/g, '%'],
  [/\bpesos?\b/g, '$'],
];

/** The words of a unit without accents, capitals, points and plurals: `Rondas al mes` is `ronda`, `al`, `mes`. */
function wordsOf(unit: string): string[] {
  const plain = unit
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  return synonyms
    .reduce((text, [pattern, symbol]) => text.replace(pattern, symbol), plain)
    .split(SPACE)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=\p{L}{2})(?:(?<=[^aeiou])es|s)+$/u, ''));
}

/** `1.234,5`, `1 234,5`, `1.234`, `3,5`, `3.5`, `,5` and `1,234.5`, each with what it is in digits and a point. */
const forms: [RegExp, (text: string) => string][] = [
  [/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, (text) => text.replaceAll('.', '').replace(',', '.')],
  [/^[1-9]\d{0,2}(\s\d{3})+([.,]\d+)?$/, (text) => text.replace(SPACE, '').replace(',', '.')],
  [/^[1-9]\d{0,2}(,\d{3})+\.\d+$/, (text) => text.replaceAll(',', '')],
  [/^\d*[.,]?\d+$/, (text) => text.replace(/^(?=[.,])/, '0').replace(',', '.')],
];

function plainOf(written: string): string | null {
  const text = written.replace(/[.,]$/, '');
  const form = forms.find(([pattern]) => pattern.test(text));
  return form ? form[1](text) : null;
}

/** Whether these words after the number are the first of its unit; without a unit, any that don't change its size. */
function isUnit(tail: string, unit: string | null): boolean {
  const typed = wordsOf(tail);
  if (unit === null) return !/\d|^[^\p{L}%$°]/u.test(tail) && !multiplier.test(typed[0] ?? '');
  const meant = wordsOf(unit);
  return typed.every((word, i) => word === meant[i]);
}

/** Takes a unit written before the number away: «$ 1.500», «M$ 300». */
function afterUnit(text: string, unit: string | null): string {
  const [before = ''] = /^[^\d.,+-]*/.exec(text) ?? [];
  return before !== '' && isUnit(before, unit ?? '$') ? text.slice(before.length) : text;
}

/**
 * Reads a number as people type it in Chile: decimal comma, points or spaces at the thousands, any minus, its unit after it.
 * One point counts as decimal unless three digits follow a group that can head thousands: `3.5` is 3,5 and `1.234` is 1234.
 * @returns the number in digits with a point (`-1234.5`), or null when it cannot be told which number is meant
 */
export function readDecimal(text: string, unit: string | null): string | null {
  const typed = afterUnit(text.replace(SIGN, '-').trim(), unit);
  const [, sign, head = '', tail = ''] = /^([-+]?)\s*([\d.,]+(?:\s\d{3}(?!\d)[.,]?)*\d*)\s*(.*)$/su.exec(typed) ?? [];
  const plain = plainOf(head);
  return plain !== null && isUnit(tail, unit) ? (sign === '-' ? `-${plain}` : plain) : null;
}

/** How far from the right number still counts: by `tolerance`, or by that part of the right number. */
export type Tolerance = { tolerance: string; relative?: boolean };

/** Whether two numbers differ by no more than the tolerance. Exact: 0.1 + 0.2 is 0.3. */
export function isNear(typed: Rational, value: Rational, { tolerance, relative = false }: Tolerance): boolean {
  const most = fromDecimal(tolerance);
  const allowed = relative ? multiply(most, absolute(value)) : most;
  return compare(absolute(subtract(typed, value)), allowed) <= 0n;
}

/** Writes digits with a point as people read them in Chile: `-1234.5` is «−1.234,5». */
export function writeDecimal(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace('-', '\u2212').replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
