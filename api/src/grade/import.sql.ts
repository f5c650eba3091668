import { z } from 'zod';
import { followed, type Reach } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { ImportChange, ImportRefusal } from './import.schema.ts';

/** An import of an edition within reach, and only for whoever brought it; `$5` the import, `$6` who. */
export const findImport = statement<
  [...Reach, string, string],
  {
    id: string;
    editionId: string;
    actorId: string;
    name: string;
    createdAt: Date;
    changes: ImportChange[];
    refused: ImportRefusal[];
    askedAt: Date | null;
    appliedAt: Date | null;
    stale: ImportChange[] | null;
  }
>(
  'find-grade-import',
  z.object({
    ...{ id: z.string(), editionId: z.string(), actorId: z.string(), name: z.string(), createdAt: z.date() },
    ...{ changes: z.array(ImportChange), refused: z.array(ImportRefusal), stale: z.array(ImportChange).nullable() },
    ...{ askedAt: z.date().nullable(), appliedAt: z.date().nullable() },
  }),
  `select grade_import.id, edition_id as "editionId", actor_id as "actorId", grade_import.name,
     grade_import.created_at as "createdAt", changes, refused, stale, asked_at as "askedAt", applied_at as "appliedAt"
   from grade_import join edition on edition.id = edition_id
   where grade_import.id = $5 and actor_id = $6 and ${followed}`,
);

/** The import that a job applies, held so that a second run of the job waits and then finds it done. */
export const holdImport = `
  select id, edition_id as "editionId", actor_id as "actorId", changes, reason, explanation
  from grade_import where id = $1 and applied_at is null for update`;

/** What counts now of what an import would change, in the order of its pairs: `$1` enrolments, `$2` units. */
export const findCurrent = statement<[string[], (string | null)[]], { grade: number | null; personId: string }>(
  'find-current-of-import',
  z.object({ grade: z.int().nullable(), personId: z.string() }),
  `select case when pair.unit is null then percent else grade end as grade, person_id as "personId"
   from unnest($1::uuid[], $2::text[]) with ordinality as pair(enrolment, unit, n)
   join enrolment on enrolment.id = pair.enrolment
   left join unit_grade on unit_grade.enrolment_id = pair.enrolment and unit_grade.unit_key = pair.unit
   left join attendance on attendance.enrolment_id = pair.enrolment
   order by n`,
);

/** Holds the enrolments that an import touches, always in the same order. */
export const lockEnrolments = 'select from enrolment where id = any($1::uuid[]) order by id for no key update';

export const writeAttendance = `
  insert into attendance (enrolment_id, percent, recorded_by, recorded_at) values ($1, $2, $3, $4)
  on conflict (enrolment_id) do update set percent = excluded.percent, recorded_by = excluded.recorded_by,
    recorded_at = excluded.recorded_at`;
