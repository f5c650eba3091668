import { z } from 'zod';
import { handed } from '../assessment/handed.policy.ts';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { statement } from '../platform/database.ts';
import { cutoffAt, dueAt, ownedBy } from '../submission/due.policy.ts';

const at = z.coerce.date();

/**
 * A line for each course of a person (`$1`): those enrolled in by themselves, and all those of their programmes, also the
 * ones that are only announced. The latest edition first; the courses of a programme in its order.
 */
export const findLines = statement(
  'find-home-lines',
  z.object({
    rootId: z.string(),
    programme: z.object({ slug: z.string(), title: z.string(), edition: z.string() }).nullable(),
    weight: z.int().nullable(),
    enrolmentId: z.string().nullable(),
    slug: z.string(),
    title: z.string(),
    passGrade: z.int(),
    startsAt: z.date().nullable(),
    endsAt: z.date().nullable(),
    lessonsDone: z.int(),
    lessonsAll: z.int(),
    items: z.array(
      z.object({
        ...{ unit: z.string(), weight: z.int(), grade: z.int().nullable() },
        ...{ spent: z.boolean(), handed: z.boolean() },
      }),
    ),
    rules: GradeRules.nullable(),
    attendance: z.int().nullable(),
    result: z.int().nullable(),
  }),
  `with root as (
     select enrolment.id, edition_id, course_version_id, programme_version_id, name, starts_at
     from enrolment join edition on edition.id = edition_id
     where person_id = $1 and enrolment.parent_id is null
   ), line as (
     select root.id as root_id, root.starts_at as root_starts_at, null::json as programme, 0 as position,
       null::integer as weight, edition_id, course_id
     from root join course_version on course_version.id = course_version_id
     union all
     select root.id, root.starts_at,
       json_build_object('slug', programme.slug, 'title', programme_version.title, 'edition', root.name),
       part.position, part.weight, run.id, part.course_id
     from root
     join programme_version on programme_version.id = root.programme_version_id
     join programme on programme.id = programme_id
     join programme_course part on part.version_id = programme_version.id
     left join (edition run join course_version run_version on run_version.id = run.course_version_id)
       on run.parent_id = root.edition_id and run_version.course_id = part.course_id
   )
   select root_id as "rootId", programme, weight, enrolment.id as "enrolmentId", course.slug, version.title,
     (version.manifest->'passGrade')::integer as "passGrade", starts_at as "startsAt", ends_at as "endsAt", units.*,
     result.grade as result, coalesce(scheme.rules, version.manifest->'rules') as rules, attendance.percent as attendance
   from line
   join course on course.id = line.course_id
   left join edition on edition.id = line.edition_id
   join course_version version on version.id = coalesce(edition.course_version_id, course.current_version_id)
   left join enrolment on enrolment.edition_id = edition.id and enrolment.person_id = $1
   left join result on result.enrolment_id = enrolment.id
   left join grade_scheme scheme on scheme.edition_id = edition.id
   left join attendance on attendance.enrolment_id = enrolment.id
   cross join lateral (
     select (count(*) filter (where unit.kind = 'lesson' and done_at is not null))::integer as "lessonsDone",
       (count(*) filter (where unit.kind = 'lesson'))::integer as "lessonsAll",
       coalesce(json_agg(json_build_object('unit', unit.unit_key, 'weight', unit.weight, 'grade', unit_grade.grade,
         'spent', case unit.kind when 'task' then unit_grade.grade is not null
           else coalesce(tries.taken >= evaluation.attempts, false) end,
         'handed', ${handed('enrolment.id', 'unit.unit_key')}))
         filter (where unit.kind <> 'lesson'), '[]') as items
     from version_unit unit
     left join evaluation on evaluation.version_id = unit.version_id and evaluation.unit_key = unit.unit_key
     left join unit_progress progress on progress.enrolment_id = enrolment.id and progress.unit_key = unit.unit_key
     left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
     cross join lateral (
       select count(*) as taken from attempt
       where unit.kind <> 'lesson' and attempt.enrolment_id = enrolment.id and attempt.unit_key = unit.unit_key
         and submitted_at is not null
     ) tries
     where unit.version_id = version.id
   ) units
   order by root_starts_at desc, root_id desc, line.position`,
);

/** The units of the courses of a person (`$1`) that run now (`$2`), with how far each has come. */
const running = `
  select enrolment.id as enrolment_id, enrolment.cohort_id, edition.id as edition_id, last_at, last_unit, edition.parent_id, edition.name, starts_at, ends_at, time_zone,
    course_version_id as version_id, unit.unit_key, unit.kind, unit.title, unit.minutes, unit.module_key, unit.position,
    done_at, permille, anchor, unit_grade.grade, coalesce(taken, 0) as taken, coalesce(open, false) as open, handed.state
  from enrolment
  join edition on edition.id = edition_id and starts_at <= $2 and ends_at > $2
  join version_unit unit on unit.version_id = course_version_id
  left join unit_progress progress on progress.enrolment_id = enrolment.id and progress.unit_key = unit.unit_key
  left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
  left join (
    select enrolment_id, unit_key, count(*) as taken, bool_or(submitted_at is null) as open
    from attempt where enrolment_id = any(array(select id from enrolment where person_id = $1)) group by 1, 2
  ) tries on tries.enrolment_id = enrolment.id and tries.unit_key = unit.unit_key
  left join lateral (
    select state from submission where unit.kind = 'task' and ${ownedBy('unit.unit_key')} limit 1
  ) handed on true
  where person_id = $1`;

