import { z } from 'zod';
import { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';
import { layers, settingJoin } from './rules.policy.ts';
import { Layers } from './rules.schema.ts';

/** Locks an attempt so that it ends once, and tells the rules it ends by. */
export const lockAttempt = statement(
  'lock-attempt',
  z.object({
    id: z.string(),
    personId: z.string(),
    enrolmentId: z.string(),
    unit: z.string(),
    n: z.int(),
    deadlineAt: z.date().nullable(),
    submittedAt: z.date().nullable(),
    annulledAt: z.date().nullable(),
    maxPoints: z.int(),
    layers: Layers,
  }),
  `select attempt.id, person_id as "personId", enrolment_id as "enrolmentId", attempt.unit_key as unit, n,
     deadline_at as "deadlineAt", submitted_at as "submittedAt", annulled_at as "annulledAt", max_points as "maxPoints",
     ${layers} as layers
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join evaluation on version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   ${settingJoin}
   where attempt.id = $1
   for update of attempt`,
);

export const lockAttemptOf = `
  select from attempt where id = (select attempt_id from submission where id = $1) for update`;

/** What is to be scored, read after the lock is held. */
export const findAnswers = statement(
  'find-answers',
  z.object({
    position: z.int(),
    points: z.int(),
    body: QuestionBody,
    answerKey: AnswerKey,
    response: QuestionResponse.nullable(),
    drawn: Drawn.nullable(),
    mended: z.object({ body: QuestionBody, answerKey: AnswerKey }).nullable(),
    treatment: z.enum(['full', 'dropped']).nullable(),
  }),
  `select position, max_points as points, version.body, version.answer_key as "answerKey", response, drawn, treatment,
     case when mended.id is not null then json_build_object('body', mended.body, 'answerKey', mended.answer_key) end as mended
   from attempt_question
   join question_version version on version.id = question_version_id
   left join question_version mended on mended.id = scored_with
   where attempt_id = $1
   order by position`,
);

/** Ends an attempt: `$2` positions with their points `$3` (null: somebody has yet to mark it), and what they come to. */
export const writeScores = `
  with scored as (
    update attempt_question set points = score.points
    from unnest($2::integer[], $3::integer[]) as score(position, points)
    where attempt_id = $1 and attempt_question.position = score.position
  )
  update attempt set submitted_at = $4, ended_by = $5, pending = $6, points = $7, grade = $8, scale = $9 where id = $1`;

/** Gives points to the answer at `$2`, which somebody marks. */
export const writeMark = 'update attempt_question set points = $3 where attempt_id = $1 and position = $2';

/** What the answers of an attempt come to, and how many have no points yet. */
export const findTotals = statement(
  'find-attempt-totals',
  z.object({ points: z.int(), pending: z.int() }),
  `select coalesce(sum(points), 0)::integer as points, (count(*) filter (where points is null))::integer as pending
   from attempt_question where attempt_id = $1`,
);

export const writeTotals = 'update attempt set pending = $2, points = $3, grade = $4, scale = $5 where id = $1';

/** The question at position `$2` of an attempt, as whoever marks it needs it. */
export const findMarked = statement(
  'find-marked',
  z.object({ kind: z.string(), maxPoints: z.int() }),
  `select kind, max_points as "maxPoints"
   from attempt_question join question_version on question_version.id = question_version_id
   where attempt_id = $1 and position = $2`,
);

/**
 * The ended attempts at an evaluation that count, in their order, and the rules by which they do and are seen. One that waits
 * for marks has no nota yet.
 */
export const findNotas = statement(
  'find-notas',
  z.object({ layers: Layers, grades: z.array(z.int().nullable()) }),
  `select ${layers} as layers,
     (select coalesce(json_agg(grade order by n), '[]')
      from attempt
      where attempt.enrolment_id = enrolment.id and attempt.unit_key = evaluation.unit_key
        and submitted_at is not null and annulled_at is null) as grades
   from enrolment
   join edition on edition.id = edition_id
   join evaluation on version_id = course_version_id
   ${settingJoin}
   where enrolment.id = $1 and evaluation.unit_key = $2`,
);
