/** The numbers that a person's RUN may have here; `person_run_check` holds the same bounds. */
const LEAST = 1_000_000;

const noise = /[\s.\p{Pd}\p{Cf}\u2212]/gu;

/** The check digit of a RUN by modulus 11: from right to left times 2, 3, 4, 5, 6, 7 and again. 0 to 9, or K for ten. */
export function checkDigit(number: number): string {
  let sum = 0;
  let factor = 2;
  for (const digit of Array.from(String(number)).reverse()) {
    sum += Number(digit) * factor;
    factor = factor === 7 ? 2 : factor + 1;
  }
  return '0K987654321'.charAt(sum % 11);
}

/**
 * Reads a RUN as people write it: dots, spaces and dash as they please, k or K, zeros in front.
 * Null when it is not a RUN, its digit is wrong, or its number is below one million, which no official has.
 */
export function parseRun(text: string): { number: number } | null {
  const [, digits, check] = /^0*(\d{7,8})([\dK])$/.exec(text.replace(noise, '').toUpperCase()) ?? [];
  const number = Number(digits);
  return number >= LEAST && check === checkDigit(number) ? { number } : null;
}

/** `12.345.678-5`. */
export const formatRun = (number: number) => `${String(number).replace(/\B(?=(\d{3})+$)/g, '.')}-${checkDigit(number)}`;

/** `12.***.***-5`, for pages that anyone may open: the six last digits of the number stay hidden. */
export const maskRun = (number: number) => `${Math.floor(number / 1_000_000)}.***.***-${checkDigit(number)}`;