const Resume = z.object({
  enrolmentId: z.string(),
  unit: z.string(),
  kind: z.enum(['lesson', 'evaluation', 'task']),
  title: z.string(),
  course: z.string(),
  programme: z.string().nullable(),
  edition: z.string(),
  moduleNumber: z.int().nullable(),
  number: z.int(),
  of: z.int(),
  minutes: z.int(),
  permille: z.int(),
  section: z.string().nullable(),
});

/**
 * The next thing to do, in the course that was touched last: the unit where they were, if it is not done, else the first
 * that is not. An evaluation is done when it is graded, or answered and not published yet; one in the middle is not.
 * A task is done when it is handed in.
 */
const next = `
  select * from unit
  where case kind
    when 'lesson' then done_at is null
    when 'task' then grade is null and (state is null or state in ('draft', 'returned'))
    else open or (taken = 0 and grade is null) end
  order by last_at desc nulls last, starts_at, enrolment_id, unit_key is not distinct from last_unit desc, position
  limit 1`;

/** What the page says of it, looked up for that one only. */
const resume = `
  select enrolment_id as "enrolmentId", unit_key as unit, kind, next.title, course_version.title as course,
    programme_version.title as programme, coalesce(whole.name, next.name) as edition, next.minutes,
    coalesce(permille, 0) as permille, near.number, near.of,
    (select module_at::integer from jsonb_array_elements(course_version.manifest->'modules') with ordinality as modules(module, module_at)
     where module->>'key' = module_key) as "moduleNumber",
    jsonb_path_query_first(course_version.manifest, '$.modules[*].units[*] ? (@.key == $key).toc[*] ? (@.id == $anchor).title',
      jsonb_build_object('key', unit_key, 'anchor', anchor)) #>> '{}' as section
  from next
  join course_version on course_version.id = version_id
  left join edition whole on whole.id = next.parent_id
  left join programme_version on programme_version.id = whole.programme_version_id
  cross join lateral (
    select (count(*) filter (where sibling.position <= next.position))::integer as number, count(*)::integer as of
    from version_unit sibling
    where sibling.version_id = next.version_id and sibling.module_key is not distinct from next.module_key
  ) near`;

const Due = z.object({
  enrolmentId: z.string(),
  unit: z.string(),
  kind: z.enum(['evaluation', 'task']),
  title: z.string(),
  course: z.string(),
  questions: z.int().nullable(),
  minutes: z.int().nullable(),
  dueAt: at,
  timeZone: z.string(),
  openAttempt: z.boolean(),
});

/** Evaluations in the middle of an attempt, and those with attempts left that were not taken or not passed. */
const dueEvaluations = `
  select unit.enrolment_id as "enrolmentId", unit.unit_key as unit, unit.kind, unit.title, course_version.title as course,
    draw as questions, evaluation.minutes, ends_at as "dueAt", time_zone as "timeZone", open as "openAttempt", position
  from unit
  join course_version on course_version.id = unit.version_id
  join evaluation on evaluation.version_id = unit.version_id and evaluation.unit_key = unit.unit_key
  left join result on result.enrolment_id = unit.enrolment_id
  where result.grade is null and (open or (
    taken < attempts and (taken = 0 or unit.grade < (manifest->'passGrade')::integer)))`;

/** Tasks that can still be handed in: a draft counts as begun. */
const dueTasks = `
  select enrolment.enrolment_id, enrolment.unit_key, enrolment.kind, enrolment.title, course_version.title, null::integer,
    null::integer, ${dueAt} as due_at, time_zone, state is not null, position
  from (select unit.*, unit.enrolment_id as id from unit where kind = 'task') enrolment
  join (select distinct edition_id as id from unit) edition on edition.id = enrolment.edition_id
  join course_version on course_version.id = enrolment.version_id
  join task on task.version_id = enrolment.version_id and task.unit_key = enrolment.unit_key
  left join task_setting setting on setting.edition_id = enrolment.edition_id and setting.unit_key = enrolment.unit_key
  where grade is null and (state is null or state in ('draft', 'returned')) and (state = 'returned' or ${cutoffAt} > $2)`;

const due = `
  select * from (${dueEvaluations} union all ${dueTasks}) due order by "dueAt", "enrolmentId", position limit 20`;

const Certificate = z.object({ id: z.string(), title: z.string(), folio: z.string(), issuedAt: at });
const certificates = `
  select credential.id, coalesce(course_version.title, programme_version.title) as title, folio, issued_at as "issuedAt"
  from credential
  join enrolment on enrolment.id = enrolment_id
  join edition on edition.id = edition_id
  left join course_version on course_version.id = course_version_id
  left join programme_version on programme_version.id = programme_version_id
  where credential.person_id = $1 and annulled_at is null`;

/** What a person (`$1`) may do now (`$2`), what is due, and what they have earned, in one row. */
export const findAgenda = statement(
  'find-home-agenda',
  z.object({ resume: Resume.nullable(), due: z.array(Due), certificates: z.array(Certificate) }),
  `with unit as materialized (${running}), next as (${next})
   select (select row_to_json(resume) from (${resume}) resume) as resume,
     (select coalesce(json_agg(due order by "dueAt", "enrolmentId", position), '[]') from (${due}) due) as due,
     (select coalesce(json_agg(certificate order by "issuedAt" desc, id), '[]') from (${certificates}) certificate)
       as certificates`,
);
export type Agenda = z.infer<typeof findAgenda.rows>[number];
