import { z } from 'zod';
import { statement } from '../platform/database.ts';

/** A folio says the year in which it was given and a number of its own: `E-2026-000123`. Numbers may be skipped. */
export const folio = `'E-' || to_char($2::timestamptz at time zone 'America/Santiago', 'YYYY') || '-' ||
  lpad(nextval('submission_folio')::text, 6, '0')`;

/** The answers of an attempt that a person marks and nobody has. */
export const findManualAnswers = statement(
  'find-manual-answers',
  z.object({
    editionId: z.uuid(),
    unit: z.string(),
    enrolmentId: z.uuid(),
    personId: z.uuid(),
    position: z.int(),
    submittedAt: z.coerce.date(),
    html: z.string(),
    files: z.array(z.uuid()),
  }),
  `select edition_id as "editionId", attempt.unit_key as unit, enrolment_id as "enrolmentId", person_id as "personId",
     position, submitted_at as "submittedAt", coalesce(response ->> 'html', '') as html,
     coalesce(response -> 'files', '[]'::jsonb) as files
   from attempt
   join enrolment on enrolment.id = enrolment_id
   join attempt_question on attempt_id = attempt.id
   join question_version on question_version.id = question_version_id
   where attempt.id = $1 and submitted_at is not null and kind in ('essay', 'file') and attempt_question.points is null
   order by position`,
);

/** One submission for each answer; one that was withdrawn is sent again. Answers nothing for those that are in already. */
export const receiveAnswer = `
  insert into submission (id, kind, edition_id, unit_key, enrolment_id, attempt_id, position, state, version,
    submitted_at, late_minutes, created_at, draft, draft_seq)
  values ($1, 'answer', $2, $3, $4, $5, $6, 'submitted', 1, $7, 0, $8, '', 0)
  on conflict (attempt_id, position) do update
    set state = 'submitted', version = submission.version + 1, submitted_at = excluded.submitted_at, published_at = null
    where submission.state = 'draft'
  returning id, version`;

/** Keeps what was sent: `$1` submission, `$2` when, `$3` n, `$4` HTML, `$5` words, `$6` who, `$7` minutes late. */
export const keepVersion = `
  insert into submission_version (submission_id, n, html, words, submitted_at, submitted_by, late_minutes, folio)
  values ($1, $3, $4, $5, $2, $6, $7, ${folio}) returning folio`;

/** The files that an answer names become those of its version; those of an earlier one stay there too. */
export const sendFiles = `
  with fresh as (
    update submission_file set version = $2
    where submission_id = $1 and version is null and removed_at is null and id = any($3::uuid[]))
  insert into submission_file (id, submission_id, version, name, media_type, size, sha256, uploaded_by, created_at)
  select uuidv7(), submission_id, $2, name, media_type, size, sha256, uploaded_by, created_at
  from submission_file where submission_id = $1 and version is not null and id = any($3::uuid[])`;

export const withdrawAnswers = `
  update submission set state = 'draft', published_at = null where attempt_id = $1 and state <> 'draft'`;

/** The files of a version (`$2`), in the draft too. Their order stays. */
export const copyFiles = `
  insert into submission_file (id, submission_id, version, name, media_type, size, sha256, uploaded_by, created_at)
  select uuidv7(), submission_id, null, name, media_type, size, sha256, uploaded_by, created_at
  from submission_file where submission_id = $1 and version = $2`;
