import { z } from 'zod';
import { governed } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

const Person = z.object({ enrolmentId: z.string(), name: z.string(), region: z.string().nullable() });

/** The region of whoever is enrolled; joins `enrolment`. */
const whose = `
  join person on person.id = person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;
const person = `json_build_object('enrolmentId', enrolment.id, 'name', given_names || ' ' || family_names,
  'region', region.short_name)`;
const byName = `family_names, given_names collate "es-CL-x-icu", enrolment.id`;

const inNone = (unit: string) => `not exists (
  select from work_group_member where work_group_member.enrolment_id = enrolment.id and unit_key = ${unit})`;

/** The task `$6` of the edition `$5` where the scope governs it, and who is in none of its groups. */
export const findGroupTask = statement(
  'find-group-task',
  z.object({
    ...{ id: z.string(), course: z.string(), name: z.string(), timeZone: z.string(), startsAt: z.date() },
    ...{ endsAt: z.date(), key: z.string(), title: z.string(), mode: z.enum(['individual', 'group']), free: z.int() },
    freePeople: z.array(Person),
  }),
  `select edition.id, course_version.title as course, edition.name, time_zone as "timeZone", starts_at as "startsAt",
     ends_at as "endsAt", unit.unit_key as key, unit.title, mode,
     (select count(*)::integer from enrolment where edition_id = edition.id and ${inNone('task.unit_key')}) as free,
     (select coalesce(json_agg(one order by n), '[]') from (
        select ${person} as one, row_number() over (order by ${byName}) as n
        from enrolment ${whose} where edition_id = edition.id and ${inNone('task.unit_key')}
        order by ${byName} limit 100) free) as "freePeople"
   from edition
   join course_version on course_version.id = course_version_id
   join task on task.version_id = course_version.id and task.unit_key = $6
   join version_unit unit on unit.version_id = task.version_id and unit.unit_key = task.unit_key
   where edition.id = $5 and ${governed}`,
);

/** The groups of a task, by name: `$1` edition, `$2` unit, `$3` and `$4` after which, `$5` how many. */
export const findGroups = statement(
  'find-work-groups',
  z.object({
    ...{ id: z.string(), name: z.string(), people: z.array(Person) },
    state: z.enum(['none', 'draft', 'submitted', 'returned', 'published']),
  }),
  `select work_group.id, work_group.name, coalesce(submission.state, 'none') as state,
     (select coalesce(json_agg(${person} order by ${byName}), '[]')
      from work_group_member member join enrolment on enrolment.id = member.enrolment_id ${whose}
      where member.group_id = work_group.id) as people
   from work_group left join submission on submission.group_id = work_group.id
   where work_group.edition_id = $1 and work_group.unit_key = $2
     and ($3::text is null or (length(work_group.name), work_group.name, work_group.id)
       > (length($3), $3 collate "es-CL-x-icu", $4::uuid))
   order by length(work_group.name), work_group.name, work_group.id limit $5`,
);

/** The group `$5`, where the scope governs its edition. */
export const findGroup = statement(
  'find-work-group',
  z.object({ id: z.string(), editionId: z.string(), unit: z.string(), name: z.string() }),
  `select work_group.id, edition.id as "editionId", unit_key as unit, work_group.name
   from work_group join edition on edition.id = edition_id
   where work_group.id = $5 and ${governed}`,
);

/** Everyone of an edition (`$1`) who is in no group for a task (`$2`), from north to south and by name. */
export const findFree = statement(
  'find-people-without-group',
  z.object({ enrolmentId: z.string(), region: z.string().nullable() }),
  `select enrolment.id as "enrolmentId", region.short_name as region
   from enrolment ${whose}
   where edition_id = $1 and ${inNone('$2')}
   order by region.position nulls last, ${byName}`,
);

export const findGroupNames = statement(
  'find-work-group-names',
  z.object({ name: z.string() }),
  'select name from work_group where edition_id = $1 and unit_key = $2',
);

/** Of this group (`$1`) and those where these people (`$3`) are now, for the task `$2`: which have handed in. */
export const findHandedIn = statement(
  'find-groups-handed-in',
  z.object({ id: z.string() }),
  `select submission.group_id as id from submission
   where version > 0 and (group_id = $1 or group_id in (
     select group_id from work_group_member where enrolment_id = any($3::uuid[]) and unit_key = $2))`,
);

/** Who changes groups waits for whoever hands in, and those who hand in wait for who changes groups, not for each other. */
export const lockGroups = `select pg_advisory_xact_lock(hashtextextended('groups ' || $1 || ' ' || $2, 0))`;
export const holdGroups = `select pg_advisory_xact_lock_shared(hashtextextended('groups ' || $1 || ' ' || $2, 0))`;

/** Only people of the edition (`$3`); whoever was in another group leaves it. */
export const addToGroup = `
  insert into work_group_member (group_id, unit_key, enrolment_id)
  select $1, $2, id from enrolment where edition_id = $3 and id = any($4::uuid[])
  on conflict (enrolment_id, unit_key) do update set group_id = excluded.group_id`;
export const takeFromGroup = 'delete from work_group_member where group_id = $1 and enrolment_id = any($2::uuid[])';

/** All at once: `$1` ids, `$2` names, of `$3` edition and `$4` unit; then `$1` groups of `$2` people. */
export const insertGroups = `
  insert into work_group (id, edition_id, unit_key, name)
  select id, $3, $4, name from unnest($1::uuid[], $2::text[]) fresh(id, name)`;
export const insertMembers = `
  insert into work_group_member (group_id, unit_key, enrolment_id)
  select group_id, $3, enrolment_id from unnest($1::uuid[], $2::uuid[]) fresh(group_id, enrolment_id)`;
