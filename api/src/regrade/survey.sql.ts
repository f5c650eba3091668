import { z } from 'zod';
import { AnswerKey, Drawn, QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

export const ScaleRow = z.object({
  ...{ demand: z.int(), min: z.int(), pass: z.int(), max: z.int() },
  rounding: z.enum(['half_up', 'down', 'up']),
});

const Answer = z.object({
  ...{ position: z.int(), points: z.int().nullable(), most: z.int(), written: z.int() },
  ...{ response: QuestionResponse.nullable(), drawn: Drawn.nullable(), scoredWith: z.string().nullable() },
  treatment: z.enum(['full', 'dropped']).nullable(),
});

/** The question at stake with a version, for a decision that scores with it. */
export const findVersion = statement(
  'find-regrade-version',
  z.object({ id: z.string(), points: z.int(), body: QuestionBody, answerKey: AnswerKey }),
  `select id, points, body, answer_key as "answerKey" from question_version where id = $1 and question_id = $2`,
);

/** Where a question is at stake: `$5` the question or null, `$6` and `$7` the edition and evaluation or null. */
const touched = `
  enrolment.id in (
    select attempt.enrolment_id
    from question_version version
    join attempt_question held on held.question_version_id = version.id
    join attempt on attempt.id = held.attempt_id
    where version.question_id = $5::uuid)`;
const placed = `
  ($6::uuid is null or edition.id = $6) and ($7::text is null or evaluation.unit_key = $7)
  and case when $5::uuid is null then true else ${touched} end`;

/**
 * Everyone within reach whose attempts a decision may touch, with all of their ended attempts at the evaluation, and the
 * rules by which these become a nota now. Those that were annulled do not count, and stay as they are.
 */
export const findTouched = statement(
  'find-touched',
  z.object({
    ...{ enrolmentId: z.string(), editionId: z.string(), unit: z.string(), keep: z.enum(['best', 'last', 'average']) },
    ...{ scale: ScaleRow, published: z.int().nullable(), overridden: z.boolean() },
    attempts: z.array(
      z.object({
        ...{ id: z.string(), points: z.int().nullable(), maxPoints: z.int(), nota: z.int().nullable() },
        ...{ scale: ScaleRow.nullable(), answer: Answer.nullable() },
      }),
    ),
  }),
  `select enrolment.id as "enrolmentId", edition.id as "editionId", evaluation.unit_key as unit, evaluation.keep,
     json_build_object('demand', coalesce(setting.demand, evaluation.demand),
       'min', coalesce(setting.min_grade, evaluation.min_grade), 'pass', 40, 'max', 70,
       'rounding', coalesce(setting.rounding, evaluation.rounding)) as scale,
     unit_grade.grade as published, coalesce(unit_grade.overridden, false) as overridden,
     json_agg(json_build_object('id', attempt.id, 'points', attempt.points, 'maxPoints', attempt.max_points,
       'nota', attempt.grade, 'scale', attempt.scale, 'answer', answer.held) order by attempt.n) as attempts
   from enrolment
   join edition on edition.id = enrolment.edition_id
   join evaluation on evaluation.version_id = edition.course_version_id
   left join evaluation_setting setting
     on setting.edition_id = edition.id and setting.unit_key = evaluation.unit_key
   join person on person.id = enrolment.person_id
   left join institution on institution.id = person.institution_id
   left join region on region.cut = institution.region_cut
   join attempt on attempt.enrolment_id = enrolment.id and attempt.unit_key = evaluation.unit_key
   left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = evaluation.unit_key
   left join lateral (
     select json_build_object('position', held.position, 'points', held.points, 'most', held.max_points,
       'written', version.points, 'response', held.response, 'drawn', held.drawn, 'scoredWith', held.scored_with,
       'treatment', held.treatment) as held
     from attempt_question held
     join question_version version on version.id = coalesce(held.scored_with, held.question_version_id)
     where held.attempt_id = attempt.id and version.question_id = $5::uuid
     limit 1) answer on true
   where ${placed} and ${reached} and attempt.submitted_at is not null and attempt.annulled_at is null
   group by enrolment.id, edition.id, evaluation.version_id, evaluation.unit_key, setting.edition_id, setting.unit_key,
     unit_grade.enrolment_id, unit_grade.unit_key
   having $5::uuid is null or count(answer.held) > 0
   order by enrolment.id, evaluation.unit_key`,
);

/** How many people use the question, or took the evaluation, whoever may see them. */
export const countTouched = statement(
  'count-touched',
  z.object({ people: z.int() }),
  `select count(distinct (attempt.enrolment_id, attempt.unit_key))::integer as people
   from attempt
   join enrolment on enrolment.id = attempt.enrolment_id
   where attempt.submitted_at is not null and attempt.annulled_at is null
     and ($2::uuid is null or enrolment.edition_id = $2) and ($3::text is null or attempt.unit_key = $3)
     and ($1::uuid is null or exists (
       select from attempt_question held
       join question_version version on version.id = held.question_version_id
       where held.attempt_id = attempt.id and version.question_id = $1))`,
);
