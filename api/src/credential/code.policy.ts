/** Crockford's base 32: no I, L, O, which are taken for digits, and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LENGTH = 12;
const noise = /[\s\p{Pd}\p{Cf}\u2212._]/gu;

/**
 * A public code: twelve characters of five bits each, so 60 bits that nobody guesses.
 * @param bytes at least eight, random; the last four bits of the eighth are left over
 */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('A code needs eight random bytes');
  const bits = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  const letterAt = (_: unknown, i: number) => alphabet.charAt(Number((bits >> BigInt(59 - 5 * i)) & 31n));
  return Array.from({ length: LENGTH }, letterAt).join('');
}

/** The code that someone typed, however they spelled it: small letters, spaces, dashes, O for 0, I or L for 1. Null when it is none. */
export function normaliseCode(typed: string): string | null {
  const code = typed.replace(noise, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code : null;
}

/** `XXXX-XXXX-XXXX`, to be read aloud and typed. */
export const groupCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');

/** `2026-000123`: the number of a certificate among those of its year. */
export const folioOf = (year: number, n: number) => `${year}-${String(n).padStart(6, '0')}`;
