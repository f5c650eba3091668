import { createHash } from 'node:crypto';

/** a, b … z, then o27, o28: for alternatives, which stand in the order in which they were written. */
export const letter = (index: number) => (index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`);

/** A name that tells nothing of the place: for what must be put in order or paired. The same text has the same name. */
export const opaque = (text: string, salt = '') =>
  `x${createHash('sha256').update(salt).update(text).digest('hex').slice(0, 10)}`;

/** Opaque names, each once. */
export function opaqueEach(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    return opaque(text, times === 0 ? '' : String(times));
  });
}
