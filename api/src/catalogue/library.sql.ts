import { z } from 'zod';
import { statement } from '../platform/database.ts';

const Topics = z.array(z.object({ key: z.string(), name: z.string() }));
const Kind = z.enum(['booklet', 'manual', 'guidance']);

/** A query of any of these forms, as `formsOf` makes them, one string a word. */
const anyForm = (forms: string) => `replace(plainto_tsquery('spanish', es_fold(${forms}))::text, '&', '|')`;

/**
 * What is known of the words (`$1`) of a query, each with its forms (`$2`): whether it is one that search skips, and, when no
 * publication has it, the word of the publications that it may stand for: one letter more, less or other away, or two
 * neighbours swapped (`$3`, a string a word); else the one that it most resembles.
 */
export const findWords = statement<[string[], string[], string[]], { skipped: boolean; nearest: string | null }>(
  'find-words',
  z.object({ skipped: z.boolean(), nearest: z.string().nullable() }),
  `select skipped, nearest.word as nearest
   from unnest($1::text[], $2::text[], $3::text[]) with ordinality as term(word, forms, swaps, n)
   cross join lateral (
     select left(unaccent('unaccent', lower(word)), 80) as folded, ${anyForm('forms')}::tsquery as query,
       0 in (numnode(plainto_tsquery('spanish', word)), numnode(plainto_tsquery('spanish', es_fold(word)))) as skipped
   ) asked
   cross join lateral (
     select exists (select from passage where words @@ query) or exists (
       select from publication_revision join publication on current_revision_id = publication_revision.id
       where words @@ query) as known
   ) index
   left join lateral (
     select candidate.word
     from (
       select search_word.word, weight, 1 as edits from search_word
       where search_word.word = any(string_to_array(swaps, ' '))
       union all
       select search_word.word, weight, 1 from search_word
       where length(search_word.word) between length(folded) - 1 and length(folded) + 1
         and levenshtein_less_equal(search_word.word, folded, 1) <= 1
       union all
       select search_word.word, weight, 2 from search_word
       where search_word.word % folded and similarity(search_word.word, folded) >= 0.35
     ) candidate
     where not known and not skipped and length(folded) >= 4
     order by edits, similarity(candidate.word, folded) desc, weight desc, candidate.word limit 1
   ) nearest on true
   order by n`,
);

const Passage = z.object({
  chapter: z.string().nullable(),
  chapterTitle: z.string().nullable(),
  anchor: z.string().nullable(),
  heading: z.string(),
  body: z.string(),
});
const Found = z.object({
  items: z.array(
    z.object({
      kind: Kind,
      key: z.string(),
      slug: z.string(),
      title: z.string(),
      summary: z.string(),
      edition: z.string(),
      minutes: z.int(),
      topics: Topics,
      passages: z.array(Passage),
    }),
  ),
  kinds: z.array(z.object({ key: Kind, count: z.int() })),
  topics: z.array(z.object({ key: z.string(), name: z.string(), count: z.int() })),
  matches: z.array(z.string()),
});
export type Found = z.infer<typeof Found>;

/** As many publications as a page shows; the filters narrow down what is more. */
const most = 100;

/**
 * What remains of the CTE `kept` (publication, revision, score) by kind `$1` and topic `$2`; and, for each filter, what
 * the other leaves to it. `passages` is the JSON of a row's passages, `matches` of the words that were found.
 */
const answer = (passages: string, matches: string) => `
  subject as materialized (
    select publication.id, kind, key, slug, title, summary, edition, topics, manifest, score
    from kept join publication on publication.id = kept.id
    join publication_revision on publication_revision.id = current_revision_id
  ), item as materialized (
    select subject.*, ${passages} as passages from subject
    where ($1::text is null or kind = $1) and ($2::text is null or $2 = any(topics))
    order by score desc, title collate "es-CL-x-icu", id limit ${most}
  )
  select
    (select coalesce(json_agg(json_build_object(
       'kind', kind, 'key', key, 'slug', slug, 'title', title, 'summary', summary, 'edition', edition,
       'minutes', (manifest->'minutes')::integer, 'passages', passages, 'topics', (
         select coalesce(json_agg(json_build_object('key', topic.key, 'name', name) order by position), '[]')
         from topic where topic.key = any(item.topics)))
       order by score desc, title collate "es-CL-x-icu", id), '[]') from item) as items,
    (select json_agg(json_build_object('key', kind, 'count', (
       select count(*) from subject where subject.kind = kinds.kind and ($2::text is null or $2 = any(topics)))) order by n)
     from unnest(array['booklet', 'manual', 'guidance']) with ordinality as kinds(kind, n)) as kinds,
    (select coalesce(json_agg(json_build_object('key', key, 'name', name, 'count', (
       select count(*) from subject where topic.key = any(topics) and ($1::text is null or kind = $1))) order by position), '[]')
     from topic
     where exists (
       select from publication join publication_revision on publication_revision.id = current_revision_id
       where topic.key = any(topics))) as topics,
    ${matches} as matches`;

/** Every publication, by title. */
export const listLibrary = statement<[string | null, string | null], Found>(
  'list-library',
  Found,
  `with kept as (select id, 0 as score from publication where current_revision_id is not null),
   ${answer(`'[]'::json`, `'[]'::json`)}`,
);

