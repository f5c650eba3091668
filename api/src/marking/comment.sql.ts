import { z } from 'zod';
import { type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { nameOf, submitted } from './queue.sql.ts';

/** The course of a submission (`$5`) that is within reach. */
export const findCourse = statement<[...Reach, string], { courseId: string }>(
  'find-course-of-submission',
  z.object({ courseId: z.string() }),
  `select course_version.course_id as "courseId"
   from ${submitted} join course_version on course_version.id = edition.course_version_id
   where submission.id = $5 and submission.state <> 'draft' and ${reached}`,
);

/** Comments kept in a course (`$1`): one's own (`$2`) and shared ones; `$3` words to look for, whatever their accents. */
export const findComments = statement<
  [string, string, string | null],
  { id: string; body: string; shared: boolean; mine: boolean; by: string; uses: number }
>(
  'find-bank-comments',
  z.object({
    ...{ id: z.string(), body: z.string(), shared: z.boolean(), mine: z.boolean(), by: z.string(), uses: z.int() },
  }),
  `select bank_comment.id, body, shared, owner_id = $2 as mine, ${nameOf('person')} as by, uses
   from bank_comment join person on person.id = owner_id
   where course_id = $1 and (owner_id = $2 or shared)
     and ($3::text is null or position(es_fold($3) in es_fold(body)) > 0)
   order by owner_id = $2 desc, uses desc, bank_comment.id
   limit 50`,
);

export const countUse = `
  update bank_comment set uses = uses + 1 where id = $1 and course_id = $2 and (owner_id = $3 or shared)`;
export const removeComment = 'delete from bank_comment where id = $1 and owner_id = $2';
export const keepComment = `
  insert into bank_comment (id, course_id, owner_id, shared, body, uses, created_at) values ($1, $2, $3, $4, $5, 0, $6)
  on conflict (course_id, owner_id, body) do update set shared = excluded.shared`;
