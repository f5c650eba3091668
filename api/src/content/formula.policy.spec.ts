import fc from 'fast-check';
import { calculate, type Formula, longestFormula, readFormula, variablesOf } from './formula.policy.ts';
import { fromDecimal, toDecimal } from './rational.policy.ts';
import { faultsOfCalculation } from './variables.policy.ts';

function read(text: string): Formula {
  const found = readFormula(text);
  if (!('formula' in found)) throw new Error(`${text}: ${found.fault} at ${found.at}`);
  return found.formula;
}
const value = (text: string, values: Record<string, string> = {}) => {
  const known = new Map(Object.entries(values).map(([name, number]) => [name, fromDecimal(number)]));
  const result = calculate(read(text), known);
  return result && toDecimal(result, 6).replace(/\.?0+$/, '');
};

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['10 - 4 - 3', '3'],
  ['12 / 4 / 3', '1'],
  ['-2 ^ 2', '-4'],
  ['(-2) ^ 2', '4'],
  ['2 ^ 3 ^ 2', '512'],
  ['2 ^ -2', '0.25'],
  ['--3', '3'],
  ['2 * -3', '-6'],
  ['0.1 + 0.2', '0.3'],
  ['min(3, 1, 2) + max(3, 1, 2)', '4'],
  ['abs(-2.5)', '2.5'],
  ['round(2.5)', '3'],
  ['round(-2.5)', '-3'],
  ['round(1.005, 2)', '1.01'],
  ['floor(-1.5)', '-2'],
  ['ceil(-1.5)', '-1'],
  ['sqrt(6.25)', '2.5'],
  ['sqrt(2)', '1.414214'],
  ['a * b_2', '6'],
  ['100 * (1 + 0.05) ^ 10', '162.889463'],
])('%s is %s', (text, result) => expect(value(text, { a: '2', b_2: '3' })).toBe(result));

test.each(['1 / 0', '1 / (a - a)', '0 ^ -1', 'sqrt(-1)', '2 ^ 0.5', '2 ^ 101', '(9 ^ 100) ^ 100', 'nobody', 'round(1, -1)'])(
  '%s has no value',
  (text) => expect(value(text, { a: '2' })).toBeNull(),
);

test.each([
  ['', 'unfinished', 0],
  ['1 +', 'unfinished', 3],
  ['1 1', 'unexpected', 2],
  ['(1', 'unfinished', 2],
  ['1)', 'unexpected', 1],
  ['a b', 'unexpected', 2],
  ['1,5', 'unexpected', 1],
  ['2 * $', 'unknown_sign', 3],
  ['eval(1)', 'unknown_function', 0],
  ['constructor(1)', 'unknown_function', 0],
  ['sqrt(1, 2)', 'wrong_arguments', 0],
  ['sqrt()', 'unexpected', 5],
  [`${'('.repeat(31)}1${')'.repeat(31)}`, 'too_deep', 30],
  ['-'.repeat(40), 'too_deep', 30],
  ['1'.padEnd(longestFormula + 1, '+1'), 'too_long', longestFormula],
])('%j can not be read: %s at %d', (text, fault, at) => expect(readFormula(text)).toEqual({ fault, at }));

test('whatever is written is read or refused, and never runs', () => {
  const signs = fc.constantFrom(...'0123456789.+-*/^(), abxyz_'.split(''), 'min(', 'sqrt(', 'round(', 'process', '${');
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 600 }), fc.array(signs, { maxLength: 60 }).map((all) => all.join(''))), (text) => {
      const found = readFormula(text);
      if (!('formula' in found)) {
        expect(found.at).toBeLessThanOrEqual(text.length);
        return;
      }
      const result = calculate(found.formula, new Map([['a', fromDecimal('3')]]));
      if (result) expect(result.under > 0n).toBe(true);
      expect(variablesOf(found.formula).every((name) => text.includes(name))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a formula means what the same means in whole numbers', () => {
  const { tree } = fc.letrec<{ tree: [string, bigint] }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.nat(999).map((n): [string, bigint] => [String(n), BigInt(n)]),
      fc.tuple(fc.constantFrom('+', '-', '*'), tie('tree'), tie('tree')).map(([sign, [a, x], [b, y]]): [string, bigint] => [
        `(${a}) ${sign} (${b})`,
        sign === '+' ? x + y : sign === '-' ? x - y : x * y,
      ]),
    ),
  }));
  fc.assert(
    fc.property(tree, ([text, result]) => {
      if (text.length > longestFormula) return;
      expect(calculate(read(text), new Map())).toEqual({ over: result, under: 1n });
    }),
  );
});

const variable = (name: string, min: string, max: string, step: string) => ({ name, min, max, step });

test.each([
  ['a + b', [variable('a', '1', '2', '1')], ['unknown_variable']],
  ['a', [variable('a', '1', '2', '1'), variable('b', '1', '2', '1')], ['unused_variable']],
  ['a', [variable('a', '1', '2', '1'), variable('a', '1', '2', '1')], ['repeated']],
  ['a', [variable('a', '2', '1', '1')], ['no_values']],
  ['a', [variable('a', '1', '2', '0')], ['no_values']],
  ['a', [variable('a', '0', '999999999', '0.001')], ['too_many_values']],
  ['1 / a', [variable('a', '0', '2', '1')], ['no_answer']],
  ['a +', [variable('a', '0', '2', '1')], ['unfinished']],
  ['a / 3', [variable('a', '-1', '-1', '1')], []],
])('of %s with %j it tells %j', (formula, variables, faults) =>
  expect(faultsOfCalculation({ formula, variables }).map(({ fault }) => fault)).toEqual(faults),
);
