/** Kept with each attempt. What a seed draws under this name never changes; another algorithm takes another name. */
export const generatorName = 'xoshiro128ss-1';

/** An integer from 0 to 2³² − 1, another each time. */
type Random = () => number;

const MASK = 0xffff_ffff_ffff_ffffn;
const RANGE = 2 ** 32;

/** SplitMix64 (Steele, Lea, Flood, 2014): turns any 64 bits, also few or alike, into bits that look like nothing. */
function splitMix(start: bigint): () => bigint {
  let state = start & MASK;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return z ^ (z >> 31n);
  };
}

/** FNV-1a of the text in UTF-8, 64 bits. */
function hashOf(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash;
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));

/**
 * xoshiro128** 1.1 (Blackman, Vigna, 2018) in 32-bit integers, which every platform computes alike.
 * The seed gives one independent stream for each name: two questions of an attempt are not shuffled alike.
 * @param seed 64 bits, signed or not
 */
export function random(seed: bigint, stream: string): Random {
  const next = splitMix(BigInt.asUintN(64, seed) ^ hashOf(stream));
  const [first, second] = [next(), next()];
  let a = Number(first & 0xffff_ffffn) | 0;
  let b = Number(first >> 32n) | 0;
  let c = Number(second & 0xffff_ffffn) | 0;
  let d = Number(second >> 32n) | 0;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
}

/** An integer from 0 to n − 1, each as likely as the others: what would favour the low ones is thrown away. */
export function below(n: number, random: Random): number {
  const fair = RANGE - (RANGE % n);
  let drawn = random();
  while (drawn >= fair) drawn = random();
  return drawn % n;
}

/** Takes `n` cards out of a copy of the pack, each time any of those left. */
function deal<T>(random: Random, pack: readonly T[], n: number): T[] {
  const rest = [...pack];
  return Array.from({ length: n }, () => {
    const [card] = rest.splice(below(rest.length, random), 1);
    return card as T; // the caller asked for no more than there are
  });
}

/**
 * Draws `n` different items of the pool, in the order in which they are shown.
 * The pool must come in an order of its own (by position or id): the draw is of places. `stream` keeps draws apart.
 */
export function draw<T>(seed: bigint, pool: readonly T[], n: number, stream = 'draw'): T[] {
  if (n > pool.length) throw new RangeError(`Asked to draw ${n} out of ${pool.length}`);
  return deal(random(seed, stream), pool, n);
}

/** The items in another order. `stream` names what is shuffled (a question's id), so that each has an order of its own. */
export const shuffle = <T>(seed: bigint, stream: string, items: readonly T[]): T[] =>
  deal(random(seed, stream), items, items.length);
