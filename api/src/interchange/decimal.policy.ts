/** A decimal as tens: `units` times ten to the minus `places`. */
type Exact = { units: bigint; places: number };

const typed = /^([+-]?)(\d{0,30})(?:[.,](\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** A number as people and programs type it, with comma or point, exponent or none; null where it is none. */
export function readNumber(text: string): Exact | null {
  const found = typed.exec(text.trim().replace('−', '-'));
  const [sign, whole, part, exponent] = [1, 2, 3, 4].map((i) => found?.[i] ?? '') as [string, string, string, string];
  if (whole + part === '') return null;
  const units = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const places = part.length - Number(exponent);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** As the bank keeps it; null where it has more digits than that holds. */
export function toDecimal({ units, places }: Exact): string | null {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = places > 0 ? digits.slice(digits.length - places).replace(/0+$/, '') : '';
  if (whole.length > 15 || part.length > 9) return null;
  const text = part ? `${whole}.${part}` : whole;
  return units < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The same, from what was typed. */
export function decimalOf(text: string): string | null {
  const number = readNumber(text);
  return number && toDecimal(number);
}

const aligned = (a: Exact, b: Exact): [bigint, bigint, number] => {
  const places = Math.max(a.places, b.places);
  const scaled = (one: Exact) => one.units * 10n ** BigInt(places - one.places);
  return [scaled(a), scaled(b), places];
};

/** The middle of a range and how far it reaches from there, exactly. */
export function middleOf(min: Exact, max: Exact): { value: Exact; tolerance: Exact } {
  const [low, high, places] = aligned(min, max);
  const [bottom, top] = low <= high ? [low, high] : [high, low];
  return {
    value: { units: (bottom + top) * 5n, places: places + 1 },
    tolerance: { units: (top - bottom) * 5n, places: places + 1 },
  };
}

/** Whether `value ± tolerance` of the first holds all of the second. */
export function covers(outer: { value: Exact; tolerance: Exact }, inner: { value: Exact; tolerance: Exact }): boolean {
  const [a, b, places] = aligned(outer.value, inner.value);
  const at = (one: Exact, to: number) => one.units * 10n ** BigInt(Math.max(0, to - one.places));
  const deepest = Math.max(places, outer.tolerance.places, inner.tolerance.places);
  const scale = 10n ** BigInt(deepest - places);
  const distance = (a > b ? a - b : b - a) * scale;
  return distance + at(inner.tolerance, deepest) <= at(outer.tolerance, deepest);
}

/** A part of a number, as `0.05` is 5 %, by so much of it; the part itself where that has too many digits. */
export function absoluteOf(value: string, part: string): string {
  const [whole, share] = [readNumber(value), readNumber(part)];
  if (!whole || !share) return part;
  const units = whole.units * share.units;
  return toDecimal({ units: units < 0n ? -units : units, places: whole.places + share.places }) ?? part;
}

export type { Exact };
