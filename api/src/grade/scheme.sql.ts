import { z } from 'zod';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { statement } from '../platform/database.ts';

/** The rules that the course of an edition was published with, if any. */
export const findCourseRules = statement<[string], { rules: GradeRules | null }>(
  'find-course-rules',
  z.object({ rules: GradeRules.nullable() }),
  `select manifest->'rules' as rules
   from edition join course_version on course_version.id = course_version_id where edition.id = $1`,
);

/** Writes where `$3` is how often they were changed before: 0 where there are none. */
export const writeScheme = `
  insert into grade_scheme (edition_id, rules, n, changed_by, changed_at)
  select $1::uuid, $2::jsonb, 1, $4::uuid, $5::timestamptz where $3::integer = 0
  on conflict (edition_id) do nothing`;
export const rewriteScheme = `
  update grade_scheme set rules = $2, n = n + 1, changed_by = $4, changed_at = $5 where edition_id = $1 and n = $3`;
export const dropScheme = 'delete from grade_scheme where edition_id = $1 and n = $2';
