import { z } from 'zod';
import { AnswerKey, type QuestionBody } from '../content/question.schema.ts';
import { statement } from '../platform/database.ts';
import { layers, settingJoin } from './rules.policy.ts';
import { Layers } from './rules.schema.ts';

const at = z.coerce.date();
/** Checked whole when it was loaded, and once more as part of the answer. */
const Body = z.custom<QuestionBody>((body) => typeof body === 'object');

/** The number of a unit's module in its course, null outside any; a piece of the statements here and of an attempt. */
export const moduleNumber = `
  case when unit.module_key is not null then
    (select count(distinct module_key)::integer from version_unit before
     where before.version_id = unit.version_id and before.position <= unit.position)
  end`;

const moduleTitle = `
  jsonb_path_query_first(manifest, '$.modules[*] ? (@.key == $key).title', jsonb_build_object('key', unit.module_key)) #>> '{}'`;

/** An evaluation for the person of an enrolment: its rules in layers, its sections, and their attempts at it so far. */
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
    sections: z.array(z.object({ title: z.string(), questions: z.int() })),
    layers: Layers,
    timeZone: z.string(),
    tries: z.array(
      z.object({
        id: z.string(),
        n: z.int(),
        startedAt: at,
        deadlineAt: at.nullable(),
        submittedAt: at.nullable(),
        annulledAt: at.nullable(),
        pending: z.int(),
        points: z.int().nullable(),
        maxPoints: z.int(),
        grade: z.int().nullable(),
      }),
    ),
  }),
  `select enrolment.id as "enrolmentId", unit.version_id as "versionId", slug, course_version.title as course,
     ${moduleTitle} as "moduleTitle", ${moduleNumber} as "moduleNumber", unit.unit_key as key, unit.title, unit.weight,
     instructions, draw, time_zone as "timeZone", ${layers} as layers,
     (select coalesce(json_agg(json_build_object('title', section, 'questions', questions) order by first), '[]')
      from (select section, sum(slot.draw) as questions, min(position) as first from evaluation_slot slot
            where slot.version_id = unit.version_id and slot.unit_key = unit.unit_key and section is not null
            group by section) sections) as sections,
     (select coalesce(json_agg(json_build_object(
        'id', id, 'n', n, 'startedAt', started_at, 'deadlineAt', deadline_at, 'submittedAt', submitted_at,
        'annulledAt', annulled_at, 'pending', pending, 'points', points, 'maxPoints', max_points, 'grade', grade)
        order by n), '[]')
      from attempt where attempt.enrolment_id = enrolment.id and attempt.unit_key = unit.unit_key) as tries
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   join evaluation on evaluation.version_id = course_version_id
   ${settingJoin}
   join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   where enrolment.id = $1 and evaluation.unit_key = $2 and person_id = $3`,
);

/**
 * Every question that an evaluation may ask, by its slot, in an order of its own, so that a seed draws the same again.
 * `met`: the person of the enrolment `$3` was asked it before.
 */
export const findPool = statement(
  'find-pool',
  z.object({
    slot: z.int(),
    section: z.string().nullable(),
    draw: z.int(),
    id: z.string(),
    points: z.int(),
    body: Body,
    answerKey: AnswerKey,
    met: z.boolean(),
  }),
  `select slot.position as slot, section, draw, version.id, coalesce(slot.points, version.points) as points, body,
     answer_key as "answerKey", met.question_id is not null as met
   from evaluation_slot slot
   join evaluation_question asked
     on asked.version_id = slot.version_id and asked.unit_key = slot.unit_key and asked.slot = slot.position
   join question_version version on version.id = question_version_id
   left join (
     select distinct question_id
     from attempt
     join attempt_question on attempt_id = attempt.id
     join question_version on question_version.id = question_version_id
     where enrolment_id = $3 and attempt.unit_key = $2
   ) met on met.question_id = version.question_id
   where slot.version_id = $1 and slot.unit_key = $2
   order by slot.position, asked.position, version.id`,
);

/** Holds the rules of an evaluation still: whoever changes them, or gives somebody more time, waits, or has done so. */
export const holdRules = `
  select pg_advisory_xact_lock_shared(hashtextextended('rules ' || edition_id || ' ' || $2, 0)) from enrolment where id = $1`;

/** Starts an attempt unless one is open, or another has just taken its number: then it writes nothing. */
export const openAttempt = `
  insert into attempt
    (id, enrolment_id, unit_key, n, seed, generator, started_at, deadline_at, lease_id, max_points, sequential, per_page,
     reached, pending, reopened)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, 0, 0)
  on conflict do nothing`;
