import { z } from 'zod';
import { type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { penaltyPerDay } from '../submission/due.policy.ts';
import { Rubric } from '../submission/rubric.schema.ts';
import { Annotation, GivenCriterion } from './marking.schema.ts';
import { anonymous, authors, code, doubleThreshold, hidden, nameOf, stateFor, submitted } from './queue.sql.ts';

const at = z.coerce.date();

const MarkRow = z.object({
  ...{ id: z.string(), version: z.int(), place: z.int(), markerId: z.string(), marker: z.string() },
  ...{ state: z.enum(['draft', 'given']), revision: z.int(), savedAt: at },
  ...{ criteria: z.array(GivenCriterion), annotations: z.array(Annotation), feedback: z.string() },
  ...{ points: z.int().nullable(), grade: z.int().nullable() },
});
export type MarkRow = z.infer<typeof MarkRow>;
const ClaimRow = z.object({ place: z.int(), markerId: z.string(), by: z.string(), until: at });
export type ClaimRow = z.infer<typeof ClaimRow>;

const marks = `
  (select coalesce(json_agg(json_build_object('id', mark.id, 'version', mark.version, 'place', place,
     'markerId', marker_id, 'marker', ${nameOf('marker')}, 'state', mark.state, 'revision', revision,
     'savedAt', saved_at, 'criteria', criteria, 'annotations', annotations, 'feedback', feedback,
     'points', mark.points, 'grade', grade) order by place), '[]')
   from mark join person marker on marker.id = marker_id
   where mark.submission_id = submission.id and mark.version = submission.version)`;
const claims = `
  (select coalesce(json_agg(json_build_object(
     'place', place, 'markerId', marker_id, 'by', ${nameOf('holder')}, 'until', until) order by place), '[]')
   from claim join person holder on holder.id = marker_id where claim.submission_id = submission.id)`;

/** By what a submission is marked: of a task, its rubric and scale; of an answer, the points of its question. */
const Terms = {
  ...{ rubric: Rubric.nullable(), questionPoints: z.int().nullable(), demand: z.int().nullable() },
  ...{ penaltyPerDay: z.int(), resubmissions: z.int(), lateMinutes: z.int() },
};
const terms = `
  task.rubric, asked.max_points as "questionPoints", task.demand,
  coalesce(task.resubmissions, 0) as resubmissions,
  (select ${penaltyPerDay} from (select) one left join task_setting setting
     on setting.edition_id = submission.edition_id and setting.unit_key = submission.unit_key) as "penaltyPerDay", submission.late_minutes as "lateMinutes"`;

/** Everything about a submission (`$5`) for whoever marks it (`$6`), but its text and files. */
export const findItem = statement(
  'find-marking-item',
  z.object({
    ...{ id: z.string(), kind: z.enum(['task', 'answer']), editionId: z.string(), parentId: z.string().nullable() },
    ...{ unit: z.string(), question: z.string().nullable(), title: z.string(), timeZone: z.string() },
    ...{
      authors: z.array(z.string()),
      learner: z.string().nullable(),
      code: z.string(),
      region: z.string().nullable(),
    },
    ...{ institution: z.string().nullable(), group: z.string().nullable(), members: z.array(z.string()) },
    ...{ state: z.enum(['pending', 'given', 'disputed', 'returned', 'published']), version: z.int() },
    ...{ instructions: z.string(), sample: z.string().nullable(), anonymous: z.boolean(), hidden: z.boolean() },
    doubleThreshold: z.int().nullable(),
    ...Terms,
    ...{ marks: z.array(MarkRow), claims: z.array(ClaimRow) },
    publications: z.array(
      z.object({
        ...{ n: z.int(), version: z.int(), cause: z.enum(['mark', 'agreed', 'third', 'moderation']), by: z.string() },
        ...{ points: z.int(), penalty: z.int(), grade: z.int().nullable(), reason: z.string().nullable() },
        publishedAt: at,
      }),
    ),
    requests: z.array(z.object({ version: z.int(), by: z.string(), note: z.string(), askedAt: at })),
    moderation: z.string().nullable(),
  }),
  `select submission.id, submission.kind, submission.edition_id as "editionId", edition.parent_id as "parentId",
     submission.unit_key as unit, question_id as question, unit.title, edition.time_zone as "timeZone",
     ${authors} as authors, case when not ${hidden} then ${nameOf('person')} end as learner, ${code} as code,
     case when not ${hidden} then region.short_name end as region,
     case when not ${hidden} then institution.name end as institution,
     case when not ${hidden} then work_group.name end as "group",
     case when ${hidden} then '[]' else
       (select coalesce(json_agg(${nameOf('mate')} order by mate.family_names), '[]')
        from work_group_member member
        join enrolment their on their.id = member.enrolment_id
        join person mate on mate.id = their.person_id
        where member.group_id = submission.group_id) end as members,
     ${stateFor('$6')} as state, submission.version, coalesce(task.instructions, body->>'prompt', '') as instructions,
     coalesce(task.sample, answer_key->>'guide') as sample, ${anonymous} as anonymous, ${hidden} as hidden,
     ${doubleThreshold} as "doubleThreshold", ${terms}, ${marks} as marks, ${claims} as claims,
     (select coalesce(json_agg(json_build_object('n', n, 'version', version, 'cause', cause, 'by', ${nameOf('by')},
        'points', points, 'penalty', penalty, 'grade', grade, 'reason', reason, 'publishedAt', published_at)
        order by n desc), '[]')
      from mark_publication join person by on by.id = actor_id where submission_id = submission.id) as publications,
     (select coalesce(json_agg(json_build_object('version', version, 'by', ${nameOf('by')}, 'note', note,
        'askedAt', asked_at) order by version desc), '[]')
      from correction_request join person by on by.id = actor_id where submission_id = submission.id) as requests,
     (select moderation.id from moderation where submission_id = submission.id and verdict is null limit 1) as moderation
   from ${submitted}
   join version_unit unit on unit.version_id = edition.course_version_id and unit.unit_key = submission.unit_key
   left join work_group on work_group.id = submission.group_id
   where submission.id = $5 and submission.state <> 'draft' and ${reached}`,
);

export const VersionRow = z.object({
  ...{ n: z.int(), html: z.string(), words: z.int(), submittedAt: z.date(), lateMinutes: z.int() },
  files: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })),
});

