import { z } from 'zod';
import { statement } from '../platform/database.ts';

const at = z.coerce.date();
const Topics = z.array(z.object({ key: z.string(), name: z.string() }));
const Status = z.enum(['available', 'announced']);
const Texts = z.array(z.string());

/** The names of these topics, in their order. */
const topicsOf = (keys: string) => `
  (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by position), '[]')
   from topic where key = any(${keys})) as topics`;

/** Whoever asks (`$1`, null for a visitor), and their region. */
const reader = `
  reader as (
    select $1::uuid as id, (
      select region_cut from person join institution on institution.id = institution_id where person.id = $1) as region_cut)`;

/**
 * The seats of `edition` that count for the reader: those kept for their region, where it keeps any, else the general
 * ones; all of them for a visitor.
 */
const seats = `
  cross join lateral (
    select coalesce(sum(seats), 0)::integer as seats, coalesce(sum(seats - taken), 0)::integer as seats_left
    from seat_quota
    where edition_id = edition.id and (reader.id is null or region_cut is not distinct from (
      select own.region_cut from seat_quota own
      where own.edition_id = edition.id and own.region_cut = reader.region_cut))
  ) seat`;

/**
 * The offer: `$1` whoever asks, `$2` now, and the filters, null for any: `$3` kind, `$4` topic, `$5` and `$6` least and
 * most minutes, `$7` whether only what can be enrolled in now.
 */
export const findOffer = statement(
  'find-offer',
  z.object({
    kind: z.enum(['programme', 'course']),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    minutes: z.int(),
    status: Status,
    topics: Topics,
    parts: z.int(),
    openEditions: z.int(),
    seatsLeft: z.int(),
    enrolUntil: z.date().nullable(),
  }),
  `with ${reader}, subject as (
     select 'course' as kind, course.id, slug, title, summary, minutes, status, topics,
       jsonb_array_length(manifest->'modules') as parts
     from course join course_version on course_version.id = current_version_id
     union all
     select 'programme', programme.id, slug, title, summary, part.minutes, part.status, topics, part.count
     from programme join programme_version on programme_version.id = current_version_id
     cross join lateral (
       select coalesce(sum(minutes), 0)::integer as minutes, count(*)::integer as count,
         case when bool_or(status = 'available') then 'available' else 'announced' end as status
       from programme_course
       join course on course.id = programme_course.course_id
       join course_version on course_version.id = course.current_version_id
       where version_id = programme_version.id
     ) part
   ), opening as (
     select coalesce(course_version.course_id, programme_version.programme_id) as subject_id,
       count(*)::integer as editions, sum(seats_left)::integer as seats_left, min(enrol_until) as enrol_until
     from edition
     cross join reader
     left join course_version on course_version.id = course_version_id
     left join programme_version on programme_version.id = programme_version_id
     ${seats}
     where parent_id is null and enrol_from <= $2 and enrol_until > $2 and seats_left > 0
     group by 1
   )
   select kind, slug, title, summary, minutes, status, ${topicsOf('subject.topics')}, parts,
     coalesce(editions, 0) as "openEditions", coalesce(seats_left, 0) as "seatsLeft", enrol_until as "enrolUntil"
   from subject
   left join opening on subject_id = subject.id and status = 'available'
   where ($3::text is null or kind = $3) and ($4::text is null or $4 = any(topics))
     and ($5::integer is null or minutes >= $5) and ($6::integer is null or minutes <= $6)
     and (not $7::boolean or editions is not null)
   order by kind desc, status desc, title collate "es-CL-x-icu", slug`,
);

/** The topics by which the offer can be filtered. */
export const findOfferTopics = statement(
  'find-offer-topics',
  z.object({ key: z.string(), name: z.string() }),
  `select key, name from topic
   where exists (select from course join course_version on course_version.id = current_version_id where topic.key = any(topics))
     or exists (
       select from programme join programme_version on programme_version.id = current_version_id where topic.key = any(topics))
   order by position`,
);

const Editions = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    enrolFrom: at,
    enrolUntil: at,
    startsAt: at,
    endsAt: at,
    timeZone: z.string(),
    seats: z.int(),
    seatsLeft: z.int(),
    enrolmentId: z.string().nullable(),
  }),
);

/** The editions that one may enrol in by themselves, the latest first; parts of a programme's edition are none. */
const editions = (version: string) => `
  (select coalesce(json_agg(json_build_object(
     'id', edition.id, 'name', name, 'enrolFrom', enrol_from, 'enrolUntil', enrol_until, 'startsAt', starts_at,
     'endsAt', ends_at, 'timeZone', time_zone, 'seats', seat.seats, 'seatsLeft', seat.seats_left,
     'enrolmentId', (select id from enrolment where edition_id = edition.id and person_id = reader.id))
     order by starts_at desc, edition.id), '[]')
   from edition join ${version} ${seats}
   where parent_id is null) as editions`;

