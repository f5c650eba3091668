import { z } from 'zod';
import { statement } from '../platform/database.ts';
import { cutoffAt, dueAt, late, ownedBy, penaltyPerDay } from './due.policy.ts';
import { Rubric } from './rubric.schema.ts';

const at = z.coerce.date();
const File = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() });

const filesOf = (version: string) => `
  (select coalesce(json_agg(json_build_object('id', file.id, 'name', file.name, 'mediaType', media_type, 'size', size,
     'sha256', sha256) order by file.created_at, file.id), '[]')
   from submission_file file
   where file.submission_id = submission.id and file.version is not distinct from ${version} and removed_at is null)`;

/** The rules of a task as they stand for one enrolment; a piece of the statements below. */
const place = `
  from enrolment
  join edition on edition.id = enrolment.edition_id
  join course_version on course_version.id = course_version_id
  join course on course.id = course_id
  join task on task.version_id = course_version_id
  join version_unit unit on unit.version_id = task.version_id and unit.unit_key = task.unit_key
  left join task_setting setting on setting.edition_id = edition.id and setting.unit_key = task.unit_key
  left join work_group_member own on own.enrolment_id = enrolment.id and own.unit_key = task.unit_key
  left join submission on ${ownedBy('task.unit_key')}
  where enrolment.id = $1 and task.unit_key = $2 and enrolment.person_id = $3`;

const Rules = {
  ...{ mode: z.enum(['individual', 'group']), takesText: z.boolean(), takesFiles: z.boolean() },
  ...{ minWords: z.int().nullable(), maxWords: z.int().nullable(), fileTypes: z.array(z.string()) },
  ...{ maxFiles: z.int(), maxBytes: z.int() },
  ...{ late: z.enum(['refuse', 'until', 'penalty']), penalty: z.int(), resubmissions: z.int() },
};
const rules = `mode, takes_text as "takesText", takes_files as "takesFiles", min_words as "minWords",
  max_words as "maxWords", file_types as "fileTypes", max_files as "maxFiles", max_bytes as "maxBytes",
  ${late} as late, ${penaltyPerDay} as penalty, resubmissions`;

const Window = { opensAt: z.date(), dueAt: z.date(), cutoffAt: z.date() };
const window = `coalesce(setting.opens_at, starts_at) as "opensAt", ${dueAt} as "dueAt", ${cutoffAt} as "cutoffAt"`;

/** All of a task's page for whoever is enrolled: `$1` enrolment, `$2` unit, `$3` person. */
export const findTask = statement(
  'find-task',
  z.object({
    ...{ enrolmentId: z.string(), slug: z.string(), course: z.string(), key: z.string(), title: z.string() },
    ...{ module: z.string().nullable(), minutes: z.int(), weight: z.int(), demand: z.int(), points: z.int() },
    ...{ instructions: z.string(), rubric: Rubric, anonymous: z.boolean(), timeZone: z.string(), peerReviews: z.int() },
    ...Rules,
    ...Window,
    submissionId: z.string().nullable(),
    state: z.enum(['draft', 'submitted', 'returned', 'published']).nullable(),
    ...{ draft: z.string().nullable(), draftSeq: z.int().nullable(), draftSavedAt: z.date().nullable() },
    draftFiles: z.array(File),
    versions: z.array(
      z.object({
        ...{ n: z.int(), html: z.string(), words: z.int(), submittedAt: at, by: z.string(), lateMinutes: z.int() },
        ...{ folio: z.string(), files: z.array(File) },
      }),
    ),
    group: z.object({ name: z.string(), members: z.array(z.string()) }).nullable(),
    grade: z.int().nullable(),
  }),
  `select enrolment.id as "enrolmentId", slug, course_version.title as course, task.unit_key as key, unit.title,
     jsonb_path_query_first(manifest, '$.modules[*] ? (@.key == $key).title',
       jsonb_build_object('key', unit.module_key)) #>> '{}' as module,
     unit.minutes, unit.weight, demand, points, instructions, rubric, anonymous, time_zone as "timeZone",
     task.peer_reviews as "peerReviews", ${rules}, ${window},
     submission.id as "submissionId", submission.state, draft, draft_seq as "draftSeq", draft_saved_at as "draftSavedAt",
     ${filesOf('null::integer')} as "draftFiles",
     (select coalesce(json_agg(json_build_object('n', n, 'html', html, 'words', words, 'submittedAt', sent.submitted_at,
        'by', person.given_names || ' ' || person.family_names, 'lateMinutes', sent.late_minutes, 'folio', folio,
        'files', ${filesOf('n')}) order by n desc), '[]')
      from submission_version sent join person on person.id = submitted_by
      where submission_id = submission.id) as versions,
     (select json_build_object('name', work_group.name, 'members', (
        select json_agg(given_names || ' ' || family_names order by family_names, given_names)
        from work_group_member member
        join enrolment their on their.id = member.enrolment_id
        join person on person.id = their.person_id
        where member.group_id = work_group.id))
      from work_group where work_group.id = own.group_id) as group,
     (select grade from unit_grade where unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = task.unit_key)
       as grade
   ${place}`,
);

