import type { Drawn } from '../content/question.schema.ts';
import { add, fromDecimal, multiply, rational, toDecimal } from '../content/rational.policy.ts';
import { answerOf, type CalculatedKey, mostValues, type Variable, valuesOf } from '../content/variables.policy.ts';
import { writeDecimal } from './numeric.policy.ts';
import { below, random } from './shuffle.policy.ts';

const mostRounds = 100;

const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;

function drawOne(seed: bigint, stream: string, variable: Variable): string {
  const { min, step } = variable;
  const values = valuesOf(variable);
  const many = values > BigInt(mostValues) ? mostValues : Math.max(1, Number(values));
  const value = add(fromDecimal(min), multiply(rational(BigInt(below(many, random(seed, stream)))), fromDecimal(step)));
  return toDecimal(value, Math.max(decimalsOf(min), decimalsOf(step)));
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
