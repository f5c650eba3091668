import { z } from 'zod';
import { Drawn, type QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';
import { moduleNumber } from './evaluation.sql.ts';
import { Asked, asked } from './asked.sql.ts';
import { layers, settingJoin } from './rules.policy.ts';
import { Layers } from './rules.schema.ts';

/** Checked whole when it was loaded, and once more as part of the answer. */
const Body = z.custom<QuestionBody>((body) => typeof body === 'object');
const Order = z.array(z.string());

/** The files of an answer (`attempt`, `question`): those of its draft, and those of an earlier version that it still names. */
const arrivedFiles = `(
  select coalesce(json_agg(json_build_object('id', file.id, 'name', name, 'size', size) order by file.created_at), '[]')
  from submission
  join submission_file file on submission_id = submission.id and removed_at is null
  where submission.attempt_id = attempt.id and submission.position = question.position
    and (file.version is null or jsonb_exists(response->'files', file.id::text)))`;

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
    sequential: z.boolean(),
    perPage: z.enum(['all', 'one']),
    reached: z.int(),
    questions: z.array(
      z.object({
        position: z.int(),
        section: z.string().nullable(),
        points: z.int(),
        body: Body,
        order: Order,
        drawn: Drawn.nullable(),
        response: z.custom<QuestionResponse | null>(),
        flagged: z.boolean(),
        seq: z.int(),
        seconds: z.int(),
        files: z.array(z.object({ id: z.string(), name: z.string(), size: z.int() })),
      }),
    ),
  }),
  `select attempt.id, enrolment_id as "enrolmentId", attempt.unit_key as unit, unit.title, unit.weight, n,
     started_at as "startedAt", deadline_at as "deadlineAt", submitted_at as "submittedAt", lease_id as lease,
     sequential, per_page as "perPage", reached, ${moduleNumber} as "moduleNumber",
     (select json_agg(json_build_object(
        'position', position, 'section', section, 'points', question.max_points, 'body', body, 'order', option_order,
        'drawn', drawn, 'response', response, 'flagged', flagged, 'seq', seq, 'seconds', seconds,
        'files', case when version.kind = 'file' then ${arrivedFiles} else '[]' end) order by position)
      from attempt_question question join question_version version on version.id = question_version_id
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
    /** In an attempt without a way back, another question is the one to answer. */
    closed: z.boolean(),
    reached: z.int(),
  }),
  `select lease_id as lease, body, response, flagged, seq, saved_at as "savedAt",
     submitted_at is not null or deadline_at < $4 as ended, sequential and reached <> $2 as closed, reached
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
 * `$10` are the seconds that the page has shown the question so far.
 */
export const saveAnswer = statement<
  [string, number, string, string, number, string | null, boolean, Date, Date, number],
  { seq: number; savedAt: Date }
>(
  'save-answer',
  z.object({ seq: z.int(), savedAt: z.date() }),
  `with open as (
     select attempt.id from attempt join enrolment on enrolment.id = enrolment_id
     where attempt.id = $1 and person_id = $3 and lease_id = $4 and submitted_at is null
       and (deadline_at is null or deadline_at >= $9) and (not sequential or reached = $2)
     for share of attempt
   )
   update attempt_question set seq = $5, response = $6, flagged = $7, saved_at = $8, seconds = greatest(seconds, $10)
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

/** Goes on from the question at `$4`, if that is where the attempt is and there is another. */
export const advance = `
  update attempt set reached = reached + 1
  from enrolment
  where attempt.id = $1 and enrolment.id = enrolment_id and person_id = $2 and lease_id = $3 and sequential and reached = $4
    and submitted_at is null and (deadline_at is null or deadline_at >= $5)
    and exists (select from attempt_question where attempt_id = $1 and position = $4 + 1)
  returning reached`;

/** What the page of an open attempt noticed, each once, up to a thousand. */
export const noteEvents = `
  insert into attempt_log (attempt_id, id, at, kind, actor_id, device)
  select attempt.id, noted.id, noted.at, kind, $2, (select left(user_agent, 300) from session where id = $3)
  from attempt
  join enrolment on enrolment.id = enrolment_id
  cross join unnest($4::uuid[], $5::text[], $6::timestamptz[]) noted(id, kind, at)
  where attempt.id = $1 and person_id = $2 and submitted_at is null
    and (select count(*) from attempt_log where attempt_id = $1) < 1000
  on conflict do nothing`;

export const takeLease = `
  update attempt set lease_id = $3
  from enrolment
  where attempt.id = $1 and enrolment.id = enrolment_id and person_id = $2 and lease_id <> $3
    and submitted_at is null and (deadline_at is null or deadline_at >= $4)`;

/** What an `attempt` holds that a person marks, as it was last handed in. */
const sentWorks = `(
  select coalesce(json_agg(json_build_object(
    'position', submission.position, 'submissionId', submission.id, 'folio', folio, 'words', words,
    'published', submission.state = 'published',
    'files', (
      select coalesce(json_agg(json_build_object('id', file.id, 'name', name, 'size', size, 'sha256', sha256)
        order by file.created_at), '[]')
      from submission_file file where file.submission_id = submission.id and file.version = submission.version)
    ) order by submission.position), '[]')
  from submission
  join submission_version sent on sent.submission_id = submission.id and sent.n = submission.version
  where submission.attempt_id = attempt.id and submission.state <> 'draft')`;

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
    endedBy: z.enum(['learner', 'deadline', 'staff']).nullable(),
    points: z.int().nullable(),
    maxPoints: z.int(),
    grade: z.int().nullable(),
    pending: z.int(),
    annulledAt: z.date().nullable(),
    annulledWhy: z.string().nullable(),
    tries: z.int(),
    layers: Layers,
    passGrade: z.int(),
    works: z.array(
      z.object({
        ...{ position: z.int(), submissionId: z.string(), folio: z.string(), words: z.int(), published: z.boolean() },
        files: z.array(z.object({ id: z.string(), name: z.string(), size: z.int(), sha256: z.string() })),
      }),
    ),
    questions: z.array(Asked),
  }),
  `select attempt.id, enrolment_id as "enrolmentId", attempt.unit_key as unit, unit.title, attempt.n,
     deadline_at as "deadlineAt", submitted_at as "submittedAt", ended_by as "endedBy",
     attempt.points, attempt.max_points as "maxPoints", grade, pending, annulled_at as "annulledAt",
     annulled_why as "annulledWhy", ${layers} as layers,
     (select count(*)::integer from attempt other
      where other.enrolment_id = attempt.enrolment_id and other.unit_key = attempt.unit_key) as tries,
     (manifest->'passGrade')::integer as "passGrade", ${sentWorks} as works, ${asked} as questions
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join evaluation on evaluation.version_id = course_version_id and evaluation.unit_key = attempt.unit_key
   ${settingJoin}
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = attempt.unit_key
   where attempt.id = $1 and person_id = $2`,
);
