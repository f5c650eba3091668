import { z } from 'zod';
import { followed, type Reach, reached, wholly } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

/** Submissions with whose they are and the rules by which they are marked: a piece of the statements of this slice. */
export const submitted = `
  submission
  join edition on edition.id = submission.edition_id
  join enrolment on enrolment.id = submission.enrolment_id
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut
  left join task on task.version_id = edition.course_version_id and task.unit_key = submission.unit_key
  left join marking_rule rule on rule.edition_id = submission.edition_id and rule.unit_key = submission.unit_key
  left join attempt_question asked on asked.attempt_id = submission.attempt_id and asked.position = submission.position
  left join question_version on question_version.id = asked.question_version_id`;

export const anonymous = `coalesce(rule.anonymous, task.anonymous, false)`;
export const doubleThreshold = `
  case when rule.edition_id is null then task.double_threshold else rule.double_threshold end`;
export const returnDays = `coalesce(rule.return_days, 7)`;
/** Whether the person must not be told from others yet. */
export const hidden = `(${anonymous} and submission.state <> 'published')`;
export const nameOf = (person: string) => `${person}.given_names || ' ' || ${person}.family_names`;
/** Whose work it is: the people of its group, else its learner. */
export const authors = `
  case when submission.group_id is null then array[person.id] else array(
    select their.person_id from work_group_member member join enrolment their on their.id = member.enrolment_id
    where member.group_id = submission.group_id) end`;
/** What stands for the person while the name is hidden. */
export const code = `upper(right(submission.id::text, 4))`;

const givenOf = `
  from mark where mark.submission_id = submission.id and mark.version = submission.version and mark.state = 'given'`;
/** Where a submission stands for whoever is `me`, a parameter of the statement. */
export const stateFor = (me: string) => `
  case when submission.state <> 'submitted' then submission.state
    when (select count(*) ${givenOf} and place < 3) = 2 then
      case when exists (select ${givenOf} and marker_id = ${me}::uuid) then 'given' else 'disputed' end
    when exists (select ${givenOf} and marker_id = ${me}::uuid) then 'given'
    else 'pending' end`;

const piled = `
  count(*)::integer as all, count(*) filter (where state = 'submitted')::integer as pending,
  min(submitted_at) filter (where state = 'submitted') as oldest`;
/** What was handed in within reach. Whose it is matters, and is looked up, only where an edition is not reached as a whole. */
const piece = `
  state <> 'draft' and (${wholly} or submission.enrolment_id in (
    select enrolment.id
    from edition
    join enrolment on enrolment.edition_id = edition.id
    join person on person.id = enrolment.person_id
    join institution on institution.id = person.institution_id
    join region on region.cut = institution.region_cut
    where ${reached}))`;

/** Everything to mark within reach, by task or question; what waits longest first. */
export const findWorks = statement<
  Reach,
  {
    editionId: string;
    edition: string;
    course: string;
    unit: string;
    title: string;
    question: string | null;
    prompt: string | null;
    kind: 'task' | 'answer';
    pending: number;
    all: number;
    oldestAt: Date | null;
    timeZone: string;
  }
>(
  'find-marking-works',
  z.object({
    ...{ editionId: z.string(), edition: z.string(), course: z.string(), unit: z.string(), title: z.string() },
    ...{ question: z.string().nullable(), prompt: z.string().nullable(), kind: z.enum(['task', 'answer']) },
    ...{ pending: z.int(), all: z.int(), oldestAt: z.date().nullable(), timeZone: z.string() },
  }),
  `with work as materialized (
     select submission.edition_id, unit_key, null::uuid as question_id, submission.kind, ${piled}
     from submission join edition on edition.id = submission.edition_id
     where submission.kind = 'task' and ${piece}
     group by 1, 2, 3, 4
     union all
     select submission.edition_id, submission.unit_key, question_id, submission.kind, ${piled}
     from submission
     join edition on edition.id = submission.edition_id
     join attempt_question asked on asked.attempt_id = submission.attempt_id and asked.position = submission.position
     join question_version on question_version.id = asked.question_version_id
     where submission.kind = 'answer' and ${piece}
     group by 1, 2, 3, 4
   )
   select edition.id as "editionId", edition.name as edition, course_version.title as course, work.unit_key as unit,
     unit.title, work.question_id as question, work.kind, pending, work.all, oldest as "oldestAt",
     time_zone as "timeZone",
     (select body->>'prompt' from question_version where question_id = work.question_id order by n desc limit 1) as prompt
   from work
   join edition on edition.id = work.edition_id
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = work.unit_key
   order by oldest nulls last, edition.id, work.unit_key, work.question_id`,
);

const Named = z.array(z.object({ id: z.string(), name: z.string() }));
const count = z.int();

