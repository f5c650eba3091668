/** An exact decimal: `digits` divided by ten to the power of `scale`. */
type Exact = { digits: bigint; scale: number };

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

function exactOf(decimal: string): Exact {
  const [whole = '', fraction = ''] = decimal.split('.');
  return {
    digits: BigInt(whole.replace('-', '') + fraction) * (decimal.startsWith('-') ? -1n : 1n),
    scale: fraction.length,
  };
}

const scaled = ({ digits, scale }: Exact, to: number) => digits * 10n ** BigInt(to - scale);

/** Whether two decimals, written in digits with a point, differ by no more than the tolerance. Exact: 0.1 + 0.2 is 0.3. */
export function isNear(decimal: string, value: string, tolerance: string): boolean {
  const numbers = [exactOf(decimal), exactOf(value), exactOf(tolerance)] as const;
  const scale = Math.max(...numbers.map((number) => number.scale));
  const [a, b, most] = numbers.map((number) => scaled(number, scale)) as [bigint, bigint, bigint];
  return a - b <= most && b - a <= most;
}
