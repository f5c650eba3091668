import { z } from 'zod';
import { reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { ScaleRow } from './survey.sql.ts';

/** Holds a regrade so that nobody else moves it on meanwhile. */
export const lockRegrade = 'select from regrade where id = $1 for update';

const Answer = z.object({
  ...{ position: z.int(), points: z.int().nullable(), most: z.int(), scoredWith: z.string().nullable() },
  treatment: z.enum(['full', 'dropped']).nullable(),
});
const Side = z.object({
  ...{ points: z.int().nullable(), maxPoints: z.int(), nota: z.int().nullable(), scale: ScaleRow.nullable() },
  answer: Answer.nullable(),
});

/**
 * The next people, held; whoever works beside us takes others. `$2` what has been done to them so far, `$3` how many.
 * `decided`: whether somebody has changed their nota by hand since, or counted it anew.
 */
export const takePeople = statement(
  'take-regraded-people',
  z.object({
    ...{ enrolmentId: z.string(), unit: z.string(), personId: z.string(), decided: z.boolean() },
    changes: z.array(z.object({ attemptId: z.string(), before: Side, after: Side })),
  }),
  `select touched.enrolment_id as "enrolmentId", touched.unit_key as unit, person_id as "personId", changes,
     exists (
       select from grade_change later
       where later.enrolment_id = touched.enrolment_id and later.unit_key = touched.unit_key and later.at > touched.done_at
         and later.batch_id is distinct from touched.regrade_id
         and later.cause in ('override', 'lift', 'appeal', 'import', 'regrade')) as decided
   from regrade_person touched
   join enrolment on enrolment.id = touched.enrolment_id
   where touched.regrade_id = $1 and outcome = $2
   order by touched.enrolment_id, touched.unit_key
   limit $3
   for update of touched skip locked`,
);

export const countPeople = statement(
  'count-regraded-people',
  z.object({ people: z.int() }),
  `select count(*)::integer as people from regrade_person where regrade_id = $1 and outcome = $2`,
);

/** Attempts as they are, held until the transaction ends, as whoever submits or marks one holds it. */
export const holdAttempts = statement(
  'hold-attempts',
  z.object({ id: z.string() }),
  `select id from attempt where id = any($1::uuid[]) order by id for update`,
);

/** What stands in them now, in the shape of a side. `$2` their positions, in the same order; -1 where no answer is at stake. */
export const findSides = statement(
  'find-attempt-sides',
  z.object({ id: z.string(), counts: z.boolean(), side: Side }),
  `select attempt.id, submitted_at is not null and annulled_at is null as counts,
     json_build_object('points', attempt.points, 'maxPoints', attempt.max_points, 'nota', grade, 'scale', scale,
       'answer', case when held.position is not null then json_build_object('position', held.position,
         'points', held.points, 'most', held.max_points, 'scoredWith', held.scored_with, 'treatment', held.treatment) end)
       as side
   from unnest($1::uuid[], $2::integer[]) as wanted(id, position)
   join attempt on attempt.id = wanted.id
   left join attempt_question held on held.attempt_id = attempt.id and held.position = wanted.position`,
);

/** Writes a side: `$1` the attempt, `$2` to `$5` its totals, `$6` to `$10` the answer. */
export const writeSide = `
  with answered as (
    update attempt_question
    set points = $7, max_points = coalesce($8, max_points), scored_with = $9, treatment = $10
    where attempt_id = $1 and position = $6
  )
  update attempt set points = $2, max_points = $3, grade = $4, scale = $5 where id = $1`;

export const markPerson = `
  update regrade_person set outcome = $4, done_at = $5 where regrade_id = $1 and enrolment_id = $2 and unit_key = $3`;

/**
 * Attempts that are still open are scored by the decision when they end: held first, so that one that is being submitted
 * has either ended, and is found by the survey that follows, or ends by the new rule.
 */
const open = `
  attempt
  join enrolment on enrolment.id = attempt.enrolment_id
  join edition on edition.id = enrolment.edition_id
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut
  join attempt_question held on held.attempt_id = attempt.id
  join question_version version on version.id = held.question_version_id
  where attempt.submitted_at is null and version.question_id = $5 and ${reached}
    and ($6::uuid is null or edition.id = $6) and ($7::text is null or attempt.unit_key = $7)`;

export const holdOpen = statement(
  'hold-open-attempts',
  z.object({ id: z.string() }),
  `select attempt.id from ${open} order by attempt.id for update of attempt`,
);

/** `$2` the version or null, `$3` the treatment or null, `$4` the question. A question that is all there is stays. */
export const markOpen = `
  with held as (
    update attempt_question set scored_with = coalesce($2, scored_with), treatment = $3
    from question_version version, attempt
    where attempt_id = any($1::uuid[]) and attempt.id = attempt_id and version.id = question_version_id
      and version.question_id = $4 and ($3 is distinct from 'dropped' or attempt.max_points > attempt_question.max_points)
      and treatment is distinct from 'dropped'
    returning attempt_id, attempt_question.max_points
  )
  update attempt set max_points = attempt.max_points - held.max_points
  from held where held.attempt_id = attempt.id and $3 = 'dropped'`;

export const findNota = statement(
  'find-published-nota',
  z.object({ grade: z.int(), title: z.string() }),
  `select unit_grade.grade, unit.title
   from unit_grade
   join enrolment on enrolment.id = unit_grade.enrolment_id
   join edition on edition.id = enrolment.edition_id
   join version_unit unit on unit.version_id = edition.course_version_id and unit.unit_key = unit_grade.unit_key
   where unit_grade.enrolment_id = $1 and unit_grade.unit_key = $2`,
);
