import { z } from 'zod';
import { statement } from '../platform/database.ts';

/** What was last published of a person's (`$1`) task `$3` in the enrolment `$2`, alone or in a group, and what counts now. */
export const findTaskGrade = statement(
  'find-task-grade',
  z.object({
    ...{ points: z.int(), maxPoints: z.int(), penalty: z.int(), published: z.int(), demand: z.int() },
    ...{ grade: z.int(), overridden: z.boolean() },
  }),
  `select points.points, points.max_points as "maxPoints", points.penalty, points.grade as published, demand,
     unit_grade.grade, overridden
   from enrolment own
   join edition on edition.id = own.edition_id
   join task on task.version_id = course_version_id and task.unit_key = $3
   join unit_grade on unit_grade.enrolment_id = own.id and unit_grade.unit_key = $3
   join submission on submission.kind = 'task' and submission.unit_key = $3 and submission.edition_id = edition.id and (
     submission.enrolment_id = own.id
     or submission.group_id in (select group_id from work_group_member where enrolment_id = own.id))
   cross join lateral (
     select * from mark_publication where submission_id = submission.id order by n desc limit 1) points
   where own.id = $2 and own.person_id = $1 and points.grade is not null`,
);
