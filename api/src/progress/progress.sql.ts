import { z } from 'zod';
import { statement } from '../platform/database.ts';

const at = z.coerce.date();

/** The units that a person may speak of: those of their own enrolments among `$2`. */
export const findUnits = statement<[string, string[]], { enrolmentId: string; unit: string | null }>(
  'find-units',
  z.object({ enrolmentId: z.string(), unit: z.string().nullable() }),
  `select enrolment.id as "enrolmentId", unit_key as unit
   from enrolment join edition on edition.id = edition_id
   left join version_unit on version_id = course_version_id
   where person_id = $1 and enrolment.id = any($2)`,
);

/**
 * Keeps events that are new and brings their projections forward, all in one statement: `$1` person, `$2` now, `$3` the
 * events as JSON. Within a batch the device's order counts (its ids grow); between batches, the order of receipt.
 * Answers the enrolments in which something was read for the first time.
 */
export const applyEvents = `
  with given as (
    select * from jsonb_to_recordset($3::jsonb)
      as event(id uuid, "enrolmentId" uuid, unit text, kind text, at timestamptz, detail jsonb)
    order by "enrolmentId", unit, id
  ), fresh as (
    insert into learning_event (person_id, event_id, enrolment_id, unit_key, kind, occurred_at, received_at, detail)
    select $1, id, "enrolmentId", unit, kind, at, $2, detail from given
    on conflict do nothing
    returning event_id, enrolment_id, unit_key, kind, detail
  ), change as (
    select enrolment_id, unit_key,
      coalesce(sum((detail->>'seconds')::integer), 0) as seconds,
      (array_agg(kind order by event_id desc) filter (where kind in ('read', 'unread')))[1] as mark,
      (array_agg(detail order by event_id desc) filter (where kind = 'position'))[1] as position
    from fresh group by enrolment_id, unit_key
  ), projected as (
    insert into unit_progress as progress
      (enrolment_id, unit_key, opened_at, done_at, changed_at, seconds, anchor, permille, positioned_at)
    select enrolment_id, unit_key, $2, case mark when 'read' then $2::timestamptz end, $2, seconds,
      position->>'anchor', coalesce((position->>'permille')::integer, 0), $2
    from change order by enrolment_id, unit_key
    on conflict (enrolment_id, unit_key) do update set
      done_at = (select case mark when 'read' then coalesce(progress.done_at, $2) when 'unread' then null else progress.done_at end
                 from change where change.enrolment_id = progress.enrolment_id and change.unit_key = progress.unit_key),
      changed_at = $2,
      seconds = progress.seconds + excluded.seconds,
      (anchor, permille, positioned_at) = (
        select case when position is null then progress.anchor else excluded.anchor end,
          case when position is null then progress.permille else excluded.permille end,
          case when position is null then progress.positioned_at else $2 end
        from change where change.enrolment_id = progress.enrolment_id and change.unit_key = progress.unit_key)
  ), touched as (
    update enrolment set last_at = $2, last_unit = latest.unit_key
    from (select distinct on (enrolment_id) enrolment_id, unit_key from fresh order by enrolment_id, event_id desc) latest
    where enrolment.id = latest.enrolment_id
  )
  select distinct enrolment_id as "enrolmentId" from fresh where kind = 'read'`;

const Unit = z.object({
  key: z.string(),
  kind: z.enum(['lesson', 'evaluation', 'task']),
  title: z.string(),
  minutes: z.int(),
  weight: z.int().nullable(),
  moduleKey: z.string().nullable(),
  state: z.enum(['new', 'started', 'done']),
  grade: z.int().nullable(),
});
export type UnitRow = z.infer<typeof Unit>;

