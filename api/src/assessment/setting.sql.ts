import { z } from 'zod';
import { statement } from '../platform/database.ts';

/** What is kept of the word that opens an evaluation for this enrolment; null where it needs none. */
export const findHash = statement(
  'find-evaluation-password',
  z.object({ hash: z.string().nullable() }),
  `select password_hash as hash
   from enrolment join evaluation_setting setting on setting.edition_id = enrolment.edition_id
   where enrolment.id = $1 and setting.unit_key = $2`,
);

/** Releases by hand what waits for that. */
export const writeReleased = `
  insert into evaluation_setting (edition_id, unit_key, released_at, changed_at, changed_by) values ($1, $2, $3, $3, $4)
  on conflict (edition_id, unit_key) do update set released_at = coalesce(evaluation_setting.released_at, excluded.released_at)`;

/** Who has ended attempts at an evaluation of an edition: whose notas a release publishes. */
export const findEnded = statement(
  'find-ended-enrolments',
  z.object({ enrolmentId: z.string() }),
  `select distinct enrolment.id as "enrolmentId"
   from enrolment join attempt on attempt.enrolment_id = enrolment.id
   where edition_id = $1 and unit_key = $2 and submitted_at is not null`,
);
