import { z } from 'zod';
import { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';

const when = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Version = z.object({
  ...{ id: z.string(), n: z.int(), kind: z.string(), points: z.int(), body: QuestionBody, answerKey: AnswerKey },
  ...{ createdAt: when, author: z.string().nullable(), note: z.string().nullable(), answers: z.int() },
  facility: z.int().nullable(),
});
const Use = z.object({
  ...{ courseTitle: z.string(), courseVersion: z.int(), unitKey: z.string(), unitTitle: z.string() },
  ...{ questionVersion: z.int(), editions: z.int(), current: z.boolean() },
});
const About = z.object({
  ...{ categoryId: z.string().nullable(), topic: z.string().nullable(), difficulty: z.int().nullable() },
  ...{ outcome: z.string().nullable(), territories: z.array(z.string()), tags: z.array(z.string()) },
});

/** `held` is a pool of a course version that people may meet: the course's current one, or one that an edition runs. */
export const inUse = `
  (exists (select from course where course.current_version_id = held.version_id)
   or exists (select from edition where edition.course_version_id = held.version_id))`;

/** One question with all it said, newest first, where it stands, and what was earned with each version. */
export const findQuestion = statement(
  'find-question',
  z.object({
    ...{ id: z.string(), origin: z.string(), currentVersionId: z.string(), courseTitle: z.string().nullable() },
    ...{ about: About, category: z.string().nullable(), retiredAt: z.date().nullable() },
    ...{ versions: z.array(Version), uses: z.array(Use), behind: z.int() },
    twins: z.array(z.object({ id: z.string(), excerpt: z.string(), similarity: z.int() })),
  }),
  `select question.id, origin, question.current_version_id as "currentVersionId", of_course.title as "courseTitle",
     json_build_object('categoryId', category_id, 'topic', topic, 'difficulty', difficulty, 'outcome', outcome,
       'territories', territories, 'tags', tags) as about,
     (with recursive above as (
        select parent_id, name::text as path from question_category where id = category_id
        union all
        select parent.parent_id, parent.name || ' › ' || above.path
        from question_category parent join above on parent.id = above.parent_id)
      select path from above where parent_id is null) as category,
     retired_at as "retiredAt",
     (select json_agg(json_build_object('id', version.id, 'n', n, 'kind', kind, 'points', points, 'body', body,
        'answerKey', answer_key, 'createdAt', version.created_at, 'note', note,
        'author', given_names || ' ' || family_names, 'answers', marked.answers,
        'facility', marked.facility) order by n desc)
      from question_version version
      left join person on person.id = created_by
      cross join lateral (
        select count(*) as answers, round(avg(given.points) * 1000 / version.points)::integer as facility
        from attempt_question given join attempt on attempt.id = given.attempt_id
        where given.question_version_id = version.id and attempt.submitted_at is not null and given.points is not null
      ) marked
      where version.question_id = question.id) as versions,
     coalesce(held.uses, '[]') as uses, coalesce(held.behind, 0) as behind,
     (select coalesce(json_agg(json_build_object('id', other_id, 'excerpt', left(plain, 160),
        'similarity', similarity) order by similarity desc), '[]')
      from question_twin
      join question other on other.id = other_id
      join question_version on question_version.id = other.current_version_id
      where question_twin.question_id = question.id) as twins
   from question
   left join course on course.id = question.course_id
   left join course_version of_course on of_course.id = course.current_version_id
   left join lateral (
     select json_agg(json_build_object('courseTitle', course_version.title, 'courseVersion', course_version.n,
         'unitKey', held.unit_key, 'unitTitle', unit.title, 'questionVersion', version.n,
         'current', version.id = question.current_version_id,
         'editions', (select count(*) from edition where course_version_id = held.version_id))
         order by course_version.title, course_version.n desc, unit.position) as uses,
       (count(*) filter (where version.id <> question.current_version_id))::integer as behind
     from question_version version
     join evaluation_question held on held.question_version_id = version.id
     join course_version on course_version.id = held.version_id
     join version_unit unit on unit.version_id = held.version_id and unit.unit_key = held.unit_key
     where version.question_id = question.id and ${inUse}
   ) held on true
   where question.id = $1 and question.current_version_id is not null`,
);

/** What an open form is held against. */
export const readQuestion = `
  select question.id, current_version_id as "currentVersionId", version.n, body, answer_key as "answerKey", points, plain
  from question join question_version version on version.id = current_version_id
  where question.id = $1`;

/** Compares questions that changed with all others in use, and writes down those that say nearly the same. */
export const compare = `
  with changed as materialized (
    select question.id, current_version_id, plain, retired_at
    from question join question_version version on version.id = current_version_id
    where question.id = any($1)),
  gone as (
    delete from question_twin where question_id in (select id from changed) or other_id in (select id from changed)),
  found as (
    select changed.id, alike.question_id as other_id, round(alike.similarity * 100)::integer as similarity
    from changed cross join lateral question_alike(changed.plain) alike
    where changed.retired_at is null and alike.question_id <> changed.id and length(changed.plain) > 20),
  noted as (
    update question set compared_version_id = changed.current_version_id from changed where question.id = changed.id)
  select id, other_id as "otherId", similarity from found`;

/** Others in use that say nearly the same as this one, the most alike first. */
export const findTwins = statement<[string], { id: string; excerpt: string; similarity: number }>(
  'find-question-twins',
  z.object({ id: z.string(), excerpt: z.string(), similarity: z.int() }),
  `select other_id as id, left(plain, 160) as excerpt, similarity
   from question_twin
   join question other on other.id = other_id
   join question_version on question_version.id = other.current_version_id
   where question_twin.question_id = $1
   order by question_twin.similarity desc limit 10`,
);

/** Those of these keys that name no kind of territory. */
export const unknownTerritories = statement<[string[]], { key: string }>(
  'unknown-territories',
  z.object({ key: z.string() }),
  `select key from unnest($1::text[]) asked (key) where not exists (select from territory_kind kind where kind.key = asked.key)`,
);

/** Attempts that hold a version older than the current one: still open, and ended. */
export const countTouched = statement<[string], { openAttempts: number; endedAttempts: number }>(
  'count-touched-attempts',
  z.object({ openAttempts: z.int(), endedAttempts: z.int() }),
  `select (count(*) filter (where attempt.submitted_at is null))::integer as "openAttempts",
     (count(*) filter (where attempt.submitted_at is not null))::integer as "endedAttempts"
   from question
   join question_version version on version.question_id = question.id and version.id <> question.current_version_id
   join attempt_question given on given.question_version_id = version.id
   join attempt on attempt.id = given.attempt_id
   where question.id = $1`,
);

/** The current version takes the place of any other in every pool in use. */
export const pushVersion = `
  update evaluation_question held set question_version_id = question.current_version_id
  from question join question_version version on version.question_id = question.id
  where question.id = $1 and held.question_version_id = version.id and version.id <> question.current_version_id
    and ${inUse}
    and not exists (
      select from evaluation_question other
      where other.version_id = held.version_id and other.unit_key = held.unit_key
        and other.question_version_id = question.current_version_id)
  returning held.version_id as "versionId", held.unit_key as "unitKey", version.id as "from"`;