/** What handing in needs to know; parameters as above. */
export const findWork = statement(
  'find-task-work',
  z.object({
    ...{ editionId: z.string(), title: z.string(), groupId: z.string().nullable() },
    ...Rules,
    ...Window,
    submissionId: z.string().nullable(),
    state: z.enum(['draft', 'submitted', 'returned', 'published']).nullable(),
  }),
  `select edition.id as "editionId", unit.title, own.group_id as "groupId", ${rules}, ${window},
     submission.id as "submissionId", submission.state
   ${place}`,
);
export type Work = z.infer<typeof findWork.rows>[number];

/** Begins a draft; where another has just begun one, nothing. */
export const openDraft = `
  insert into submission (id, kind, edition_id, unit_key, enrolment_id, group_id, state, version, late_minutes,
    created_at, draft, draft_seq)
  values ($1, 'task', $2, $3, $4, $5, 'draft', 0, 0, $6, '', 0) on conflict do nothing`;

/** Whoever changes a submission waits here for whoever is changing it. */
export const lockSubmission = statement(
  'lock-submission',
  z.object({
    ...{ state: z.enum(['draft', 'submitted', 'returned', 'published']), version: z.int(), lateMinutes: z.int() },
    ...{ draft: z.string(), draftSeq: z.int() },
  }),
  `select state, version, late_minutes as "lateMinutes", draft, draft_seq as "draftSeq"
   from submission where id = $1 for update`,
);

export const saveDraft = 'update submission set draft = $2, draft_seq = $3, draft_saved_at = $4 where id = $1';

/** Of a group, it is from then on of whoever handed it in (`$5`): whoever began may have left. */
export const handIn = `
  update submission set state = 'submitted', version = $2, submitted_at = $3, late_minutes = $4, enrolment_id = $5
  where id = $1`;

export const sendDraftFiles = `
  update submission_file set version = $2 where submission_id = $1 and version is null and removed_at is null`;

export const countDraftFiles = statement(
  'count-draft-files',
  z.object({ files: z.int() }),
  `select count(*)::integer as files from submission_file
   where submission_id = $1 and version is null and removed_at is null`,
);

/** The people of a submission, with the enrolment of each. */
export const findOwners = statement(
  'find-submission-owners',
  z.object({ personId: z.string(), enrolmentId: z.string() }),
  `select person_id as "personId", enrolment.id as "enrolmentId"
   from submission
   join enrolment on enrolment.id = submission.enrolment_id and group_id is null or enrolment.id in (
     select member.enrolment_id from work_group_member member where member.group_id = submission.group_id)
   where submission.id = $1`,
);
