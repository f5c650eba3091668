import { z } from 'zod';
import { Topic } from './catalogue.schema.ts';

export const PublicationKind = z.enum(['booklet', 'manual', 'guidance']);

export const LibraryQuery = z.strictObject({
  q: z.string().trim().max(200).optional(),
  kind: PublicationKind.optional(),
  topic: z.string().max(40).optional(),
});
export type LibraryQuery = z.infer<typeof LibraryQuery>;

const Facet = z.object({ key: z.string(), name: z.string(), count: z.int() });

/** Text in pieces, accents and all: those that answer the query are matches. */
const Highlighted = z.array(z.object({ text: z.string(), match: z.boolean() }));

export const LibraryItem = z
  .object({
    kind: PublicationKind,
    key: z.string(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    edition: z.string(),
    topics: z.array(Topic),
    minutes: z.int(),
    /** The title and the summary in pieces. */
    marked: z.object({ title: Highlighted, summary: Highlighted }),
    /** Where the words were found, best first; empty without a query. */
    passages: z.array(
      z.object({
        chapter: z.string().nullable(),
        chapterTitle: z.string().nullable(),
        anchor: z.string().nullable(),
        heading: z.string(),
        excerpt: Highlighted,
      }),
    ),
  })
  .meta({ id: 'LibraryItem' });

export const LibraryView = z
  .object({
    items: z.array(LibraryItem),
    kinds: z.array(Facet),
    topics: z.array(Facet),
    /** What was searched instead, where a word was misspelt. */
    corrected: z.string().nullable(),
  })
  .meta({ id: 'Library' });

const Chapter = z.object({ key: z.string(), title: z.string(), minutes: z.int() });
const Term = z.object({ id: z.string(), term: z.string(), definition: z.string() });

/** One chapter of a publication, with the list of all; a booklet or guidance has one. */
export const PublicationView = z
  .object({
    kind: PublicationKind,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    edition: z.string(),
    reviewedOn: z.iso.date(),
    /** Sentences for the reader, as that the text is yet to be validated. */
    notices: z.array(z.string()),
    /** HTML that presents a manual; empty elsewhere. */
    introduction: z.string(),
    topics: z.array(Topic),
    chapters: z.array(Chapter),
    chapter: z.object({
      key: z.string(),
      title: z.string(),
      minutes: z.int(),
      sha: z.string(),
      toc: z.array(z.object({ id: z.string(), title: z.string() })),
      terms: z.array(Term),
    }),
  })
  .meta({ id: 'Publication' });

export const GlossaryView = z
  .object({ items: z.array(z.object({ id: z.string(), term: z.string(), html: z.string() })) })
  .meta({ id: 'Glossary' });
