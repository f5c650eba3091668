import { z } from 'zod';
import { statement } from '../platform/database.ts';

/** Whoever writes a nota of this enrolment waits here for whoever is writing one. */
export const lockEnrolment = 'select from enrolment where id = $1 for no key update';

export const findGrade = statement(
  'find-unit-grade',
  z.object({ grade: z.int(), computed: z.int().nullable(), overridden: z.boolean() }),
  `select grade, computed, overridden from unit_grade where enrolment_id = $1 and unit_key = $2`,
);

export const writeGrade = `
  insert into unit_grade (enrolment_id, unit_key, grade, computed, overridden, graded_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (enrolment_id, unit_key) do update set grade = excluded.grade, computed = excluded.computed,
    overridden = excluded.overridden, graded_at = excluded.graded_at`;

export const removeGrade = 'delete from unit_grade where enrolment_id = $1 and unit_key = $2';
