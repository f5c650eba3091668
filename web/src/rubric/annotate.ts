import type { Schemas } from '../api/client.ts';
import { plainText } from '../ui/plain-text.ts';

type Annotation = Schemas['MarkBody']['annotations'][number];
export type TextAnchor = Extract<Annotation['anchor'], { kind: 'text' }>;
/** A passage of a text's plain words, from `start` to before `end`. */
export type Passage = { start: number; end: number };
/** A part of a text that stands by itself, as a paragraph or a list; its words are those from `start` to `end`. */
export type Block = Passage & { html: string };

/** Plain words of a piece between tags, with their spaces as they are. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x?[\da-f]+|[a-z]+);/gi, (entity) =>
    /^&(nbsp|#160|#xa0);$/i.test(entity) ? '\u00a0' : plainText(entity),
  );
const encoded = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const tokensOf = (html: string): string[] => html.match(/<[^>]*>|[^<]+/g) ?? [];
const isTag = (token: string) => token.startsWith('<');
const opens = (tag: string) => !tag.startsWith('</') && !/^<(br|img|hr|wbr|!)/i.test(tag) && !tag.endsWith('/>');

const isInline = (token: string) =>
  !isTag(token) || /^<\/?(a|b|br|code|em|i|img|mark|s|span|strong|sub|sup|u|wbr)\b/i.test(token);
/** By how much a token opens or closes. */
const stepOf = (token: string) => (!isTag(token) ? 0 : token.startsWith('</') ? -1 : opens(token) ? 1 : 0);

/** Where one reads in a text: how deep, after how many words' characters, and the block that is open. */
class Cutter {
  readonly blocks: Block[] = [];
  private depth = 0;
  private at = 0;
  private start = 0;
  private open = '';

  take(token: string): void {
    if (this.depth === 0 && !isInline(token)) this.close();
    this.depth += stepOf(token);
    if (this.belongs(token)) this.add(token);
    if (this.depth === 0 && !isInline(token)) this.close();
  }

  close(): void {
    if (this.open.trim()) this.blocks.push({ html: this.open, start: this.start, end: this.at });
    this.open = '';
    this.start = this.at;
  }

  private belongs(token: string): boolean {
    return this.depth > 0 || this.open !== '' || isTag(token) || token.trim() !== '';
  }

  private add(token: string): void {
    this.open += token;
    if (!isTag(token)) this.at += decoded(token).length;
  }
}

/** Cuts sanitised HTML where nothing is open. Spaces between blocks are nobody's words. */
export function blocksOf(html: string): Block[] {
  const cutter = new Cutter();
  for (const token of tokensOf(html)) cutter.take(token);
  cutter.close();
  return cutter.blocks;
}

/** The words of a text as its anchors count them. */
export const wordsOf = (html: string): string =>
  blocksOf(html)
    .flatMap((block) => tokensOf(block.html).filter((token) => !isTag(token)))
    .map(decoded)
    .join('');

const around = 32;
/** What is kept of a passage so that it is found again, also where the text has moved. */
export function anchorOf(words: string, { start, end }: Passage): TextAnchor {
  return {
    kind: 'text',
    ...{ start, end, quote: words.slice(start, end) },
    prefix: words.slice(Math.max(0, start - around), start),
    suffix: words.slice(end, end + around),
  };
}

const shared = (a: string, b: string) => {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a[n] === b[n]) n++;
  return n;
};
const sharedEnd = (a: string, b: string) => {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
};

/** Finds a passage: where it was, if its words are still there; else where they are, best with the same words around. */
export function locate(words: string, { start, end, quote, prefix, suffix }: TextAnchor): Passage | null {
  if (words.slice(start, end) === quote) return { start, end };
  let best: (Passage & { score: number }) | null = null;
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    const before = sharedEnd(words.slice(Math.max(0, at - prefix.length), at), prefix);
    const after = shared(words.slice(at + quote.length), suffix);
    const score = before + after - Math.abs(at - start) / (words.length + 1);
    if (!best || score > best.score) best = { start: at, end: at + quote.length, score };
  }
  return best && { start: best.start, end: best.end };
}

export type Numbered = Passage & { n: number };

/** Where a piece of text must be cut so that each part lies wholly within or without every passage. */
const cutsOf = (from: number, to: number, passages: readonly Numbered[]) =>
  [from, to, ...passages.flatMap(({ start, end }) => [start, end])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b)
    .filter((cut, i, all) => cut !== all[i - 1]);

/** Text with its passages marked, and their numbers where they end. */
function marked(text: string, from: number, passages: readonly Numbered[]): string {
  const cuts = cutsOf(from, from + text.length, passages);
  let html = '';
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    if (end === undefined) break;
    const part = encoded(text.slice(start - from, end - from));
    const within = passages.filter((passage) => passage.start <= start && passage.end >= end);
    html += within.length > 0 ? `<mark>${part}</mark>` : part;
    for (const { n } of passages.filter((passage) => passage.end === end))
      html += `<sup class="mark-ref" data-n="${n}">${n}</sup>`;
  }
  return html;
}

export type MarkedBlock = Block & { numbers: number[] };

/** The blocks of a text with every passage marked, each with the numbers of those that begin in it. */
export function annotate(html: string, passages: readonly Numbered[]): MarkedBlock[] {
  const blocks = blocksOf(html);
  return blocks.map((block) => {
    let at = block.start;
    const inside = tokensOf(block.html).map((token) => {
      if (isTag(token)) return token;
      const text = decoded(token);
      at += text.length;
      return marked(text, at - text.length, passages);
    });
    const begins = passages.filter(({ start }) => start >= block.start && start < block.end);
    return { ...block, html: inside.join(''), numbers: begins.map(({ n }) => n) };
  });
}

/** Sentences of a text, to be chosen one by one where there is no mouse to select with. */
export function sentencesOf(html: string): Passage[] {
  const words = wordsOf(html);
  return blocksOf(html).flatMap(({ start, end }) => {
    const found: Passage[] = [];
    for (const { 0: text, index } of words.slice(start, end).matchAll(/[^.!?…]+[.!?…]*/g)) {
      const lead = text.length - text.trimStart().length;
      if (text.trim()) found.push({ start: start + index + lead, end: start + index + text.trimEnd().length });
    }
    return found;
  });
}
