/** A word of a text as it stands there, from `start` to before `end`, and as it is compared: lower case, without marks. */
export type Word = { text: string; folded: string; start: number; end: number };
export type Piece = { text: string; match: boolean };

const word = /\p{N}+(?:\.\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+/gu;
const excerptWords = 30;
const wordsBefore = 6;

/** `Línea` and `LINEA` are `linea`; ñ is n. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text in order; `19.175` is one. Whatever else stands in it, signs of a query language too, is none. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    ...{ text: found, folded: fold(found), start: index, end: index + found.length },
  }));

/**
 * A word with its likely plurals or singulars. The Spanish stemmer brings most of them to one stem, and leaves some apart:
 * «línea» is `line` and «líneas» `lin`, «luz» is `luz` and «luces» `luc`. Searching for all of them closes the gap.
 */
export function formsOf(text: string): string[] {
  const folded = fold(text);
  if (folded.length < 3 || /\p{N}/u.test(folded)) return [folded];
  if (/[aeiou]ces$/.test(folded)) return [folded, `${folded.slice(0, -3)}z`];
  if (folded.endsWith('es')) return [folded, folded.slice(0, -1), folded.slice(0, -2)];
  if (folded.endsWith('s')) return [folded, folded.slice(0, -1)];
  if (folded.endsWith('z')) return [folded, `${folded.slice(0, -1)}ces`];
  return [folded, `${folded}${/[aeiou]$/.test(folded) ? 's' : 'es'}`];
}

/** The word with each two neighbours swapped, as fingers do. */
export const swapsOf = ({ folded }: Word): string[] =>
  Array.from(
    folded.slice(1),
    (_, n) => folded.slice(0, n) + folded.slice(n + 1, n + 2) + folded.charAt(n) + folded.slice(n + 2),
  );

/** The query with some of its words, by number, written otherwise. */
export function rewritten(query: string, words: readonly Word[], instead: ReadonlyMap<number, string>): string {
  let [text, at] = ['', 0];
  for (const [n, { start, end }] of words.entries()) {
    const other = instead.get(n);
    if (other === undefined) continue;
    text += query.slice(at, start) + other;
    at = end;
  }
  return text + query.slice(at);
}

/** A text in pieces, with the words in `matches` (folded) marked; those that only a space parts are marked together. */
export const marked = (text: string, matches: ReadonlySet<string>): Piece[] =>
  pieces(
    text,
    wordsOf(text).filter(({ folded }) => matches.has(folded)),
    0,
    text.length,
  );

/** About thirty words of a text around the place that answers best. */
export function excerptOf(text: string, matches: ReadonlySet<string>): Piece[] {
  const words = wordsOf(text);
  const hits = words.flatMap(({ folded }, n) => (matches.has(folded) ? [n] : []));
  const [start, end] = spanFrom(bestStart(words, hits), words, text);
  const shown = words.filter((word) => word.start >= start && word.end <= end && matches.has(word.folded));
  return [
    ...(start > 0 ? [plain('… ')] : []),
    ...pieces(text, shown, start, end),
    ...(end < text.length ? [plain(' …')] : []),
  ];
}

/** From this word, or the beginning, to the last that fits, or the end. */
const spanFrom = (first: number, words: readonly Word[], { length }: string): [number, number] => [
  first > 0 ? (words[first]?.start ?? 0) : 0,
  first + excerptWords < words.length ? (words[first + excerptWords - 1]?.end ?? length) : length,
];

/** The word at which to begin: where most different words are found, then most words, then first. */
function bestStart(words: readonly Word[], hits: readonly number[]): number {
  let best = { first: 0, worth: 0 };
  for (const hit of hits) {
    const first = Math.max(0, Math.min(hit - wordsBefore, words.length - excerptWords));
    const within = hits.filter((n) => n >= first && n < first + excerptWords);
    const worth = new Set(within.map((n) => words[n]?.folded)).size * excerptWords + within.length;
    if (worth > best.worth) best = { first, worth };
  }
  return best.first;
}

const plain = (text: string): Piece => ({ text, match: false });

function pieces(text: string, hits: readonly Word[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = from;
  for (const { start, end } of hits) {
    const last = found.at(-1);
    const between = text.slice(at, start);
    if (last?.match && between === ' ') last.text += between + text.slice(start, end);
    else found.push(plain(between), { text: text.slice(start, end), match: true });
    at = end;
  }
  return [...found, plain(text.slice(at, to))].filter((piece) => piece.text !== '');
}