/** What was sent, the newest first, with its files in the order in which they came. */
export const findVersions = statement(
  'find-submission-versions',
  VersionRow,
  `select n, html, words, submitted_at as "submittedAt", late_minutes as "lateMinutes",
     (select coalesce(json_agg(json_build_object(
        'id', id, 'name', name, 'mediaType', media_type, 'size', size) order by created_at, id), '[]')
      from submission_file file where file.submission_id = $1 and version = n) as files
   from submission_version where submission_id = $1 order by n desc`,
);

export const MarkedRow = z.object({
  ...{ id: z.string(), kind: z.enum(['task', 'answer']), editionId: z.string(), parentId: z.string().nullable() },
  ...{ unit: z.string(), title: z.string(), course: z.string(), courseId: z.string(), enrolmentId: z.string() },
  ...{ groupId: z.string().nullable(), attemptId: z.string().nullable(), position: z.int().nullable() },
  ...{ personId: z.string(), authors: z.array(z.string()) },
  ...{ state: z.enum(['submitted', 'returned', 'published']), version: z.int() },
  doubleThreshold: z.int().nullable(),
  ...Terms,
});
export type Marked = z.infer<typeof MarkedRow>;

/** Locks a submission (`$5`) that is within reach, so that one at a time saves, gives or publishes its mark. */
export const lockMarked = statement<[...Reach, string], Marked>(
  'lock-marked-submission',
  MarkedRow,
  `select submission.id, submission.kind, submission.edition_id as "editionId", edition.parent_id as "parentId",
     submission.unit_key as unit, unit.title, course_version.title as course, course_version.course_id as "courseId",
     submission.enrolment_id as "enrolmentId", submission.group_id as "groupId", submission.attempt_id as "attemptId",
     submission.position, person.id as "personId", ${authors} as authors, submission.state, submission.version,
     ${doubleThreshold} as "doubleThreshold", ${terms}
   from ${submitted}
   join course_version on course_version.id = edition.course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = submission.unit_key
   where submission.id = $5 and submission.state <> 'draft' and ${reached}
   for no key update of submission`,
);

/** Marks and claims of a submission's version, read after its lock is held, and how often it was published. */
export const findRoom = statement(
  'find-marking-room',
  z.object({ marks: z.array(MarkRow), claims: z.array(ClaimRow), published: z.int() }),
  `select ${marks} as marks, ${claims} as claims,
     (select coalesce(max(n), 0)::integer from mark_publication where submission_id = submission.id) as published
   from submission where id = $1`,
);

/** Takes or keeps a place; `$2` place, `$3` who, `$4` now, `$5` until. */
export const keepClaim = `
  with gone as (delete from claim where submission_id = $1 and place <> $2 and marker_id = $3)
  insert into claim (submission_id, place, marker_id, claimed_at, until) values ($1, $2, $3, $4, $5)
  on conflict (submission_id, place) do update set marker_id = excluded.marker_id, until = excluded.until,
    claimed_at = case when claim.marker_id = excluded.marker_id then claim.claimed_at else excluded.claimed_at end`;

export const dropClaim = 'delete from claim where submission_id = $1 and marker_id = $2';

export const keepMark = `
  insert into mark (id, submission_id, version, place, marker_id, state, revision, criteria, annotations, feedback,
    points, grade, saved_at)
  values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, $12)
  on conflict (submission_id, version, place) do update set marker_id = excluded.marker_id, state = 'draft',
    revision = excluded.revision, criteria = excluded.criteria, annotations = excluded.annotations,
    feedback = excluded.feedback, points = excluded.points, grade = excluded.grade, saved_at = excluded.saved_at`;

export const giveMark = `
  update mark set state = 'given', points = $2, grade = $3, given_at = $4, marker_id = $5 where id = $1`;

/** The enrolments that a submission speaks for: its group's, else its learner's. */
export const findMembers = statement(
  'find-submission-members',
  z.object({ enrolmentId: z.string(), personId: z.string() }),
  `select enrolment.id as "enrolmentId", person_id as "personId"
   from submission
   join enrolment on (group_id is null and enrolment.id = submission.enrolment_id)
     or enrolment.id in (select enrolment_id from work_group_member where group_id = submission.group_id)
   where submission.id = $1
   order by enrolment.id`,
);

export const setState = `update submission set state = $2, published_at = $3 where id = $1`;
