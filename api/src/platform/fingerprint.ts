import { createHash } from 'node:crypto';

/** JSON with its keys in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.join()}}`;
}

/** The SHA-256 of a value, whatever the order of its keys. */
export const fingerprint = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex');
