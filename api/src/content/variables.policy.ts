import { calculate, type FormulaFault, readFormula, variablesOf } from './formula.policy.ts';
import type { AnswerKey, Drawn } from './question.schema.ts';
import { compare, divide, floor, fromDecimal, type Rational, subtract } from './rational.policy.ts';

export type CalculatedKey = Extract<AnswerKey, { kind: 'calculated' }>;
export type Variable = CalculatedKey['variables'][number];

/** The most values that a variable may take. */
export const mostValues = 1_000_000;

/** How many values a variable may take; 0 where its range or its step is none. */
export function valuesOf({ min, max, step }: Variable): bigint {
  const [low, high, by] = [min, max, step].map(fromDecimal) as [Rational, Rational, Rational];
  if (by.over <= 0n || compare(high, low) < 0n) return 0n;
  return floor(divide(subtract(high, low), by)) + 1n;
}

/** The exact right answer for the numbers that were drawn; null where there is none. */
export function answerOf({ formula }: Pick<CalculatedKey, 'formula'>, drawn: Drawn | null): Rational | null {
  const read = readFormula(formula);
  if (!('formula' in read)) return null;
  const values = Object.entries(drawn ?? {}).map(([name, value]) => [name, fromDecimal(value)] as const);
  return calculate(read.formula, new Map(values));
}

/** What is wrong with a calculated question; `name` is the variable meant. */
export type CalculationFault =
  | FormulaFault
  | { fault: 'repeated' | 'no_values' | 'too_many_values' | 'unknown_variable' | 'unused_variable'; name: string }
  | { fault: 'no_answer' };

function faultOfRange(variable: Variable): CalculationFault[] {
  const values = valuesOf(variable);
  if (values === 0n) return [{ fault: 'no_values', name: variable.name }];
  return values > BigInt(mostValues) ? [{ fault: 'too_many_values', name: variable.name }] : [];
}

function faultsOfNames(needed: readonly string[], given: readonly string[]): CalculationFault[] {
  const twice = given.filter((name, i) => given.indexOf(name) !== i);
  return [
    ...twice.map((name) => ({ fault: 'repeated', name }) as const),
    ...needed.filter((name) => !given.includes(name)).map((name) => ({ fault: 'unknown_variable', name }) as const),
    ...given.filter((name) => !needed.includes(name)).map((name) => ({ fault: 'unused_variable', name }) as const),
  ];
}

/** Everything that keeps a formula and its variables from making a question. */
export function faultsOfCalculation(key: Pick<CalculatedKey, 'formula' | 'variables'>): CalculationFault[] {
  const read = readFormula(key.formula);
  if (!('formula' in read)) return [read];
  const names = key.variables.map(({ name }) => name);
  const faults = [...key.variables.flatMap(faultOfRange), ...faultsOfNames(variablesOf(read.formula), names)];
  if (faults.length > 0) return faults;
  const ends = (['min', 'max'] as const).map((end) => Object.fromEntries(key.variables.map((one) => [one.name, one[end]])));
  return ends.every((drawn) => answerOf(key, drawn)) ? [] : [{ fault: 'no_answer' }];
}
