import { z } from 'zod';
import { GradeRules } from '../content/grade-rules.schema.ts';
import type { Scale } from '../assessment/nota.policy.ts';
import { handed } from '../assessment/handed.policy.ts';
import { layers, settingJoin } from '../assessment/rules.policy.ts';
import { Layers } from '../assessment/rules.schema.ts';
import { statement } from '../platform/database.ts';

const Item = z.object({
  ...{ unit: z.string(), kind: z.enum(['evaluation', 'task']), title: z.string(), weight: z.int() },
  ...{ grade: z.int().nullable(), handed: z.boolean(), overridden: z.boolean() },
});
type Item = z.infer<typeof Item>;

/** A course's evaluations and tasks with their published notas, and its required lessons; `$1` the enrolment, `$2` whose (null: anyone's). */
export const findCourse = statement<
  [enrolment: string, person: string | null],
  {
    enrolmentId: string;
    parentId: string | null;
    slug: string;
    title: string;
    passGrade: number;
    items: Item[];
    rules: GradeRules | null;
    attendance: number | null;
    endsAt: Date;
    timeZone: string;
    lessonsAll: number;
    lessonsDone: number;
    grade: number | null;
    completedAt: Date | null;
  }
>(
  'find-course-grade',
  z.object({
    enrolmentId: z.string(),
    parentId: z.string().nullable(),
    slug: z.string(),
    title: z.string(),
    passGrade: z.int(),
    items: z.array(Item),
    ...{ rules: GradeRules.nullable(), attendance: z.int().nullable(), endsAt: z.date(), timeZone: z.string() },
    lessonsAll: z.int(),
    lessonsDone: z.int(),
    grade: z.int().nullable(),
    completedAt: z.date().nullable(),
  }),
  `select enrolment.id as "enrolmentId", enrolment.parent_id as "parentId", slug, course_version.title,
     (manifest->'passGrade')::integer as "passGrade", units.*, result.grade, completed_at as "completedAt",
     coalesce(scheme.rules, manifest->'rules') as rules, attendance.percent as attendance, ends_at as "endsAt",
     time_zone as "timeZone"
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   left join result on result.enrolment_id = enrolment.id
   left join grade_scheme scheme on scheme.edition_id = edition.id
   left join attendance on attendance.enrolment_id = enrolment.id
   cross join lateral (
     select
       coalesce(json_agg(json_build_object(
         'unit', unit.unit_key, 'kind', kind, 'title', unit.title, 'weight', weight, 'grade', unit_grade.grade,
         'overridden', coalesce(unit_grade.overridden, false),
         'handed', ${handed('enrolment.id', 'unit.unit_key')}) order by position)
         filter (where kind <> 'lesson'), '[]') as items,
       (count(*) filter (where kind = 'lesson' and required))::integer as "lessonsAll",
       (count(*) filter (where kind = 'lesson' and required and done_at is not null))::integer as "lessonsDone"
     from version_unit unit
     left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
     left join unit_progress on unit_progress.enrolment_id = enrolment.id and unit_progress.unit_key = unit.unit_key
     where unit.version_id = course_version.id
   ) units
   where enrolment.id = $1 and ($2::uuid is null or person_id = $2)`,
);

/** The courses of a programme with the grade of those that this enrolment has completed; no row when it is of no programme. */
export const findProgramme = statement(
  'find-programme-grade',
  z.object({ weight: z.int(), grade: z.int().nullable() }),
  `select weight, result.grade
   from enrolment
   join edition on edition.id = enrolment.edition_id
   join programme_course on programme_course.version_id = programme_version_id
   left join (
     enrolment part
     join edition part_edition on part_edition.id = part.edition_id
     join course_version on course_version.id = part_edition.course_version_id
     join result on result.enrolment_id = part.id
   ) on part.parent_id = enrolment.id and course_version.course_id = programme_course.course_id
   where enrolment.id = $1`,
);

/** Completes once: whoever comes second writes nothing. `$4` the rules that gave the nota; null of a programme. */
export const complete = `
  insert into result (enrolment_id, grade, completed_at, rules) values ($1, $2, $3, $4) on conflict do nothing`;

/** Writes another nota where it is another. */
export const correctResult = 'update result set grade = $2 where enrolment_id = $1 and grade <> $2';
export const reopen = 'delete from result where enrolment_id = $1';

/**
 * The result of a complete enrolment, and of each unit the nota that counts in it: what somebody decided or corrected
 * since, but nothing that the learner alone tried later.
 */
export const findResult = statement<
  [string],
  { grade: number; rules: GradeRules | null; notas: [string, number | null][] }
>(
  'find-course-result',
  z.object({ grade: z.int(), rules: GradeRules.nullable(), notas: z.array(z.tuple([z.string(), z.int().nullable()])) }),
  `select result.grade, rules, coalesce((
     select json_agg(json_build_array(unit_key, nota))
     from (
       select distinct on (unit_key) unit_key, case when counts then after else before end as nota
       from grade_change
       cross join lateral (select cause <> 'evaluation' or actor_id is not null or at <= completed_at as counts) own
       where grade_change.enrolment_id = result.enrolment_id
       order by unit_key, counts desc, case when counts then grade_change.id end desc, grade_change.id
     ) unit), '[]') as notas
   from result where enrolment_id = $1`,
);

/** Whoever looks whether an enrolment is complete waits for whoever writes a nota of it. */
export const holdEnrolment = 'select from enrolment where id = $1 for no key update';

/** An evaluation with every attempt that its learner may see, and the points of its questions. */
export const findEvaluationGrade = statement(
  'find-evaluation-grade',
  z.object({
    enrolmentId: z.string(),
    slug: z.string(),
    course: z.string(),
    unit: z.string(),
    title: z.string(),
    module: z.string().nullable(),
    weight: z.int(),
    layers: Layers,
    passGrade: z.int(),
    attempts: z.array(
      z.object({
        id: z.string(),
        n: z.int(),
        submittedAt: z.coerce.date(),
        points: z.int(),
        maxPoints: z.int(),
        grade: z.int(),
        scale: z.custom<Scale>(),
        questions: z.array(z.object({ position: z.int(), points: z.int(), maxPoints: z.int() })),
      }),
    ),
  }),
  `select enrolment.id as "enrolmentId", slug, course_version.title as course, unit.unit_key as unit, unit.title,
     jsonb_path_query_first(manifest, '$.modules[*] ? (@.key == $key).title',
       jsonb_build_object('key', unit.module_key)) #>> '{}' as module,
     unit.weight, ${layers} as layers, (manifest->'passGrade')::integer as "passGrade",
     (select coalesce(json_agg(json_build_object(
        'id', attempt.id, 'n', n, 'submittedAt', submitted_at, 'points', attempt.points, 'maxPoints', max_points,
        'grade', grade, 'scale', attempt.scale, 'questions',
        (select json_agg(json_build_object(
           'position', position, 'points', question.points, 'maxPoints', question.max_points) order by position)
         from attempt_question question where attempt_id = attempt.id)) order by n), '[]')
      from attempt
      where attempt.enrolment_id = enrolment.id and attempt.unit_key = unit.unit_key
        and grade is not null and annulled_at is null) as attempts
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_id
   join evaluation on evaluation.version_id = course_version_id
   ${settingJoin}
   join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   where enrolment.id = $1 and evaluation.unit_key = $2 and person_id = $3`,
);
