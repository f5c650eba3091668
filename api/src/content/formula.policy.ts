import {
  absolute,
  add,
  compare,
  divide,
  floor,
  fromDecimal,
  multiply,
  type Rational,
  rational,
  round,
  subtract,
} from './rational.policy.ts';

/** A formula that was read: a number, a variable, or an operation on what stands below. */
export type Formula = { number: Rational } | { variable: string } | { operation: Operation; of: readonly Formula[] };
type Operation = '+' | '-' | '*' | '/' | '^' | 'negate' | FunctionName;
type FunctionName = 'min' | 'max' | 'abs' | 'round' | 'sqrt' | 'floor' | 'ceil';

/** What is wrong with a formula, and after how many characters. */
export type FormulaFault = {
  fault:
    'too_long' | 'too_deep' | 'unknown_sign' | 'unknown_function' | 'wrong_arguments' | 'unexpected' | 'unfinished';
  at: number;
};

export const longestFormula = 500;
const deepest = 30;
/** No number on the way may need more bits, above or below. */
const mostBits = 2048;
const greatestPower = 100n;

/** How many values each takes: at least, at most. */
const functions: Record<FunctionName, [least: number, most: number]> = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  round: [1, 2],
  sqrt: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
};
const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

type Token = { text: string; at: number };
class Fault extends Error {
  constructor(
    readonly fault: FormulaFault['fault'],
    readonly at: number,
  ) {
    super(fault);
  }
}

const sign = /\s*(\d{1,15}(?:\.\d{1,9})?|[a-z][a-z0-9_]*|[-+*/^(),])/y;

function tokensOf(text: string): Token[] {
  if (text.length > longestFormula) throw new Fault('too_long', longestFormula);
  const end = text.trimEnd().length;
  const tokens: Token[] = [];
  sign.lastIndex = 0;
  for (let at = 0; at < end; at = sign.lastIndex) {
    const [whole, found] = sign.exec(text) ?? [];
    if (whole === undefined || found === undefined) throw new Fault('unknown_sign', at);
    tokens.push({ text: found, at: at + whole.length - found.length });
  }
  return tokens;
}

/** Descends from sums to numbers; each method reads one kind of piece and leaves the rest. */
class Reader {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Formula {
    const formula = this.sum();
    if (this.peek() !== undefined) throw this.unexpected();
    return formula;
  }

  private sum(): Formula {
    if (++this.depth > deepest) throw new Fault('too_deep', this.at());
    let left = this.product();
    for (let operation = this.take('+', '-'); operation; operation = this.take('+', '-'))
      left = { operation, of: [left, this.product()] };
    this.depth--;
    return left;
  }

  private product(): Formula {
    let left = this.signed();
    for (let operation = this.take('*', '/'); operation; operation = this.take('*', '/'))
      left = { operation, of: [left, this.signed()] };
    return left;
  }

  /** A minus binds less than a power: -2^2 is -4. */
  private signed(): Formula {
    if (!this.take('-')) return this.power();
    if (++this.depth > deepest) throw new Fault('too_deep', this.at());
    const formula: Formula = { operation: 'negate', of: [this.signed()] };
    this.depth--;
    return formula;
  }

  /** Powers run from the right: 2^3^2 is 2^9. */
  private power(): Formula {
    const base = this.atom();
    if (!this.take('^')) return base;
    if (++this.depth > deepest) throw new Fault('too_deep', this.at());
    const formula: Formula = { operation: '^', of: [base, this.signed()] };
    this.depth--;
    return formula;
  }

  private atom(): Formula {
    const { text, at } = this.tokens[this.next] ?? this.unfinished();
    if (/^\d/.test(text)) return this.step({ number: fromDecimal(text) });
    if (this.take('(')) return this.closed(this.sum());
    if (!/^[a-z]/.test(text)) throw this.unexpected();
    this.next++;
    return this.take('(') ? this.called(text, at) : { variable: text };
  }

  private called(name: string, at: number): Formula {
    if (!isFunction(name)) throw new Fault('unknown_function', at);
    const of = [this.sum()];
    while (this.take(',')) of.push(this.sum());
    const [least, most] = functions[name];
    if (of.length < least || of.length > most) throw new Fault('wrong_arguments', at);
    return this.closed({ operation: name, of });
  }

