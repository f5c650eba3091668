import { z } from 'zod';
import { AnswerKey, Drawn, type QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';

const at = z.coerce.date();
/** Checked whole when it was loaded, and once more as part of the answer. */
const Body = z.custom<QuestionBody>((body) => typeof body === 'object');
const Order = z.array(z.string());

/** The number of a unit's module in its course, null outside any; a piece of the statements below. */
const moduleNumber = `
  case when unit.module_key is not null then
    (select count(distinct module_key)::integer from version_unit before
     where before.version_id = unit.version_id and before.position <= unit.position)
  end`;

const moduleTitle = `
  jsonb_path_query_first(manifest, '$.modules[*] ? (@.key == $key).title', jsonb_build_object('key', unit.module_key)) #>> '{}'`;

export const findEvaluation = statement(
  'find-evaluation',
  z.object({
    enrolmentId: z.string(),
    versionId: z.string(),
    slug: z.string(),
    course: z.string(),
    moduleTitle: z.string().nullable(),
    moduleNumber: z.int().nullable(),
    key: z.string(),
    title: z.string(),
    weight: z.int(),
    instructions: z.string(),
    draw: z.int(),
    minutes: z.int().nullable(),
    attempts: z.int(),
    keep: z.enum(['best', 'last', 'average']),
    demand: z.int(),
    release: z.enum(['submission', 'closing']),
    startsAt: z.date(),
    endsAt: z.date(),
    timeZone: z.string(),
    tries: z.array(
      z.object({
        id: z.string(),
        n: z.int(),
        startedAt: at,
        deadlineAt: at.nullable(),
        submittedAt: at.nullable(),
        grade: z.int().nullable(),
      }),
    ),
  }),
  `select enrolment.id as "enrolmentId", unit.version_id as "versionId", slug, course_version.title as course,
     ${moduleTitle} as "moduleTitle", ${moduleNumber} as "moduleNumber", unit.unit_key as key, unit.title, unit.weight,
     instructions, draw, evaluation.minutes, attempts, keep, demand, release,
     starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone",
     (select coalesce(json_agg(json_build_object(
        'id', id, 'n', n, 'startedAt', started_at, 'deadlineAt', deadline_at, 'submittedAt', submitted_at, 'grade', grade)
        order by n), '[]')
      from attempt where attempt.enrolment_id = enrolment.id and attempt.unit_key = unit.unit_key) as tries
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   join evaluation on evaluation.version_id = course_version_id
   join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   where enrolment.id = $1 and evaluation.unit_key = $2 and person_id = $3`,
);

/** The pool in an order of its own, so that a seed draws the same again. */
export const findPool = statement(
  'find-pool',
  z.object({ id: z.string(), points: z.int(), body: Body, answerKey: AnswerKey }),
  `select question_version.id, points, body, answer_key as "answerKey"
   from evaluation_question join question_version on question_version.id = question_version_id
   where version_id = $1 and unit_key = $2
   order by position, question_version.id`,
);

/** Starts an attempt unless one is open, or another has just taken its number: then it writes nothing. */
export const openAttempt = `
  insert into attempt
    (id, enrolment_id, unit_key, n, seed, generator, started_at, deadline_at, lease_id, max_points)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict do nothing`;

/** Everything of an attempt's page: the attempt, and its questions as JSON in their frozen order. No answer key. */
export const findAttempt = statement(
  'find-attempt',
  z.object({
    id: z.string(),
    enrolmentId: z.string(),
    unit: z.string(),
    title: z.string(),
    moduleNumber: z.int().nullable(),
    weight: z.int(),
    n: z.int(),
    startedAt: z.date(),
    deadlineAt: z.date().nullable(),
    submittedAt: z.date().nullable(),
    lease: z.string(),
    questions: z.array(
      z.object({
        position: z.int(),
        points: z.int(),
        body: Body,
        order: Order,
        drawn: Drawn.nullable(),
        response: z.custom<QuestionResponse | null>(),
        flagged: z.boolean(),
        seq: z.int(),
      }),
    ),
  }),
  `select attempt.id, enrolment_id as "enrolmentId", attempt.unit_key as unit, unit.title, unit.weight, n,
     started_at as "startedAt", deadline_at as "deadlineAt", submitted_at as "submittedAt", lease_id as lease,
     ${moduleNumber} as "moduleNumber",
     (select json_agg(json_build_object(
        'position', position, 'points', version.points, 'body', body, 'order', option_order,
        'drawn', drawn, 'response', response, 'flagged', flagged, 'seq', seq) order by position)
      from attempt_question join question_version version on version.id = question_version_id
      where attempt_id = attempt.id) as questions
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = attempt.unit_key
   where attempt.id = $1 and person_id = $2`,
);

/** Where a save goes: the attempt of `$3`, the question at position `$2` of it if there is one, and what is saved there. */
export const findPlace = statement(
  'find-place',
  z.object({
    lease: z.string(),
    body: Body.nullable(),
    response: QuestionResponse.nullable(),
    flagged: z.boolean().nullable(),
    seq: z.int().nullable(),
    savedAt: z.date().nullable(),
    ended: z.boolean(),
  }),
  `select lease_id as lease, body, response, flagged, seq, saved_at as "savedAt",
     submitted_at is not null or deadline_at < $4 as ended
   from attempt
   join enrolment on enrolment.id = enrolment_id
   left join (attempt_question join question_version on question_version.id = question_version_id)
     on attempt_id = attempt.id and position = $2
   where attempt.id = $1 and person_id = $3`,
);

/**
 * Saves an answer if the attempt is the person's and open, the lease holds, the deadline (against `$9`, the hour less the
 * grace) has not passed and nothing newer is saved. It shares a lock on the attempt: whoever ends it waits, and then sees
 * this answer, or has ended it before, and then this writes nothing. So an answer that was acknowledged counts.
 */
export const saveAnswer = statement<
  [string, number, string, string, number, string | null, boolean, Date, Date],
  { seq: number; savedAt: Date }
>(
  'save-answer',
  z.object({ seq: z.int(), savedAt: z.date() }),
  `with open as (
     select attempt.id from attempt join enrolment on enrolment.id = enrolment_id
     where attempt.id = $1 and person_id = $3 and lease_id = $4 and submitted_at is null
       and (deadline_at is null or deadline_at >= $9)
     for share of attempt
   )
   update attempt_question set seq = $5, response = $6, flagged = $7, saved_at = $8
   from open
   where attempt_id = open.id and position = $2 and seq < $5
   returning seq, saved_at as "savedAt"`,
);

/** The answers as they are saved, for a tab that is behind. */
export const findSaved = statement(
  'find-saved',
  z.object({ position: z.int(), response: QuestionResponse.nullable(), flagged: z.boolean(), seq: z.int() }),
  `select position, response, flagged, seq from attempt_question where attempt_id = $1 order by position`,
);

export const takeLease = `
  update attempt set lease_id = $3
  from enrolment
  where attempt.id = $1 and enrolment.id = enrolment_id and person_id = $2 and lease_id <> $3
    and submitted_at is null and (deadline_at is null or deadline_at >= $4)`;

/** An attempt with its questions, answers and keys, for the page of its result. */
export const findResult = statement(
  'find-result',
  z.object({
    id: z.string(),
    enrolmentId: z.string(),
    unit: z.string(),
    title: z.string(),
    n: z.int(),
    deadlineAt: z.date().nullable(),
    submittedAt: z.date().nullable(),
    endedBy: z.enum(['learner', 'deadline']).nullable(),
    points: z.int().nullable(),
    maxPoints: z.int(),
    grade: z.int().nullable(),
    attempts: z.int(),
    tries: z.int(),
    release: z.enum(['submission', 'closing']),
    endsAt: z.date(),
    passGrade: z.int(),
    questions: z.array(
      z.object({
        position: z.int(),
        points: z.int().nullable(),
        maxPoints: z.int(),
        body: Body,
        answerKey: AnswerKey,
        order: Order,
        drawn: Drawn.nullable(),
        response: QuestionResponse.nullable(),
      }),
    ),
  }),
  `select attempt.id, enrolment_id as "enrolmentId", attempt.unit_key as unit, unit.title, attempt.n,
     deadline_at as "deadlineAt", submitted_at as "submittedAt", ended_by as "endedBy",
     attempt.points, max_points as "maxPoints", grade, attempts, release, ends_at as "endsAt",
     (select count(*)::integer from attempt other
      where other.enrolment_id = attempt.enrolment_id and other.unit_key = attempt.unit_key) as tries,
     (manifest->'passGrade')::integer as "passGrade",
     (select json_agg(json_build_object(
        'position', position, 'points', question.points, 'maxPoints', version.points, 'body', body,
        'answerKey', answer_key, 'order', option_order, 'drawn', drawn, 'response', response) order by position)
      from attempt_question question join question_version version on version.id = question_version_id
      where attempt_id = attempt.id) as questions
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join evaluation on evaluation.version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = attempt.unit_key
   where attempt.id = $1 and person_id = $2`,
);