/** Every unit of an enrolment's version in order, with its state; a piece of the statements below. */
const units = `
  (select json_agg(json_build_object(
     'key', unit.unit_key, 'kind', unit.kind, 'title', unit.title, 'minutes', unit.minutes, 'weight', unit.weight,
     'moduleKey', unit.module_key, 'grade', unit_grade.grade,
     'state', case
       when done_at is not null or unit_grade.grade is not null or handed.state in ('submitted', 'published') then 'done'
       when opened_at is not null or handed.state is not null or exists (
         select from attempt where attempt.enrolment_id = enrolment.id and attempt.unit_key = unit.unit_key) then 'started'
       else 'new' end) order by unit.position)
   from version_unit unit
   left join unit_progress on unit_progress.enrolment_id = enrolment.id and unit_progress.unit_key = unit.unit_key
   left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
   left join lateral (
     select state from submission
     where unit.kind = 'task' and submission.kind = 'task' and submission.unit_key = unit.unit_key and (
       (group_id is null and submission.enrolment_id = enrolment.id) or group_id = (
         select member.group_id from work_group_member member
         where member.enrolment_id = enrolment.id and member.unit_key = unit.unit_key))
     limit 1
   ) handed on true
   where unit.version_id = course_version.id)`;

const modules = `
  (select jsonb_agg(jsonb_build_object('key', module->'key', 'title', module->'title') order by position)
   from jsonb_array_elements(manifest->'modules') with ordinality as modules(module, position))`;

const Module = z.object({ key: z.string(), title: z.string() });

export const findRoom = statement(
  'find-room',
  z.object({
    enrolmentId: z.string(),
    slug: z.string(),
    title: z.string(),
    passGrade: z.int(),
    minutes: z.int(),
    editionId: z.string(),
    editionName: z.string(),
    startsAt: at,
    endsAt: at,
    timeZone: z.string(),
    lastUnit: z.string().nullable(),
    modules: z.array(Module),
    units: z.array(Unit),
    grade: z.int().nullable(),
    completedAt: at.nullable(),
    certificateId: z.string().nullable(),
  }),
  `select enrolment.id as "enrolmentId", slug, title, (manifest->'passGrade')::integer as "passGrade", minutes,
     edition.id as "editionId", edition.name as "editionName", starts_at as "startsAt", ends_at as "endsAt",
     time_zone as "timeZone", last_unit as "lastUnit", ${modules} as modules, ${units} as units,
     result.grade, completed_at as "completedAt", credential.id as "certificateId"
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   left join result on result.enrolment_id = enrolment.id
   left join credential on credential.enrolment_id = enrolment.id
   where enrolment.id = $1 and enrolment.person_id = $2`,
);

const Note = z.object({ id: z.string(), body: z.string(), changedAt: at });

export const findLesson = statement(
  'find-lesson',
  z.object({
    enrolmentId: z.string(),
    slug: z.string(),
    title: z.string(),
    startsAt: at,
    endsAt: at,
    modules: z.array(Module),
    units: z.array(Unit),
    entry: z
      .object({
        key: z.string(),
        title: z.string(),
        aim: z.string(),
        minutes: z.int(),
        reviewedOn: z.string(),
        sha: z.string(),
        toc: z.array(z.object({ id: z.string(), title: z.string() })),
        terms: z.array(z.object({ id: z.string(), term: z.string(), definition: z.string() })),
      })
      .nullable(),
    read: z.boolean(),
    anchor: z.string().nullable(),
    permille: z.int(),
    notes: z.array(Note),
    notices: z.array(z.string()),
  }),
  `select enrolment.id as "enrolmentId", slug, title, starts_at as "startsAt", ends_at as "endsAt",
     ${modules} as modules, ${units} as units,
     jsonb_path_query_first(manifest, '$.modules[*].units[*] ? (@.key == $key && @.kind == "lesson")',
       jsonb_build_object('key', $3::text)) as entry,
     manifest->'notices' as notices, progress.done_at is not null as read, progress.anchor, coalesce(progress.permille, 0) as permille,
     coalesce((select json_agg(json_build_object('id', id, 'body', body, 'changedAt', changed_at) order by id)
               from personal_note where personal_note.enrolment_id = enrolment.id and unit_key = $3), '[]') as notes
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   left join unit_progress progress on progress.enrolment_id = enrolment.id and progress.unit_key = $3
   where enrolment.id = $1 and enrolment.person_id = $2`,
);
