import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { LibraryQuery } from './library.schema.ts';
import { findGlossary, findPublication, findWords, type Found, listLibrary, searchLibrary } from './library.sql.ts';
import { excerptOf, fold, formsOf, marked, rewritten, swapsOf, type Word, wordsOf } from './search.policy.ts';

const kindNames = { booklet: 'Cartillas', manual: 'Manuales', guidance: 'Orientaciones' };
/** The words of a query that are searched for; whoever writes more has said enough. */
const mostWords = 12;

@Injectable()
export class LibraryService {
  constructor(private readonly db: Database) {}

  /** Publications by title, or those that answer `q`, best first; a word that is in none of them gives way to the nearest. */
  async search({ q, ...filters }: LibraryQuery) {
    const [kind, topic] = [filters.kind ?? null, filters.topic ?? null];
    if (!q) return this.shown(await this.db.read(listLibrary, kind, topic));
    const asked = wordsOf(q).slice(0, mostWords);
    const known = await this.known(asked);
    const searched = asked.flatMap(({ folded }, n) =>
      known[n]?.skipped === false ? [known[n].nearest ?? folded] : [],
    );
    const starts = [...new Set(searched.map((word) => word.slice(0, 2)))];
    const answer = await this.db.read(searchLibrary, kind, topic, searched.map(formsText), starts);
    const nearest = new Map(known.flatMap((word, n) => (word.nearest ? [[n, asWritten(word.nearest, answer)]] : [])));
    return { ...this.shown(answer), corrected: nearest.size ? rewritten(q, asked, nearest) : null };
  }

  private async known(words: Word[]) {
    if (words.length === 0) return [];
    const texts = words.map(({ text }) => text);
    return this.db.read(
      findWords,
      texts,
      words.map(formsText),
      words.map((word) => swapsOf(word).join(' ')),
    );
  }

  /** One chapter of a publication; the first where none is named. */
  async publication(slug: string, chapter: string | null) {
    const [found] = await this.db.read(findPublication, slug, chapter);
    if (!found?.chapter) throw new Refusal('not_found');
    return found;
  }

  async glossary() {
    return { items: await this.db.read(findGlossary) };
  }

  private shown([found]: Found[]) {
    const { items, kinds, topics, matches } = found ?? { items: [], kinds: [], topics: [], matches: [] };
    const words = new Set(matches.map(fold));
    return {
      items: items.map((item) => ({
        ...item,
        marked: { title: marked(item.title, words), summary: marked(item.summary, words) },
        passages: item.passages.map(({ body, ...passage }) => ({ ...passage, excerpt: excerptOf(body, words) })),
      })),
      kinds: kinds.map((facet) => ({ ...facet, name: kindNames[facet.key] })),
      topics,
      corrected: null,
    };
  }
}

const formsText = (word: Word | string) => formsOf(typeof word === 'string' ? word : word.text).join(' ');

/** A folded word with the accents that the publications give it. */
function asWritten(word: string, [found]: Found[]): string {
  const texts = found?.items.flatMap(({ title, summary, passages }) => [
    ...[title, summary],
    ...passages.flatMap(({ heading, body }) => [heading, body]),
  ]);
  const match = texts?.flatMap(wordsOf).find(({ folded }) => folded === word);
  return match?.text.toLowerCase() ?? word;
}
