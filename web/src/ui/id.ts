import { now } from './clock.ts';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

let last = 0;

/** A UUIDv7 (RFC 9562): grows with time, also within a millisecond, so that what was named first sorts first. */
export function newId(): string {
  last = Math.max(now() * 4096, last + 1); // 48 bits of milliseconds, then 12 of counter
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80; // the variant
  const milliseconds = Math.floor(last / 4096)
    .toString(16)
    .padStart(12, '0');
  const counter = (last % 4096).toString(16).padStart(3, '0');
  const tail = hex(random);
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
