import { z } from 'zod';
import { statement } from '../platform/database.ts';
import type { QuestionFilter } from './bank.schema.ts';

/** What a filter is to a statement: `$1` to `$12`, each null where it asks for nothing. */
export type Sieve = [
  ...[q: string | null, category: string | null, kind: string | null, topic: string | null],
  ...[difficulty: number | null, outcome: string | null, territory: string | null, tag: string | null],
  ...[origin: string | null, unused: boolean, alike: boolean, retired: boolean],
];

/** Signs that mean something in a pattern stand for themselves. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const orNull = <T>(value: T | undefined): T | null => value ?? null;

export function sieveOf(filter: QuestionFilter): Sieve {
  const { q, category, kind, topic, difficulty, outcome, territory, tag, origin, unused, alike, retired } = filter;
  return [
    ...([q ? literal(q) : null, orNull(category), orNull(kind), orNull(topic), orNull(difficulty)] as const),
    ...([orNull(outcome), orNull(territory), orNull(tag), orNull(origin)] as const),
    ...([Boolean(unused), Boolean(alike), Boolean(retired)] as const),
  ];
}

/** The categories at and under `$2`. */
const under = `
  under as (
    select id from question_category where id::text = $2::text
    union all
    select child.id from question_category child join under on child.parent_id = under.id)`;

/** Whether a sieve lets a `question` with its `version` pass. Words are found by their stem, or as a part of the text. */
const passes = `
  ($1::text is null or es_vector(version.plain) @@ websearch_to_tsquery('spanish', es_fold($1))
    or es_fold(version.plain) like '%' || es_fold($1) || '%')
  and ($2::text is null or case when $2 = 'none' then question.category_id is null
    else question.category_id in (select id from under) end)
  and ($3::text is null or version.kind = $3) and ($4::text is null or question.topic = $4)
  and ($5::integer is null or question.difficulty = $5) and ($6::text is null or question.outcome = $6)
  and ($7::text is null or question.territories @> array[$7]) and ($8::text is null or question.tags @> array[$8])
  and ($9::text is null or question.origin = $9)
  and (not $10::boolean or not exists (
    select from evaluation_question held join question_version any_version on any_version.id = held.question_version_id
    where any_version.question_id = question.id))
  and (not $11::boolean or exists (select from question_twin twin where twin.question_id = question.id))
  and (question.retired_at is not null) = $12::boolean`;

/** The names of a category and those above it. */
const pathOf = (category: string) => `
  (with recursive above as (
     select parent_id, name::text as path from question_category where id = ${category}
     union all
     select parent.parent_id, parent.name || ' › ' || above.path
     from question_category parent join above on parent.id = above.parent_id)
   select path from above where parent_id is null)`;

const Line = z.object({
  ...{ id: z.string(), kind: z.string(), excerpt: z.string(), points: z.int(), n: z.int(), origin: z.string() },
  ...{ categoryId: z.string().nullable(), category: z.string().nullable(), topic: z.string().nullable() },
  ...{ difficulty: z.int().nullable(), territories: z.array(z.string()), tags: z.array(z.string()) },
  ...{ changedAt: z.date(), retiredAt: z.date().nullable(), uses: z.int(), answers: z.int(), twins: z.int() },
});

/** `$13` the question after which to go on, or null; `$14` how many. The newest come first. */
export const findQuestions = statement<[...Sieve, string | null, number], z.infer<typeof Line>>(
  'find-questions',
  Line,
  `with recursive ${under},
   page as materialized (
     select question.*, version.kind, version.plain, version.points, version.n, version.created_at as changed_at
     from question join question_version version on version.id = question.current_version_id
     where ${passes} and ($13::uuid is null or question.id < $13)
     order by question.id desc
     limit $14)
   select page.id, kind, left(plain, 240) as excerpt, points, n, origin, category_id as "categoryId",
     ${pathOf('page.category_id')} as category, topic.name as topic, difficulty, territories, tags,
     changed_at as "changedAt", retired_at as "retiredAt",
     (select count(distinct (course_version.course_id, held.unit_key))::integer
      from question_version any_version
      join evaluation_question held on held.question_version_id = any_version.id
      join course_version on course_version.id = held.version_id
      where any_version.question_id = page.id) as uses,
     (select count(*)::integer from question_version any_version
      join attempt_question given on given.question_version_id = any_version.id
      where any_version.question_id = page.id and given.response is not null) as answers,
     (select count(*)::integer from question_twin twin where twin.question_id = page.id) as twins
   from page left join topic on topic.key = page.topic
   order by page.id desc`,
);

const Facet = z.array(z.object({ key: z.string(), name: z.string(), count: z.int() }));
const Category = z.object({
  ...{ id: z.string(), parentId: z.string().nullable(), name: z.string(), depth: z.int(), path: z.string() },
  ...{ own: z.int(), all: z.int() },
});
const FacetRow = z.object({
  ...{ total: z.int(), uncategorised: z.int(), categories: z.array(Category) },
  ...{ kinds: Facet, topics: Facet, territories: Facet, tags: Facet, outcomes: Facet },
});
const grouped = (key: string, name: string, from: string, order: string) => `
  (select coalesce(json_agg(json_build_object('key', key, 'name', name, 'count', count) order by ${order}), '[]')
   from (select ${key} as key, ${name} as name, count(*) as count from live ${from} group by 1, 2) counted)`;

/** The tree in its order, and what else the questions in use may be told apart by. */
export const findFacets = statement<[], z.infer<typeof FacetRow>>(
  'find-bank-facets',
  FacetRow,
  `with recursive live as materialized (
     select question.id, category_id, topic, territories, tags, outcome, version.kind
     from question join question_version version on version.id = current_version_id
     where retired_at is null),
   tree as (
     select id, parent_id, name, 0 as depth, name::text as path, array[lpad(position::text, 9, '0') || name] as place,
       array[id] as line
     from question_category where parent_id is null
     union all
     select child.id, child.parent_id, child.name, depth + 1, path || ' › ' || child.name,
       place || (lpad(child.position::text, 9, '0') || child.name), line || child.id
     from question_category child join tree on tree.id = child.parent_id),
   counted as (select category_id, count(*)::integer as own from live group by 1)
   select (select count(*)::integer from live) as total,
     (select coalesce(sum(own), 0)::integer from counted where category_id is null) as uncategorised,
     (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'name', name, 'depth', depth,
        'path', path, 'own', coalesce((select own from counted where category_id = tree.id), 0),
        'all', coalesce((select sum(own) from counted join tree below on below.id = category_id
          where tree.id = any(below.line)), 0)) order by place), '[]') from tree) as categories,
     ${grouped('live.kind', 'live.kind', '', 'count desc, key')} as kinds,
     (select coalesce(json_agg(json_build_object('key', key, 'name', name,
        'count', (select count(*) from live where live.topic = topic.key)) order by position), '[]') from topic) as topics,
     (select coalesce(json_agg(json_build_object('key', key, 'name', name,
        'count', (select count(*) from live where live.territories @> array[kind.key])) order by name), '[]')
      from territory_kind kind) as territories,
     ${grouped('tag', 'tag', 'cross join unnest(live.tags) tag', 'count desc, key')} as tags,
     ${grouped('live.outcome', 'live.outcome', 'where live.outcome is not null', 'count desc, key')} as outcomes`,
);