/** The latest enrolment of the reader in any edition of this, also one that came with a programme. */
const enrolment = (version: string) => `
  (select enrolment.id
   from enrolment join edition on edition.id = edition_id join ${version}
   where person_id = reader.id order by ends_at desc, enrolment.id desc limit 1) as "enrolmentId"`;

const courseVersion = 'course_version run on run.id = course_version_id and run.course_id = course.id';
const programmeVersion = 'programme_version run on run.id = programme_version_id and run.programme_id = programme.id';

/** What leads to `$2`: its slug of today, or one of before. */
const bySlug = (kind: 'course' | 'programme') => `
  ${kind}.id = coalesce(
    (select id from ${kind} where slug = $2),
    (select subject_id from former_slug where kind = '${kind}' and slug = $2))`;

const Rule = z.object({
  key: z.string(),
  title: z.string(),
  draw: z.int(),
  timeLimit: z.int().nullable(),
  attempts: z.int(),
  keep: z.enum(['best', 'last', 'average']),
  demand: z.int(),
  weight: z.int(),
});
const TaskRule = z.object({
  key: z.string(),
  title: z.string(),
  minutes: z.int(),
  mode: z.enum(['individual', 'group']),
  takesText: z.boolean(),
  takesFiles: z.boolean(),
  demand: z.int(),
  weight: z.int(),
});
const Unit = z.object({
  kind: z.enum(['lesson', 'evaluation', 'task']),
  key: z.string(),
  title: z.string(),
  minutes: z.int(),
  rule: Rule.nullable(),
  task: TaskRule.nullable(),
});

const About = {
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  topics: Topics,
  outcomes: Texts,
  requirements: Texts,
  introduction: z.string(),
  notices: Texts,
  reviewedOn: z.string(),
  editions: Editions,
  enrolmentId: z.string().nullable(),
};
const about = `outcomes jsonb, requirements jsonb, introduction text, notices jsonb, "reviewedOn" text`;

/** A course for whoever asks (`$1`), by slug (`$2`), with what its page shows of the manifest: no more of it leaves PostgreSQL. */
export const findCourse = statement(
  'find-course',
  z.object({
    ...About,
    status: Status,
    minutes: z.int(),
    passGrade: z.int(),
    modules: z.array(z.object({ key: z.string(), title: z.string(), summary: z.string(), units: z.array(Unit) })),
    final: Rule.nullable(),
    task: TaskRule.nullable(),
    programmes: z.array(z.object({ slug: z.string(), title: z.string(), weight: z.int() })),
  }),
  `with ${reader}
   select course.slug, status, version.title, version.summary, version.minutes, ${topicsOf('version.topics')},
     about.outcomes, about.requirements, about.introduction, about.notices, about."reviewedOn", about."passGrade",
     about.final, about.task,
     (select coalesce(jsonb_agg(jsonb_build_object(
        'key', module->'key', 'title', module->'title', 'summary', module->'summary',
        'units', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'kind', unit->'kind', 'key', unit->'key', 'title', unit->'title', 'minutes', unit->'minutes',
            'rule', case when unit->>'kind' = 'evaluation' then unit end,
            'task', case when unit->>'kind' = 'task' then unit end) order by unit_position), '[]')
          from jsonb_array_elements(module->'units') with ordinality as units(unit, unit_position))
        ) order by module_position), '[]')
      from jsonb_array_elements(about.modules) with ordinality as modules(module, module_position)) as modules,
     (select coalesce(json_agg(json_build_object('slug', programme.slug, 'title', part.title, 'weight', weight)
        order by part.title), '[]')
      from programme_course
      join programme on programme.current_version_id = version_id
      join programme_version part on part.id = version_id
      where programme_course.course_id = course.id) as programmes,
     ${editions(courseVersion)}, ${enrolment(courseVersion)}
   from reader cross join course
   join course_version version on version.id = current_version_id
   cross join lateral jsonb_to_record(manifest) as about(${about}, "passGrade" integer, modules jsonb, final jsonb, task jsonb)
   where ${bySlug('course')}`,
);

/** A programme for whoever asks (`$1`), by slug (`$2`). */
export const findProgramme = statement(
  'find-programme',
  z.object({
    ...About,
    courses: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        summary: z.string(),
        status: Status,
        minutes: z.int(),
        weight: z.int(),
      }),
    ),
  }),
  `with ${reader}
   select programme.slug, version.title, version.summary, ${topicsOf('version.topics')},
     about.outcomes, about.requirements, about.introduction, about.notices, about."reviewedOn",
     (select coalesce(json_agg(json_build_object(
        'slug', course.slug, 'title', part.title, 'summary', part.summary, 'status', status, 'minutes', part.minutes,
        'weight', weight) order by position), '[]')
      from programme_course
      join course on course.id = programme_course.course_id
      join course_version part on part.id = course.current_version_id
      where version_id = version.id) as courses,
     ${editions(programmeVersion)}, ${enrolment(programmeVersion)}
   from reader cross join programme
   join programme_version version on version.id = current_version_id
   cross join lateral jsonb_to_record(manifest) as about(${about})
   where ${bySlug('programme')}`,
);