/** A task or evaluation `$6` of the edition `$5`, for `$7`: its rules, and how much of it there is; `$8` one question of it. */
export const findWork = statement(
  'find-marking-work',
  z.object({
    ...{ editionId: z.string(), parentId: z.string().nullable(), edition: z.string(), course: z.string() },
    ...{ unit: z.string(), title: z.string(), moduleNumber: z.int().nullable(), kind: z.enum(['task', 'answer']) },
    ...{ timeZone: z.string(), anonymous: z.boolean(), doubleThreshold: z.int().nullable(), returnDays: z.int() },
    counts: z.object({
      ...{ pending: count, given: count, disputed: count, returned: count, published: count, all: count },
    }),
    ...{ regions: Named, cohorts: Named, questions: z.array(z.object({ id: z.string(), prompt: z.string() })) },
  }),
  `with own as materialized (
     select submission.id, ${stateFor('$7')} as state, region.cut, region.short_name, region.position,
       enrolment.cohort_id, question_id
     from ${submitted}
     where submission.edition_id = $5 and submission.unit_key = $6 and submission.state <> 'draft' and ${reached}
   ), asked as (select * from own where $8::uuid is null or question_id = $8)
   select edition.id as "editionId", edition.parent_id as "parentId", edition.name as edition,
     course_version.title as course, unit.unit_key as unit, unit.title,
     case when unit.module_key is not null then
       (select count(distinct module_key)::integer from version_unit before
        where before.version_id = unit.version_id and before.position <= unit.position) end as "moduleNumber",
     case unit.kind when 'task' then 'task' else 'answer' end as kind, time_zone as "timeZone",
     ${anonymous} as anonymous, ${doubleThreshold} as "doubleThreshold", ${returnDays} as "returnDays",
     (select json_build_object(
        'pending', count(*) filter (where state in ('pending', 'disputed')),
        'given', count(*) filter (where state = 'given'),
        'disputed', count(*) filter (where state = 'disputed'),
        'returned', count(*) filter (where state = 'returned'),
        'published', count(*) filter (where state = 'published'), 'all', count(*)) from asked) as counts,
     (select coalesce(json_agg(json_build_object('id', cut, 'name', short_name) order by position), '[]')
      from (select distinct cut, short_name, position from asked where cut is not null) region) as regions,
     (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
      from cohort where edition_id = edition.id) as cohorts,
     (select coalesce(json_agg(json_build_object('id', question_id, 'prompt', prompt) order by question_id), '[]')
      from (select distinct on (own.question_id) own.question_id, body->>'prompt' as prompt
            from own join question_version version on version.question_id = own.question_id
            order by own.question_id, version.n desc) question) as questions
   from edition
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = $6 and unit.kind <> 'lesson'
   left join task on task.version_id = unit.version_id and task.unit_key = unit.unit_key
   left join marking_rule rule on rule.edition_id = edition.id and rule.unit_key = unit.unit_key
   where edition.id = $5 and ${followed}`,
);

const Line = z.object({
  ...{ id: z.string(), state: z.enum(['pending', 'given', 'disputed', 'returned', 'published']) },
  ...{ learner: z.string().nullable(), code: z.string(), region: z.string().nullable(), group: z.string().nullable() },
  ...{ version: z.int(), submittedAt: z.date(), lateMinutes: z.int(), dueAt: z.date() },
  claim: z.object({ by: z.string(), mine: z.boolean(), until: z.coerce.date() }).nullable(),
  ...{ started: z.boolean(), allocated: z.array(z.string()), mine: z.boolean() },
});
export type QueueRow = z.infer<typeof Line>;

/** Claims that count now, as one object; double marking tells nobody of the other. */
export const claimNow = (me: string, now: string) => `
  (select json_build_object('by', ${nameOf('holder')}, 'mine', claim.marker_id = ${me}::uuid, 'until', claim.until)
   from claim join person holder on holder.id = claim.marker_id
   where claim.submission_id = submission.id and claim.until > ${now}
     and (claim.marker_id = ${me}::uuid or (${doubleThreshold}) is null)
   order by claim.marker_id <> ${me}::uuid, place limit 1)`;

/**
 * The oldest first. `$5` edition, `$6` unit, `$7` who asks, `$8` a question or null, `$9` states in the database, `$10` the
 * states wanted, `$11` a region, `$12` a cohort, `$13` whose allocation (`mine`, `none`), `$14` now, `$15` and `$16` after
 * which, `$17` how many. What would tell whose work it is does not filter what is anonymous.
 */
export const findQueue = statement<
  [
    ...Reach,
    ...[string, string, string, string | null, string[], string[], string | null, string | null],
    ...[string | null, Date, string | null, string | null, number],
  ],
  QueueRow
>(
  'find-marking-queue',
  Line,
  `with page as materialized (
     select submission.id, ${stateFor('$7')} as state, submission.submitted_at
     from ${submitted}
     where submission.edition_id = $5 and submission.unit_key = $6 and submission.state = any($9::text[]) and ${reached}
       and ($8::uuid is null or question_id = $8)
       and ($11::text is null or (region.cut = $11 and not ${hidden}))
       and ($12::uuid is null or (enrolment.cohort_id = $12 and not ${hidden}))
       and case $13::text
         when 'mine' then exists (select from allocation where submission_id = submission.id and marker_id = $7::uuid)
         when 'none' then not exists (select from allocation where submission_id = submission.id)
         else true end
       and ($15::timestamptz is null or (submission.submitted_at, submission.id) > ($15, $16::uuid))
       and ${stateFor('$7')} = any($10::text[])
     order by submission.submitted_at, submission.id
     limit $17
   )
   select submission.id, page.state, case when not ${hidden} then ${nameOf('person')} end as learner, ${code} as code,
     case when not ${hidden} then region.short_name end as region,
     case when not ${hidden} then work_group.name end as "group",
     submission.version, submission.submitted_at as "submittedAt", submission.late_minutes as "lateMinutes",
     submission.submitted_at + make_interval(days => ${returnDays}) as "dueAt",
     ${claimNow('$7', '$14')} as claim,
     exists (select from mark where mark.submission_id = submission.id and mark.version = submission.version
       and mark.state = 'draft' and (marker_id = $7::uuid or (${doubleThreshold}) is null)) as started,
     (select coalesce(json_agg(${nameOf('marker')} order by marker.id), '[]')
      from allocation join person marker on marker.id = marker_id where submission_id = submission.id) as allocated,
     exists (select from allocation where submission_id = submission.id and marker_id = $7::uuid) as mine
   from page
   cross join ${submitted}
   left join work_group on work_group.id = submission.group_id
   where submission.id = page.id
   order by page.submitted_at, page.id`,
);
