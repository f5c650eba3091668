import { z } from 'zod';
import { followed, governed, type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { commonDueAt, cutoffBy, dueAt, late, ownedBy, penaltyPerDay } from './due.policy.ts';

const at = z.coerce.date();
const Late = z.enum(['refuse', 'until', 'penalty']);
const Rules = z.object({ opensAt: at, dueAt: at, cutoffAt: at, late: Late, penalty: z.int() });

/** The rules of everyone; joins `edition`, `task` and `setting`. */
const rules = `json_build_object('opensAt', coalesce(setting.opens_at, starts_at), 'dueAt', ${commonDueAt},
  'cutoffAt', ${cutoffBy(commonDueAt)}, 'late', ${late}, 'penalty', ${penaltyPerDay})`;
/** Those of the version alone. */
const versionRules = `(select ${rules} from (select null::timestamptz as opens_at, null::timestamptz as due_at,
  null::timestamptz as cutoff_at, null::text as late, null::integer as penalty) setting)`;

const settingJoin = `left join task_setting setting
  on setting.edition_id = edition.id and setting.unit_key = task.unit_key`;

/** How a task stands among those whom the scope reaches; joins `edition` and `task`. */
const standing = `
  cross join lateral (
    select count(*)::integer as people,
      (count(*) filter (where state in ('draft', 'returned')))::integer as drafts,
      (count(*) filter (where state = 'submitted'))::integer as "handedIn",
      (count(*) filter (where state = 'published'))::integer as published
    from enrolment
    join person on person.id = person_id
    left join institution on institution.id = person.institution_id
    left join region on region.cut = institution.region_cut
    left join submission on ${ownedBy('task.unit_key')}
    where enrolment.edition_id = edition.id and ${reached}
  ) standing`;
const counts = `
  (select count(*)::integer from extension where extension.edition_id = edition.id
     and extension.unit_key = task.unit_key and withdrawn_at is null) as extensions,
  (select count(*)::integer from work_group where work_group.edition_id = edition.id
     and work_group.unit_key = task.unit_key) as groups`;
const Standing = {
  ...{ people: z.int(), drafts: z.int(), handedIn: z.int(), published: z.int(), extensions: z.int(), groups: z.int() },
};

const About = {
  ...{
    id: z.string(),
    course: z.string(),
    name: z.string(),
    timeZone: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
  },
};
const about = `edition.id, course_version.title as course, edition.name, time_zone as "timeZone",
  starts_at as "startsAt", ends_at as "endsAt"`;
const Named = { key: z.string(), title: z.string(), weight: z.int(), mode: z.enum(['individual', 'group']) };

const Item = z.object({ ...Named, ...Standing, holds: Rules, changed: z.boolean() });
const List = z.object({ ...About, items: z.array(Item) });

export const findStaffTasks = statement<[...Reach, string], z.infer<typeof List>>(
  'find-staff-tasks',
  List,
  `select ${about}, coalesce(
     (select json_agg(item order by position) from (
        select unit.position, unit.unit_key as key, unit.title, weight, mode, standing.*, ${counts}, ${rules} as holds,
          setting.edition_id is not null as changed
        from task
        join version_unit unit on unit.version_id = task.version_id and unit.unit_key = task.unit_key
        ${settingJoin}
        ${standing}
        where task.version_id = course_version.id) item), '[]') as items
   from edition join course_version on course_version.id = course_version_id
   where edition.id = $5 and ${followed}`,
);

/** `$5` the edition, `$6` the task. */
export const findStaffTask = statement(
  'find-staff-task',
  z.object({
    ...{ ...About, ...Named, ...Standing, version: Rules, holds: Rules, governs: z.boolean() },
    setting: z.object({
      ...{ opensAt: at.nullable(), dueAt: at.nullable(), cutoffAt: at.nullable(), late: Late.nullable() },
      ...{ penalty: z.int().nullable(), changedAt: at.nullable(), changedBy: z.string().nullable() },
    }),
  }),
  `select ${about}, unit.unit_key as key, unit.title, weight, mode, standing.*, ${counts}, ${governed} as governs,
     ${versionRules} as version, ${rules} as holds,
     json_build_object('opensAt', setting.opens_at, 'dueAt', setting.due_at, 'cutoffAt', setting.cutoff_at,
       'late', setting.late, 'penalty', setting.penalty, 'changedAt', changed_at, 'changedBy',
       (select given_names || ' ' || family_names from person where person.id = changed_by)) as setting
   from edition
   join course_version on course_version.id = course_version_id
   join task on task.version_id = course_version.id and task.unit_key = $6
   join version_unit unit on unit.version_id = task.version_id and unit.unit_key = task.unit_key
   ${settingJoin}
   ${standing}
   where edition.id = $5 and ${followed}`,
);

/** Those who have not handed in and were not told since the rules of their task changed, a hundred at most. */
export const findUntold = statement(
  'find-untold-of-task',
  z.object({ personId: z.string(), enrolmentId: z.string(), title: z.string(), dueAt: z.date(), timeZone: z.string() }),
  `select person_id as "personId", enrolment.id as "enrolmentId", unit.title, ${dueAt} as "dueAt", time_zone as "timeZone"
   from edition
   join task on task.version_id = course_version_id and task.unit_key = $2
   join version_unit unit on unit.version_id = task.version_id and unit.unit_key = task.unit_key
   join task_setting setting on setting.edition_id = edition.id and setting.unit_key = task.unit_key
   join enrolment on enrolment.edition_id = edition.id
   left join submission on ${ownedBy('task.unit_key')}
   where edition.id = $1 and coalesce(state, 'draft') = 'draft' and not exists (
     select from notice where notice.person_id = enrolment.person_id and kind = 'task.due'
       and path = '/estudio/' || enrolment.id || '/tareas/' || $2 and notice.created_at >= setting.changed_at)
   order by enrolment.id limit 100`,
);

/** One at a time changes the rules of a task, or tells of them. */
export const lockTask = `select pg_advisory_xact_lock(hashtextextended('task ' || $1 || ' ' || $2, 0))`;
