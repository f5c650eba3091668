import { z } from 'zod';
import { layers, settingJoin } from '../assessment/rules.policy.ts';
import { Layers } from '../assessment/rules.schema.ts';
import { statement } from '../platform/database.ts';
import { Rubric } from '../submission/rubric.schema.ts';
import { Annotation, GivenCriterion } from './marking.schema.ts';
import { nameOf } from './queue.sql.ts';

const at = z.coerce.date();

const Row = z.object({
  ...{ submissionId: z.string(), enrolmentId: z.string(), attemptId: z.string().nullable() },
  ...{ slug: z.string(), course: z.string(), unit: z.string() },
  ...{ title: z.string(), timeZone: z.string(), passGrade: z.int() },
  state: z.enum(['submitted', 'returned', 'published']),
  ...{ rubric: Rubric.nullable(), demand: z.int().nullable(), questionPoints: z.int().nullable() },
  publications: z.array(
    z.object({
      ...{ n: z.int(), version: z.int(), by: z.string(), publishedAt: at, reason: z.string().nullable() },
      ...{ points: z.int(), maxPoints: z.int(), penalty: z.int(), grade: z.int().nullable() },
      ...{ criteria: z.array(GivenCriterion), annotations: z.array(Annotation), feedback: z.string() },
    }),
  ),
  request: z.object({ version: z.int(), note: z.string(), askedAt: at, annotations: z.array(Annotation) }).nullable(),
});

/**
 * What was published of a person's (`$1`) own work, alone or in a group: of the task `$3` of the enrolment `$2`, or of the
 * answer `$5` of the attempt `$4`. Drafts and samples are not here.
 */
export const findFeedback = statement<
  [string, string | null, string | null, string | null, number | null],
  z.infer<typeof Row>
>(
  'find-submission-feedback',
  Row,
  `select submission.id as "submissionId", own.id as "enrolmentId",
     submission.attempt_id as "attemptId", slug, course_version.title as course,
     submission.unit_key as unit, unit.title, edition.time_zone as "timeZone",
     (manifest->'passGrade')::integer as "passGrade", submission.state, task.rubric, task.demand,
     asked.max_points as "questionPoints",
     (select coalesce(json_agg(json_build_object('n', n, 'version', version, 'by', ${nameOf('by')},
        'publishedAt', published_at, 'reason', reason, 'points', points, 'maxPoints', max_points, 'penalty', penalty,
        'grade', grade, 'criteria', criteria, 'annotations', annotations, 'feedback', feedback) order by n desc), '[]')
      from mark_publication join person by on by.id = actor_id where submission_id = submission.id) as publications,
     (select json_build_object('version', version, 'note', note, 'askedAt', asked_at, 'annotations', annotations)
      from correction_request where submission_id = submission.id and version = submission.version) as request
   from submission
   join edition on edition.id = submission.edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = submission.unit_key
   join enrolment own on own.edition_id = edition.id and own.person_id = $1 and (
     own.id = submission.enrolment_id
     or own.id in (select enrolment_id from work_group_member where group_id = submission.group_id))
   left join task on task.version_id = course_version_id and task.unit_key = submission.unit_key
   left join attempt_question asked on asked.attempt_id = submission.attempt_id and asked.position = submission.position
    where submission.state <> 'draft' and case when $4::uuid is null
     then submission.kind = 'task' and own.id = $2::uuid and submission.unit_key = $3
     else submission.attempt_id = $4 and submission.position = $5 end`,
);

/** By which rules what was said of an attempt (`$1`) of a person (`$2`) may be seen. */
export const findRelease = statement(
  'find-feedback-release',
  z.object({ layers: Layers, submittedAt: z.date() }),
  `select ${layers} as layers, attempt.submitted_at as "submittedAt"
   from attempt
   join enrolment on enrolment.id = attempt.enrolment_id
   join edition on edition.id = enrolment.edition_id
   join evaluation on evaluation.version_id = edition.course_version_id and evaluation.unit_key = attempt.unit_key
   ${settingJoin}
   where attempt.id = $1 and person_id = $2 and attempt.submitted_at is not null and attempt.grade is not null`,
);
