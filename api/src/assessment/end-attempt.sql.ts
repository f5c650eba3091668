import { z } from 'zod';
import { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';

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
    maxPoints: z.int(),
    demand: z.int(),
  }),
  `select attempt.id, person_id as "personId", enrolment_id as "enrolmentId", attempt.unit_key as unit, n,
     deadline_at as "deadlineAt", submitted_at as "submittedAt", max_points as "maxPoints", demand
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join evaluation on version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   where attempt.id = $1
   for update of attempt`,
);

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
  }),
  `select position, version.points, body, answer_key as "answerKey", response, drawn
   from attempt_question join question_version version on version.id = question_version_id
   where attempt_id = $1
   order by position`,
);

/** Ends an attempt: `$2` positions with their points `$3`, and what they come to. */
export const writeScores = `
  with scored as (
    update attempt_question set points = score.points
    from unnest($2::integer[], $3::integer[]) as score(position, points)
    where attempt_id = $1 and attempt_question.position = score.position
  )
  update attempt set submitted_at = $4, ended_by = $5, points = $6, grade = $7 where id = $1`;

/** The notas of the ended attempts at an evaluation in their order, and the rules by which they count and are seen. */
export const findNotas = statement(
  'find-notas',
  z.object({
    keep: z.enum(['best', 'last', 'average']),
    release: z.enum(['submission', 'closing']),
    endsAt: z.date(),
    grades: z.array(z.int()),
  }),
  `select keep, release, ends_at as "endsAt",
     (select coalesce(json_agg(grade order by n), '[]')
      from attempt
      where attempt.enrolment_id = enrolment.id and attempt.unit_key = evaluation.unit_key
        and submitted_at is not null) as grades
   from enrolment
   join edition on edition.id = edition_id
   join evaluation on version_id = course_version_id
   where enrolment.id = $1 and evaluation.unit_key = $2`,
);
