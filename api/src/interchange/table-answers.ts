import { decimalOf } from './decimal.policy.ts';
import { Refused } from './refused.ts';

/** A margin: `0,5`, or `5 %` of the right number. */
export function marginOf(written: string): { tolerance: string; relative: boolean } {
  const percent = /^(.*?)\s*%$/.exec(written)?.[1];
  const decimal = decimalOf(percent === undefined ? written || '0' : `${percent}e-2`);
  if (decimal === null || decimal.startsWith('-'))
    throw new Refused(`La tolerancia «${written.slice(0, 40)}» no sirve`);
  return { tolerance: decimal, relative: percent !== undefined };
}

export function numberOf(written: string): string {
  const value = decimalOf(written);
  if (value === null) throw new Refused(`«${written.slice(0, 40)}» no es un número que quepa`);
  return value;
}

/** Texts between bars; a backslash keeps a bar that is part of the text. */
export const barred = (text: string): string[] =>
  (text.match(/(?:[^|\\]|\\.|\\$)+/g) ?? []).map((part) => part.replace(/\\([|\\])/g, '$1').trim()).filter(Boolean);
