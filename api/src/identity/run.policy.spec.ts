import fc from 'fast-check';
import { checkDigit, formatRun, maskRun, parseRun } from './run.policy.ts';

const number = fc.integer({ min: 1_000_000, max: 99_999_999 });
const maybe = (...texts: string[]) => fc.constantFrom('', ...texts);

test.each([
  [12_345_678, '12.345.678-5'],
  [15_509_661, '15.509.661-6'],
  [12_678_579, '12.678.579-8'],
  [60_515_000, '60.515.000-4'],
  [10_000_013, '10.000.013-K'],
  [10_000_004, '10.000.004-0'],
  [44_444_444, '44.444.444-4'],
  [55_555_555, '55.555.555-5'],
  [88_888_888, '88.888.888-8'],
  [99_999_999, '99.999.999-9'],
  [9_876_543, '9.876.543-3'],
])('%d is written %s and read back', (run, written) => {
  expect(formatRun(run)).toBe(written);
  expect(parseRun(written)).toEqual({ number: run });
});

test.each([
  '12345678-5',
  '123456785',
  '12.345.678 - 5',
  '  12.345.678-5\t',
  '12\u00a0345\u00a0678\u20115',
  '12.345.678\u22125',
  '\u200b12.345.678–5\ufeff',
  '012.345.678-5',
  '0012345678-5',
  '12 345 678 5',
])('%j is 12.345.678-5', (text) => expect(parseRun(text)).toEqual({ number: 12_345_678 }));

test('k is K', () => expect(parseRun('10000013k')).toEqual({ number: 10_000_013 }));

test.each([
  '',
  '-',
  'K',
  '5',
  '12.345.678',
  '12.345.678-4',
  '12.345.678-K',
  '123.456.785-0',
  '1K.345.678-5',
  '12.345.678-5 x',
  '1,5e7',
  '00000000-0',
  '999.999-3',
  '١٢٣٤٥٦٧٨-٥',
])('%j is not a RUN', (text) => expect(parseRun(text)).toBeNull());

test('any RUN is read in any usual spelling', () => {
  const spelling = fc.record({
    number,
    zeros: maybe('0', '00'),
    dot: maybe('.', ' ', '\u00a0', '\u202f'),
    dash: maybe('-', ' - ', '\u2011', '–', ' '),
    lower: fc.boolean(),
    around: maybe(' ', '\t', '\u00a0', '\n'),
  });
  fc.assert(
    fc.property(spelling, ({ number, zeros, dot, dash, lower, around }) => {
      const [body = '', digit = ''] = formatRun(number).split('-');
      const text = around + zeros + body.replaceAll('.', dot) + dash + (lower ? digit.toLowerCase() : digit) + around;
      expect(parseRun(text)).toEqual({ number });
    }),
  );
});

test('of the eleven digits only one is right, and it agrees with the sum of the products', () => {
  fc.assert(
    fc.property(number, (number) => {
      const right = Array.from('0123456789K').filter((digit) => parseRun(`${number}-${digit}`));
      expect(right).toEqual([checkDigit(number)]);
      const sum = Array.from(String(number))
        .reverse()
        .reduce((sum, digit, i) => sum + Number(digit) * (2 + (i % 6)), 0);
      const value = { '0': 11, K: 10 }[checkDigit(number)] ?? Number(checkDigit(number));
      expect((sum + value) % 11).toBe(0);
    }),
  );
});

test('one digit mistaken, or two neighbours swapped, is noticed', () => {
  fc.assert(
    fc.property(number, fc.nat(7), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      const digits = Array.from(String(number).padStart(8, '0'));
      const check = checkDigit(number);
      const mistaken = digits.with(at, String((Number(digits[at]) + shift) % 10)).join('');
      expect(parseRun(`${mistaken}-${check}`)).toBeNull();
      const next = (at + 1) % 8;
      if (next === 0 || digits[at] === digits[next]) return;
      const swapped = digits.with(at, digits[next] ?? '').with(next, digits[at] ?? '');
      expect(parseRun(`${swapped.join('')}-${check}`)).toBeNull();
    }),
  );
});

test('no text makes the reader fail, and what it reads it writes the same way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const read = parseRun(text);
      expect(read === null || parseRun(formatRun(read.number))?.number === read.number).toBe(true);
    }),
  );
});

test('the mask hides six digits and tells the same of a million people', () => {
  expect(maskRun(12_345_678)).toBe('12.***.***-5');
  expect(maskRun(9_876_543)).toBe('9.***.***-3');
  fc.assert(
    fc.property(number, (number) => {
      expect(maskRun(number)).toMatch(/^\d{1,2}\.\*{3}\.\*{3}-[\dK]$/);
      expect(parseRun(maskRun(number))).toBeNull();
    }),
  );
});
