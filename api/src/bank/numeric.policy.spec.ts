import fc from 'fast-check';
import { isNear, readDecimal, writeDecimal } from './numeric.policy.ts';
import { fromDecimal } from '../content/rational.policy.ts';

test.each([
  ['4', '4'],
  ['3,5', '3.5'],
  ['3.5', '3.5'],
  [' 3,50 ', '3.50'],
  [',5', '0.5'],
  ['0,125', '0.125'],
  ['0.125', '0.125'],
  ['1.234', '1234'],
  ['1,234', '1.234'],
  ['1.234,5', '1234.5'],
  ['12.345.678,9', '12345678.9'],
  ['1 234,5', '1234.5'],
  ['1\u00a0234\u202f567', '1234567'],
  ['1,234.5', '1234.5'],
  ['1234.567', '1234.567'],
  ['-3,5', '-3.5'],
  ['− 3,5', '-3.5'],
  ['–3,5', '-3.5'],
  ['+3', '3'],
  ['4.', '4'],
  ['007', '007'],
  ['4 comunas', '4'],
  ['12 %', '12'],
  ['12%', '12'],
  ['$ 1.500', '1500'],
  ['4 km²', '4'],
])('%j is read as %s', (text, read) => expect(readDecimal(text, null)).toBe(read));

test.each([
  ['4 rondas al mes', 'rondas al mes', '4'],
  ['4 rondas', 'rondas al mes', '4'],
  ['4 Ronda', 'rondas al mes', '4'],
  ['4kms.', 'km', '4'],
  ['12,5 por ciento', '%', '12.5'],
  ['1.500 pesos', '$', '1500'],
  ['M$ 388.359', 'M$', '388359'],
  ['4 habitantes', 'hab', null],
  ['3 meses', 'mes', '3'],
  ['2 años', 'año', '2'],
  ['4 m', 'km', null],
  ['4 mil', 'millones de pesos', null],
  ['4 mil km', 'km', null],
])('%j, in %s, is read as %s', (text, unit, read) => expect(readDecimal(text, unit)).toBe(read));

test.each([
  '',
  ' ',
  '-',
  ',',
  '.',
  'cuatro',
  '4 5',
  '4 5000',
  '1.23.456',
  '1,2,3',
  '1,234.5,6',
  '1/2',
  '1e3',
  '4 mil',
  '4 millones',
  '3 M',
  '4-5',
  'aprox. 4',
  '٤',
])('which number %j is cannot be told', (text) => expect(readDecimal(text, null)).toBeNull());

const whole = fc.integer({ min: 0, max: 999_999_999 });
const fraction = fc.stringMatching(/^\d{1,6}$/);
const sign = fc.constantFrom('', '-', '−', '–', '- ');
const group = (digits: string, by: string) => digits.replace(/\B(?=(\d{3})+$)/g, by);

test('a number grouped in any usual way is read as itself', () => {
  const space = fc.constantFrom('', '.', ' ', '\u00a0', '\u202f');
  fc.assert(
    fc.property(whole, fraction, sign, space, (whole, fraction, sign, by) => {
      const read = readDecimal(`${sign}${group(String(whole), by)},${fraction}`, null);
      expect(read).toBe(`${sign === '' ? '' : '-'}${whole}.${fraction}`);
    }),
  );
});

test('no text makes the reader fail; what it reads is digits with a point', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,- +'km%e\u00a0")), maxLength: 40 });
  fc.assert(
    fc.property(text, (text) => expect(readDecimal(text, 'km') ?? '0').toMatch(/^-?\d+(\.\d+)?$/)),
    { numRuns: 2000 },
  );
});

test.each([
  ['0.3', '0.1', '0.2', true],
  ['0.30', '0.3', '0', true],
  ['0.1', '0.2', '0.0999999', false],
  ['-1', '1', '2', true],
  ['-1', '1', '1.999999999', false],
  ['-0', '0', '0', true],
  ['007', '7', '0', true],
  ['999999999999999.000000001', '999999999999999', '0', false],
])('%s is within %s ± %s: %s', (decimal, value, tolerance, near) =>
  expect(isNear(fromDecimal(decimal), fromDecimal(value), { tolerance })).toBe(near),
);

test('nearness is that of whole numbers, whatever the power of ten', () => {
  const small = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(small, small, fc.nat(2000), fc.nat(6), (a, b, tolerance, scale) => {
      const write = (n: number) =>
        `${n < 0 ? '-' : ''}${String(Math.abs(n)).padStart(scale + 1, '0')}`.replace(
          new RegExp(`(\\d{${scale}})$`),
          scale ? '.$1' : '$1',
        );
      const near = isNear(fromDecimal(write(a)), fromDecimal(write(b)), { tolerance: write(tolerance) });
      expect(near).toBe(Math.abs(a - b) <= tolerance);
    }),
  );
});

test.each([
  ['10.5', '10', '0.05', true],
  ['10.51', '10', '0.05', false],
  ['-9.5', '-10', '0.05', true],
  ['0', '0', '0.5', true],
  ['0.001', '0', '0.5', false],
])('%s is within %s, give or take that part of it (%s): %s', (typed, value, tolerance, near) =>
  expect(isNear(fromDecimal(typed), fromDecimal(value), { tolerance, relative: true })).toBe(near),
);

test.each([
  ['7', '7'],
  ['-1234.50', '\u22121.234,50'],
  ['1234567', '1.234.567'],
  ['0.001', '0,001'],
])('%s is written %s', (decimal, written) => expect(writeDecimal(decimal)).toBe(written));

test('what is written is read again as itself', () => {
  fc.assert(
    fc.property(fc.integer(), fc.stringMatching(/^(\.\d{1,6})?$/), (whole, fraction) => {
      const decimal = `${whole}${fraction}`;
      expect(readDecimal(writeDecimal(decimal), null)).toBe(decimal);
    }),
  );
});
