import type { AnswerKey, Drawn } from '../content/question.schema.ts';
import { calculate, readFormula } from './formula.policy.ts';
import { writeDecimal } from './numeric.policy.ts';
import {
  add,
  compare,
  divide,
  floor,
  fromDecimal,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from './rational.policy.ts';
import { below, random } from './shuffle.policy.ts';

export type CalculatedKey = Extract<AnswerKey, { kind: 'calculated' }>;
type Variable = CalculatedKey['variables'][number];

/** The most values that a variable may take. */
export const mostValues = 1_000_000;
const mostRounds = 100;

/** How many values a variable may take; 0 where its range or its step is none. */
export function valuesOf({ min, max, step }: Variable): bigint {
  const [low, high, by] = [min, max, step].map(fromDecimal) as [Rational, Rational, Rational];
  if (by.over <= 0n || compare(high, low) < 0n) return 0n;
  return floor(divide(subtract(high, low), by)) + 1n;
}

const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;

function drawOne(seed: bigint, stream: string, variable: Variable): string {
  const { min, step } = variable;
  const values = valuesOf(variable);
  const many = values > BigInt(mostValues) ? mostValues : Math.max(1, Number(values));
  const value = add(fromDecimal(min), multiply(rational(BigInt(below(many, random(seed, stream)))), fromDecimal(step)));
  return toDecimal(value, Math.max(decimalsOf(min), decimalsOf(step)));
}

/** The exact right answer for the numbers that were drawn; null where there is none. */
export function answerOf({ formula }: CalculatedKey, drawn: Drawn | null): Rational | null {
  const read = readFormula(formula);
  if (!('formula' in read)) return null;
  const values = Object.entries(drawn ?? {}).map(([name, value]) => [name, fromDecimal(value)] as const);
  return calculate(read.formula, new Map(values));
}

/**
 * Draws the numbers of a calculated question, the same again for a seed. Numbers for which the formula has no value
 * (a division by zero) are drawn again.
 */
export function drawNumbers(seed: bigint, id: string, key: CalculatedKey): Drawn {
  const drawAll = (round: number) =>
    Object.fromEntries(key.variables.map((one) => [one.name, drawOne(seed, `${id} ${one.name} ${round}`, one)]));
  let drawn = drawAll(1);
  for (let round = 2; round <= mostRounds && !answerOf(key, drawn); round++) drawn = drawAll(round);
  return drawn;
}

/** Writes the numbers that were drawn where a text names them: `{n}`. Other braces stay. */
export function fillIn(html: string, drawn: Drawn | null): string {
  const numbers = new Map(Object.entries(drawn ?? {}));
  return html.replace(/\{([a-z][a-z0-9_]{0,19})\}/g, (written, name: string) => {
    const number = numbers.get(name);
    return number === undefined ? written : writeDecimal(number);
  });
}