  private closed(formula: Formula): Formula {
    if (!this.take(')')) throw this.unexpected();
    return formula;
  }

  private step<T>(value: T): T {
    this.next++;
    return value;
  }

  private peek = () => this.tokens[this.next]?.text;
  private at = () => this.tokens[this.next]?.at ?? this.end;

  private take<T extends string>(...signs: T[]): T | null {
    const found = signs.find((one) => one === this.peek());
    return found === undefined ? null : this.step(found);
  }

  private unexpected = () => new Fault(this.peek() === undefined ? 'unfinished' : 'unexpected', this.at());
  private unfinished(): never {
    throw new Fault('unfinished', this.end);
  }
}

/**
 * Reads a formula: numbers with a decimal point, variables, + - * / ^, a minus in front, parentheses, and the functions
 * min, max, abs, round (to so many decimals), sqrt, floor and ceil. Nothing of it is ever run as a programme.
 */
export function readFormula(text: string): { formula: Formula } | FormulaFault {
  try {
    return { formula: new Reader(tokensOf(text), text.length).whole() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault, at: error.at };
    throw error;
  }
}

/** The names that a formula needs. */
export function variablesOf(formula: Formula): string[] {
  if ('variable' in formula) return [formula.variable];
  return 'of' in formula ? [...new Set(formula.of.flatMap(variablesOf))] : [];
}

const isSmall = ({ over, under }: Rational) =>
  over.toString(2).length <= mostBits && under.toString(2).length <= mostBits;

function power(base: Rational, exponent: Rational): Rational | null {
  const { over: by, under } = exponent;
  if (under !== 1n || by > greatestPower || by < -greatestPower) return null;
  if (by < 0n) return base.over === 0n ? null : power(divide(rational(1n), base), rational(-by));
  return rational(base.over ** by, base.under ** by);
}

/** The greatest whole number whose square is not above (Newton's way). */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root;
}

const rootScale = 10n ** 30n;

/** Exact where there is an exact root, else cut off at thirty decimals. */
function root({ over, under }: Rational): Rational | null {
  if (over < 0n) return null;
  const [above, below] = [wholeRoot(over), wholeRoot(under)];
  if (above * above === over && below * below === under) return rational(above, below);
  return rational(wholeRoot((over * rootScale * rootScale) / under), rootScale);
}

function rounded(number: Rational, places = rational(0n)): Rational | null {
  const { over, under } = places;
  return under === 1n && over >= 0n && over <= 9n ? round(number, Number(over)) : null;
}

const extreme = (of: readonly Rational[], above: boolean) =>
  of.reduce((best, one) => (compare(one, best) > 0n === above ? one : best));

type Values = readonly [Rational, ...Rational[]];
const operations: Record<Operation, (of: Values) => Rational | null> = {
  '+': ([a, b]) => add(a, b!),
  '-': ([a, b]) => subtract(a, b!),
  '*': ([a, b]) => multiply(a, b!),
  '/': ([a, b]) => (b!.over === 0n ? null : divide(a, b!)),
  '^': ([a, b]) => power(a, b!),
  negate: ([a]) => subtract(rational(0n), a),
  min: (of) => extreme(of, false),
  max: (of) => extreme(of, true),
  abs: ([a]) => absolute(a),
  round: ([a, places]) => rounded(a, places),
  sqrt: ([a]) => root(a),
  floor: ([a]) => rational(floor(a)),
  ceil: ([{ over, under }]) => rational(-floor(rational(-over, under))),
};

/**
 * What a formula comes to, exactly. Null where it has no value: division by zero, root of a negative, power that is not
 * whole or above a hundred, number of more than some six hundred digits, or a variable that is not given.
 */
export function calculate(formula: Formula, values: ReadonlyMap<string, Rational>): Rational | null {
  if ('number' in formula) return formula.number;
  if ('variable' in formula) return values.get(formula.variable) ?? null;
  const of: Rational[] = [];
  for (const one of formula.of) {
    const value = calculate(one, values);
    if (!value) return null;
    of.push(value);
  }
  const result = operations[formula.operation](of as unknown as Values);
  return result && isSmall(result) ? result : null;
}
