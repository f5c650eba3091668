import { createHash } from 'node:crypto';
import type { Heard } from './witness.ts';

/** Where a request, or a row that an earlier statement found, holds a value. */
export type Place = ['path', number] | ['body', ...string[]] | ['row', number, string];
/** How to make a parameter anew for another request. `clock` is so many milliseconds from now; `fresh`, a new id. */
export type Binding =
  | { as: 'constant'; value: unknown }
  | { as: 'token' }
  | { as: 'clock'; ms: number }
  | { as: 'given'; place: Place }
  | { as: 'text'; parts: (string | Place | null)[] }
  | { as: 'list'; items: Binding[] };
export type Step = { name?: string; text: string; values: Binding[] };
/** What the bare handler does for one kind of request, and how large its answer is. */
export type Plan = { method: string; path: string; status: number; bytes: number; steps: Step[] };

/** A request as the load sends it. */
export type Ask = { method: 'GET' | 'POST' | 'PUT'; path: string; headers: Record<string, string>; body?: string };

/** `whole` is an object, sent as JSON or not at all; the rest may also be part of a longer text. */
type Fact = { text: string; place: Place; whole?: true };

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}';
const shortest = 8;

/** Turns the SQL that the program sent for one request into what to send for any like it. */
export function planOf(ask: Ask, heard: Heard[], answer: { status: number; bytes: number }): Plan {
  const facts = factsOf(ask);
  const steps = heard.map(({ name, text, values, at, row }, index) => {
    const step = { ...(name && { name }), text, values: values.map((value) => bind(value, { ask, facts, at })) };
    facts.push(...leaves(row ?? {}, (key) => ['row', index, key]));
    return step;
  });
  const path = ask.path.replaceAll(new RegExp(uuid, 'g'), '[^/]+').replace(/\/(lessons|answers)\/[^/]+$/, '/$1/[^/]+');
  return { method: ask.method, path: `^${path}$`, ...answer, steps };
}

/** What the request itself says: the parts of its address, the leaves of its body. */
function factsOf({ path, body }: Ask): Fact[] {
  const parts = path.split('/').map((text, index): Fact => ({ text, place: ['path', index] }));
  return [...parts, ...within(body ? JSON.parse(body) : undefined, [])];
}

function within(value: unknown, keys: string[]): Fact[] {
  const place: Place = ['body', ...keys];
  if (!value || typeof value !== 'object')
    return ['string', 'number'].includes(typeof value) ? [{ text: String(value), place }] : [];
  const whole = Array.isArray(value) ? [] : [{ text: JSON.stringify(value), place, whole: true as const }];
  return [...whole, ...Object.entries(value).flatMap(([key, each]) => within(each, [...keys, key]))];
}

const leaves = (row: Record<string, unknown>, placeOf: (key: string) => Place): Fact[] =>
  Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'string' && value.length >= 3 ? [{ text: value, place: placeOf(key) }] : [],
  );

function bind(value: unknown, at: { ask: Ask; facts: Fact[]; at: number }): Binding {
  if (Array.isArray(value)) return { as: 'list', items: value.map((item) => bind(item, at)) };
  if (value instanceof Date) return { as: 'clock', ms: value.getTime() - at.at };
  if (value instanceof Uint8Array) return isToken(value, at.ask) ? { as: 'token' } : { as: 'constant', value };
  if (typeof value === 'string' || typeof value === 'number') return bindText(value, at);
  return { as: 'constant', value };
}

function bindText(value: string | number, { facts, at }: { facts: Fact[]; at: number }): Binding {
  const text = String(value);
  const fact = facts.find((known) => known.text === text);
  if (fact) return { as: 'given', place: fact.place };
  if (text.length < shortest) return { as: 'constant', value };
  const known = new Map(
    facts.filter((each) => !each.whole && each.text.length >= shortest).map((each) => [each.text, each.place]),
  );
  const names = [...known.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll(/\W/g, '\\$&'));
  const parts = text
    .split(new RegExp(`(${[...names, uuid].join('|')})`))
    .map((part) => known.get(part) ?? (isNew(part, at) ? null : part));
  return parts.every((part) => typeof part === 'string') ? { as: 'constant', value } : { as: 'text', parts };
}

const isToken = (bytes: Uint8Array, { headers }: Ask) => Buffer.compare(bytes, hashOf(headers['cookie'] ?? '')) === 0;

/** An id made for this very request; one made by the clock of UUIDv7 no longer than two seconds before. */
const isNew = (text: string, at: number) =>
  new RegExp(`^${uuid}$`).test(text) && Math.abs(parseInt(text.replace('-', '').slice(0, 12), 16) - at) < 2000;

/** What the database keeps of the token in this cookie. */
export const hashOf = (cookie: string) =>
  createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest();
