import { z } from 'zod';
import { type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { Asked, asked } from './asked.sql.ts';
import { layers, settingJoin } from './rules.policy.ts';
import { Layers } from './rules.schema.ts';

const date = z.date().nullable();
const attempt = {
  ...{ id: z.string(), n: z.int(), enrolmentId: z.string(), givenNames: z.string(), familyNames: z.string() },
  ...{ region: z.string().nullable(), startedAt: z.date(), deadlineAt: date, submittedAt: date },
  ...{ endedBy: z.enum(['learner', 'deadline', 'staff']).nullable(), pending: z.int(), points: z.int().nullable() },
  ...{ maxPoints: z.int(), grade: z.int().nullable(), annulledAt: date, reopened: z.int(), answered: z.int() },
  questions: z.int(),
};
const columns = `attempt.id, attempt.n, enrolment.id as "enrolmentId", given_names as "givenNames", family_names as "familyNames",
  region.short_name as region, started_at as "startedAt", deadline_at as "deadlineAt", submitted_at as "submittedAt",
  ended_by as "endedBy", pending, points, max_points as "maxPoints", grade, annulled_at as "annulledAt", reopened,
  (select count(*)::integer from attempt_question where attempt_id = attempt.id and response is not null) as answered,
  (select count(*)::integer from attempt_question where attempt_id = attempt.id) as questions`;
const reachedAttempts = `
  attempt
  join enrolment on enrolment.id = attempt.enrolment_id
  join edition on edition.id = enrolment.edition_id
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;

/**
 * The latest first. `$5` the edition, `$6` the evaluation, `$7` a state or null, `$8` a
 * region or null, `$9` part of a name or null, `$10` after which.
 */
export const findStaffAttempts = statement<
  [...Reach, string, string, string | null, string | null, string | null, string | null, number],
  z.infer<z.ZodObject<typeof attempt>>
>(
  'find-staff-attempts',
  z.object(attempt),
  `select ${columns}
   from ${reachedAttempts}
   where edition.id = $5 and attempt.unit_key = $6 and ${reached}
     and case $7::text when 'open' then submitted_at is null when 'ended' then submitted_at is not null
       when 'pending' then pending > 0 and annulled_at is null when 'annulled' then annulled_at is not null else true end
     and ($8::text is null or region.cut = $8)
     and ($9::text is null or strpos(es_fold(given_names || ' ' || family_names), es_fold($9)) > 0)
     and ($10::uuid is null or attempt.id < $10)
   order by attempt.id desc limit $11`,
);

const at = z.coerce.date();
const Entry = z.object({
  ...{ at, kind: z.string(), actor: z.string().nullable(), device: z.string().nullable() },
  detail: z.looseObject({}).nullable(),
});

/** `$5` an attempt, with all that happened to it: its log, and the last save of each question. */
export const findStaffAttempt = statement(
  'find-staff-attempt',
  z.object({
    ...{ ...attempt, unit: z.string(), unitTitle: z.string(), annulledWhy: z.string().nullable() },
    ...{ editionId: z.string(), course: z.string(), editionName: z.string(), timeZone: z.string() },
    ...{ startsAt: z.date(), endsAt: z.date(), log: z.array(Entry), asked: z.array(Asked) },
  }),
  `select ${columns}, attempt.unit_key as unit, unit.title as "unitTitle", annulled_why as "annulledWhy",
     edition.id as "editionId", course_version.title as course, edition.name as "editionName", edition.time_zone as "timeZone",
     starts_at as "startsAt", ends_at as "endsAt",
     (select coalesce(json_agg(entry order by entry.at, entry.kind), '[]') from (
        select at, kind, actor.given_names || ' ' || actor.family_names as actor, device, detail
        from attempt_log left join person actor on actor.id = actor_id where attempt_id = attempt.id
        union all
        select saved_at, 'saved', null, null, jsonb_build_object('position', position, 'seconds', seconds)
        from attempt_question where attempt_id = attempt.id and saved_at is not null) entry) as log, ${asked} as asked
   from ${reachedAttempts}
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = attempt.unit_key
   where attempt.id = $5 and ${reached}`,
);

/** Locks an attempt within reach, for whoever opens it again, gives it time or annuls it. */
export const lockReached = statement(
  'lock-reached-attempt',
  z.object({
    ...{
      id: z.string(),
      personId: z.string(),
      enrolmentId: z.string(),
      unit: z.string(),
      title: z.string(),
      n: z.int(),
    },
    ...{
      deadlineAt: date,
      submittedAt: date,
      annulledAt: date,
      maxPoints: z.int(),
      layers: Layers,
      timeZone: z.string(),
    },
  }),
  `select attempt.id, person_id as "personId", enrolment.id as "enrolmentId", attempt.unit_key as unit, unit.title, attempt.n,
     deadline_at as "deadlineAt", submitted_at as "submittedAt", annulled_at as "annulledAt", max_points as "maxPoints",
     ${layers} as layers, edition.time_zone as "timeZone"
   from ${reachedAttempts}
   join evaluation on evaluation.version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   ${settingJoin}
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = attempt.unit_key
   where attempt.id = $5 and ${reached}
   for update of attempt`,
);

export const reopenAttempt = `
  with cleared as (update attempt_question set points = null where attempt_id = $1)
  update attempt set submitted_at = null, ended_by = null, points = null, grade = null, scale = null, pending = 0,
    annulled_at = null, annulled_why = null, annulled_by = null, reopened = reopened + 1, deadline_at = $2
  where id = $1`;

export const addTime = 'update attempt set deadline_at = deadline_at + make_interval(mins => $2) where id = $1';

export const annulAttempt = 'update attempt set annulled_at = $2, annulled_why = $3, annulled_by = $4 where id = $1';

/** One entry of an attempt's log; `$6` the session that tells the device, if any. */
export const writeLog = `
  insert into attempt_log (attempt_id, id, at, kind, actor_id, device, detail)
  values ($1, $2, $3, $4, $5, (select left(user_agent, 300) from session where id = $6), $7)`;

/** Whoever changes the rules of an evaluation waits for those who are starting it, and holds back those who come. */
export const changeRules = `select pg_advisory_xact_lock(hashtextextended('rules ' || $1 || ' ' || $2, 0))`;

/** The attempts at an evaluation that are open, of one enrolment (`$3`), of a cohort (`$4`) or of all. */
export const findOpen = statement(
  'find-open-attempts',
  z.object({ id: z.string(), startedAt: z.date(), deadlineAt: z.date(), layers: Layers }),
  `select attempt.id, started_at as "startedAt", deadline_at as "deadlineAt", ${layers} as layers
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = enrolment.edition_id
   join evaluation on evaluation.version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   ${settingJoin}
   where edition.id = $1 and attempt.unit_key = $2 and submitted_at is null and deadline_at is not null
     and ($3::uuid is null or enrolment.id = $3) and ($4::uuid is null or enrolment.cohort_id = $4)`,
);

/** Moves deadlines later, never earlier; an attempt that has ended meanwhile stays ended. */
export const moveDeadlines = `
  update attempt set deadline_at = moved.at
  from unnest($1::uuid[], $2::timestamptz[]) moved(id, at)
  where attempt.id = moved.id and submitted_at is null and deadline_at < moved.at
  returning attempt.id`;
