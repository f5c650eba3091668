/** An exact number: `over` divided by `under`, which is positive, in lowest terms. */
export type Rational = { over: bigint; under: bigint };

const magnitude = (n: bigint) => (n < 0n ? -n : n);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [magnitude(a), magnitude(b)];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** `under` must not be zero. */
export function rational(over: bigint, under = 1n): Rational {
  const by = commonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / by, under: under / by };
}

/** Of digits with a point, as `Decimal` writes them. */
export function fromDecimal(decimal: string): Rational {
  const [whole = '', fraction = ''] = decimal.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export const add = (a: Rational, b: Rational) => rational(a.over * b.under + b.over * a.under, a.under * b.under);
export const subtract = (a: Rational, b: Rational) => add(a, { over: -b.over, under: b.under });
export const multiply = (a: Rational, b: Rational) => rational(a.over * b.over, a.under * b.under);
/** `b` must not be zero. */
export const divide = (a: Rational, b: Rational) => rational(a.over * b.under, a.under * b.over);
export const absolute = ({ over, under }: Rational): Rational => ({ over: magnitude(over), under });
/** Below, above or equal to zero as `a` is to `b`. */
export const compare = (a: Rational, b: Rational): bigint => a.over * b.under - b.over * a.under;

/** The greatest whole number that is not above. */
export function floor({ over, under }: Rational): bigint {
  const whole = over / under;
  return over < 0n && whole * under !== over ? whole - 1n : whole;
}

/** To so many decimals; halves go away from zero, as at school. */
export function round(number: Rational, places: number): Rational {
  const by = 10n ** BigInt(places);
  const { over, under } = absolute(number);
  const digits = floor(rational(2n * over * by + under, 2n * under));
  return rational(number.over < 0n ? -digits : digits, by);
}

/** In digits with a point, rounded to so many decimals. */
export function toDecimal(number: Rational, places: number): string {
  const { over, under } = round(number, places);
  const digits = String(magnitude(over) * (10n ** BigInt(places) / under)).padStart(places + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  return `${over < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