/** The three best passages of a publication. */
const bestPassages = `(
  select coalesce(json_agg(json_build_object(
    'chapter', chapter_key, 'chapterTitle', chapter_title, 'anchor', anchor, 'heading', heading, 'body', body)
    order by score desc, position), '[]')
  from (
    select passage.*, chapter.title as chapter_title, hit.score + coalesce(chapter.score, 0) as score
    from hit
    join passage on passage.publication_id = hit.publication_id and passage.position = hit.position
    left join chapter on chapter.publication_id = hit.publication_id and chapter.key = hit.chapter_key
    where hit.publication_id = subject.id
    order by score desc, position limit 3
  ) best)`;

/** The words of what is shown that answer the query, folded. Their first two letters (`$4`) spare the stemmer the rest. */
const matchingWords = `(
  select coalesce(json_agg(word), '[]')
  from (
    select distinct word
    from (
      select title || ' ' || summary as text from item
      union all
      select concat_ws(' ', passage->>'heading', passage->>'body') from item, json_array_elements(passages) as passage
    ) shown, regexp_split_to_table(es_fold(text), '[^[:alnum:].]+|\\.(?![0-9])') as word
    where left(word, 2) = any($4)
  ) words, query
  where es_vector(word) @@ anyof)`;

/**
 * Searches for words, each given by its forms (`$3`). Where publications hold all of them, in one passage or in what names
 * them, only those count; else any word will do. A passage is worth how close and how often the words stand, its
 * heading more than its text, and the title of its chapter too; a publication, its best passage and its own name.
 */
export const searchLibrary = statement<[string | null, string | null, string[], string[]], Found>(
  'search-library',
  Found,
  `with query as materialized (
     select string_agg('(' || term || ')', ' & ')::tsquery as allof, string_agg('(' || term || ')', ' | ')::tsquery as anyof
     from (select ${anyForm('forms')} as term from unnest($3::text[]) as forms) terms
   ), hit as materialized (
     select publication_id, position, chapter_key, words @@ allof as whole,
       ts_rank_cd(words, allof, 1) + ts_rank(words, anyof, 1) as score
     from query join passage on words @@ anyof
   ), chapter as materialized (
     select publication.id as publication_id, chapter.key, chapter.title,
       ts_rank_cd(es_vector(chapter.title), allof) + ts_rank(es_vector(chapter.title), anyof) as score
     from query cross join publication
     join publication_revision on publication_revision.id = current_revision_id
     cross join lateral jsonb_to_recordset(manifest->'chapters') as chapter(key text, title text)
     where publication.id in (select publication_id from hit)
   ), best as (
     select hit.publication_id, bool_or(whole) as whole, max(hit.score + coalesce(chapter.score, 0)) as score
     from hit left join chapter on chapter.publication_id = hit.publication_id and chapter.key = hit.chapter_key
     group by 1
   ), found as materialized (
     select publication.id, words @@ allof or coalesce(whole, false) as whole,
       ts_rank(words, anyof) + coalesce(score, 0) as score
     from query cross join publication
     join publication_revision on publication_revision.id = current_revision_id
     left join best on best.publication_id = publication.id
     where best.publication_id is not null or words @@ anyof
   ), kept as (
     select id, score from found where whole or not exists (select from found where whole)
   ), ${answer(bestPassages, matchingWords)}`,
);

const Heading = z.object({ id: z.string(), title: z.string() });
const Term = z.object({ id: z.string(), term: z.string(), definition: z.string() });

/** A publication by its slug (`$1`), of today or of before, opened at a chapter (`$2`; null for the first). */
export const findPublication = statement(
  'find-publication',
  z.object({
    kind: Kind,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    edition: z.string(),
    reviewedOn: z.string(),
    notices: z.array(z.string()),
    introduction: z.string(),
    topics: Topics,
    chapters: z.array(z.object({ key: z.string(), title: z.string(), minutes: z.int() })),
    chapter: z
      .object({
        key: z.string(),
        title: z.string(),
        minutes: z.int(),
        sha: z.string(),
        toc: z.array(Heading),
        terms: z.array(Term),
      })
      .nullable(),
  }),
  `select kind, slug, title, summary, edition, about."reviewedOn", about.notices, about.introduction,
     (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by position), '[]')
      from topic where key = any(topics)) as topics,
     (select jsonb_agg(jsonb_build_object('key', chapter->'key', 'title', chapter->'title', 'minutes', chapter->'minutes')
        order by position)
      from jsonb_array_elements(about.chapters) with ordinality as chapters(chapter, position)) as chapters,
     case when $2::text is null then about.chapters->0
       else jsonb_path_query_first(about.chapters, '$[*] ? (@.key == $key)', jsonb_build_object('key', $2::text))
     end as chapter
   from publication
   join publication_revision on publication_revision.id = current_revision_id
   cross join lateral jsonb_to_record(manifest)
     as about("reviewedOn" text, notices jsonb, introduction text, chapters jsonb)
   where publication.id = coalesce(
     (select id from publication where slug = $1),
     (select subject_id from former_slug where kind = 'publication' and slug = $1))`,
);

export const findGlossary = statement(
  'find-glossary',
  z.object({ id: z.string(), term: z.string(), html: z.string() }),
  'select id, term, html from glossary_term order by term, id',
);
