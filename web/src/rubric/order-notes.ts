import type { Schemas } from '../api/client.ts';
import { locate, type Numbered, wordsOf } from './annotate.ts';

export type Annotation = Schemas['MarkBody']['annotations'][number];
export type Note = Annotation & { n: number };
export type Ordered = {
  passages: Numbered[];
  /** By their number. */
  notes: Map<number, Note>;
  /** Those whose words are in the text no more. */
  lost: Note[];
};

type Area = Extract<Annotation['anchor'], { kind: 'area' }>;
const byArea = (a: Area, b: Area) => a.page - b.page || a.y - b.y || a.x - b.x;

/** Numbers comments as they are met: those of the text from its start on, then those of the files, page by page. */
export function orderNotes(html: string, annotations: readonly Annotation[], files: readonly string[]): Ordered {
  const words = wordsOf(html);
  const found = annotations.map((each) => ({
    each,
    passage: each.anchor.kind === 'text' ? locate(words, each.anchor) : null,
  }));
  const inText = found
    .flatMap(({ each, passage }) => (passage ? [{ each, passage }] : []))
    .sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end);
  const inFiles = annotations
    .flatMap((each) => (each.anchor.kind === 'area' ? [{ each, area: each.anchor }] : []))
    .sort((a, b) => files.indexOf(a.area.file) - files.indexOf(b.area.file) || byArea(a.area, b.area))
    .map(({ each }) => each);
  const missing = found.flatMap(({ each, passage }) => (each.anchor.kind === 'text' && !passage ? [each] : []));
  const all = [...inText.map(({ each }) => each), ...inFiles, ...missing].map((each, i) => ({ ...each, n: i + 1 }));
  return {
    passages: inText.map(({ passage }, i) => ({ ...passage, n: i + 1 })),
    notes: new Map(all.map((note) => [note.n, note])),
    lost: all.slice(all.length - missing.length),
  };
}
