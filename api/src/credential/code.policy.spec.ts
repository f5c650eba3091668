import fc from 'fast-check';
import { codeFrom, folioOf, groupCode, normaliseCode } from './code.policy.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 16 });

test.each([
  [[0, 0, 0, 0, 0, 0, 0, 0], '000000000000'],
  [[255, 255, 255, 255, 255, 255, 255, 255], 'ZZZZZZZZZZZZ'],
  [[0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb0], '0123456789AB'],
])('%j is the code %s', (bytes, code) => expect(codeFrom(Uint8Array.from(bytes))).toBe(code));

test('fewer than sixty bits make no code', () => expect(() => codeFrom(new Uint8Array(7))).toThrow(RangeError));

test('a part of a larger buffer gives the code of the part', () => {
  const part = new Uint8Array(Uint8Array.of(9, 9, 0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb0).buffer, 2);
  expect(codeFrom(part)).toBe('0123456789AB');
});

test('each of the sixty bits counts', () => {
  fc.assert(
    fc.property(bytes, fc.nat(59), (bytes, bit) => {
      const other = Uint8Array.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
      expect(codeFrom(other)).not.toBe(codeFrom(bytes));
    }),
  );
});

test('a code is read back however it is typed', () => {
  const spelling = fc.record({
    lower: fc.boolean(),
    by: fc.constantFrom('', '-', ' ', ' - ', '\u2011', '–', '.'),
    zero: fc.constantFrom('0', 'O', 'o'),
    one: fc.constantFrom('1', 'I', 'i', 'L', 'l'),
    around: fc.constantFrom('', ' ', '\n', '\u00a0'),
  });
  fc.assert(
    fc.property(bytes, spelling, (bytes, { lower, by, zero, one, around }) => {
      const code = codeFrom(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      const grouped = groupCode(lower ? code.toLowerCase() : code).replaceAll('-', by);
      expect(normaliseCode(around + grouped.replaceAll('0', zero).replaceAll('1', one) + around)).toBe(code);
    }),
  );
});

test('codes are grouped by four', () => expect(groupCode('7K3M92QD0A1Z')).toBe('7K3M-92QD-0A1Z'));

test.each([
  '',
  '7K3M-92QD',
  '7K3M-92QD-0A1ZZ',
  '7K3M-92QD-0A1U',
  '7K3M-92QD-0A1Ñ',
  "7K3M' or 1=1--",
  '\uff17K3M92QD0A1Z',
])('%j is no code', (typed) => expect(normaliseCode(typed)).toBeNull());

test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const code = normaliseCode(text);
      expect(code === null || normaliseCode(groupCode(code)) === code).toBe(true);
    }),
  );
});

test('a folio is the year and six figures at least', () => {
  expect([folioOf(2026, 123), folioOf(2026, 1_000_000)]).toEqual(['2026-000123', '2026-1000000']);
});
