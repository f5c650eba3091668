import { now } from './clock.ts';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

let last = { at: 0, counter: 0 };

/** A UUIDv7 (RFC 9562): grows with time, also within a millisecond, so that what was named first sorts first. */
export function newId(): string {
  const at = now();
  const counter = at > last.at ? 0 : last.counter + 1;
  last = counter < 4096 ? { at: Math.max(at, last.at), counter } : { at: last.at + 1, counter: 0 };
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80; // the variant
  const milliseconds = last.at.toString(16).padStart(12, '0');
  const tail = hex(random);
  return [
    milliseconds.slice(0, 8),
    milliseconds.slice(8),
    `7${last.counter.toString(16).padStart(3, '0')}`,
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}
