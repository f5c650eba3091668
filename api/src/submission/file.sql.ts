import { z } from 'zod';
import { reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

/** Whether somebody (`person`) is among those whose submission it is; joins `submission` and its `enrolment`. */
const owns = (person: string) => `
  ((submission.group_id is null and enrolment.person_id = ${person}) or submission.group_id in (
     select member.group_id from work_group_member member
     join enrolment their on their.id = member.enrolment_id and their.person_id = ${person}))`;

/** What a draft (`$1`) of somebody (`$2`) takes in files; none where nothing can be added now. */
export const findFileRules = statement(
  'find-file-rules',
  z.object({ types: z.array(z.string()), maxFiles: z.int(), maxBytes: z.int(), files: z.int(), arriving: z.int() }),
  `select coalesce(to_jsonb(task.file_types), body->'types') as types,
     coalesce(task.max_files, (body->>'maxFiles')::integer) as "maxFiles",
     coalesce(task.max_bytes, (body->>'maxBytes')::integer) as "maxBytes",
     (select count(*)::integer from submission_file
      where submission_id = submission.id and version is null and removed_at is null) as files,
     (select count(*)::integer from upload where submission_id = submission.id) as arriving
   from submission
   join enrolment on enrolment.id = submission.enrolment_id
   join edition on edition.id = submission.edition_id
   left join task on submission.kind = 'task' and task.version_id = edition.course_version_id
     and task.unit_key = submission.unit_key and takes_files
   left join (attempt_question
     join attempt on attempt.id = attempt_question.attempt_id and attempt.submitted_at is null
     join question_version on question_version.id = question_version_id and question_version.kind = 'file'
   ) on attempt_question.attempt_id = submission.attempt_id and attempt_question.position = submission.position
   where submission.id = $1 and ${owns('$2')} and submission.state in ('draft', 'returned')
     and num_nonnulls(task.version_id, question_version.id) = 1`,
);

/** The draft of an answer by file, for whoever is in the middle of its attempt: `$1` attempt, `$2` position, `$3` person. */
export const findFileQuestion = statement(
  'find-file-question',
  z.object({ editionId: z.string(), unit: z.string(), enrolmentId: z.string(), submissionId: z.string().nullable() }),
  `select enrolment.edition_id as "editionId", attempt.unit_key as unit, enrolment.id as "enrolmentId",
     submission.id as "submissionId"
   from attempt
   join enrolment on enrolment.id = attempt.enrolment_id
   join attempt_question question on question.attempt_id = attempt.id
   join question_version on question_version.id = question_version_id
   left join submission on submission.attempt_id = attempt.id and submission.position = question.position
   where attempt.id = $1 and question.position = $2 and person_id = $3 and attempt.submitted_at is null
     and question_version.kind = 'file'`,
);
export const openAnswerDraft = `
  insert into submission (id, kind, edition_id, unit_key, enrolment_id, attempt_id, position, state, version,
    late_minutes, created_at, draft, draft_seq)
  values ($1, 'answer', $2, $3, $4, $5, $6, 'draft', 0, 0, $7, '', 0) on conflict do nothing`;

export const findUpload = statement(
  'find-upload',
  z.object({ id: z.string(), submissionId: z.string(), name: z.string(), size: z.int() }),
  `select id, submission_id as "submissionId", name, size from upload where id = $1 and person_id = $2`,
);

/** All that the private files weigh, those that are arriving too. */
export const weighFiles = statement(
  'weigh-private-files',
  z.object({ bytes: z.coerce.number() }),
  `select coalesce((select sum(size) from submission_file where removed_at is null), 0)
     + coalesce((select sum(size) from upload), 0) as bytes`,
);

/** One at a time keeps, or throws away, bytes of this hash. */
export const lockBytes = 'select pg_advisory_xact_lock(hashtextextended($1, 36))';
export const isHeld = statement(
  'is-file-held',
  z.object({ held: z.boolean() }),
  `select exists (select from submission_file where sha256 = $1 and removed_at is null) as held`,
);
export const removeFile = `
  update submission_file set removed_at = $3
  where id = $2 and submission_id = $1 and version is null and removed_at is null returning sha256`;

const FileRow = z.object({ name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() });
const columns = `file.name, media_type as "mediaType", size, sha256`;

/** A file (`$2`) of a submission (`$1`) for one of those (`$3`) whose it is. */
export const findOwnFile = statement(
  'find-own-file',
  FileRow,
  `select ${columns} from submission_file file
   join submission on submission.id = submission_id
   join enrolment on enrolment.id = submission.enrolment_id
   where submission_id = $1 and file.id = $2 and removed_at is null and ${owns('$3')}`,
);

/**
 * A file (`$6`) of a submission (`$5`) that was sent, for whoever's scope reaches its people; where these must not be told
 * apart yet, which of its version's files it is (`n`).
 */
export const findSentFile = statement(
  'find-sent-file',
  FileRow.extend({ n: z.int().nullable() }),
  `select ${columns},
     case when coalesce(rule.anonymous, task.anonymous, false) and submission.state <> 'published' then
       (select count(*)::integer from submission_file before
        where before.submission_id = submission.id and before.version = file.version
          and (before.created_at, before.id) <= (file.created_at, file.id)) end as n
   from submission_file file
   join submission on submission.id = submission_id
   join enrolment on enrolment.id = submission.enrolment_id
   join edition on edition.id = submission.edition_id
   join person on person.id = enrolment.person_id
   left join institution on institution.id = person.institution_id
   left join region on region.cut = institution.region_cut
   left join task on task.version_id = edition.course_version_id and task.unit_key = submission.unit_key
   left join marking_rule rule on rule.edition_id = submission.edition_id and rule.unit_key = submission.unit_key
   where submission_id = $5 and file.id = $6 and file.version is not null and removed_at is null and ${reached}`,
);
