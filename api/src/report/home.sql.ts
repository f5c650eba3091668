import { z } from 'zod';
import { statement } from '../platform/database.ts';

const at = z.coerce.date();

const Unit = z.object({
  ...{ key: z.string(), kind: z.enum(['lesson', 'evaluation']), title: z.string(), minutes: z.int() },
  ...{ moduleKey: z.string().nullable(), done: z.boolean(), permille: z.int(), grade: z.int().nullable() },
  ...{ questions: z.int().nullable(), limit: z.int().nullable(), attemptsLeft: z.int().nullable() },
  openAttempt: z.boolean(),
});
export type Unit = z.infer<typeof Unit>;

const Course = z.object({
  ...{ enrolmentId: z.string(), parentId: z.string().nullable(), courseId: z.string(), slug: z.string() },
  ...{ title: z.string(), edition: z.string(), startsAt: at, endsAt: at, timeZone: z.string() },
  ...{ lastUnit: z.string().nullable(), lastAt: at.nullable(), section: z.string().nullable() },
  ...{ grade: z.int().nullable(), completed: z.boolean(), modules: z.array(z.string()), units: z.array(Unit) },
});
export type Course = z.infer<typeof Course>;

/** Every course in which a person is enrolled, with the state of each of its units. */
export const findCourses = statement<[string], Course>(
  'find-home-courses',
  Course,
  `select enrolment.id as "enrolmentId", enrolment.parent_id as "parentId", course.id as "courseId", course.slug,
     course_version.title, edition.name as edition, starts_at as "startsAt", ends_at as "endsAt",
     time_zone as "timeZone", last_unit as "lastUnit", last_at as "lastAt",
     jsonb_path_query_first(manifest, '$.modules[*].units[*] ? (@.key == $unit).toc[*] ? (@.id == $anchor).title',
       jsonb_build_object('unit', last_unit, 'anchor',
         (select anchor from unit_progress where enrolment_id = enrolment.id and unit_key = last_unit))) #>> '{}' as section,
     result.grade, result.completed_at is not null as completed,
     array(select module->>'key' from jsonb_array_elements(manifest->'modules') module) as modules,
     (select coalesce(json_agg(json_build_object(
        'key', unit.unit_key, 'kind', unit.kind, 'title', unit.title, 'minutes', unit.minutes,
        'moduleKey', unit.module_key, 'grade', unit_grade.grade, 'permille', coalesce(progress.permille, 0),
        'done', progress.done_at is not null or unit_grade.grade is not null,
        'questions', evaluation.draw, 'limit', evaluation.minutes,
        'attemptsLeft', evaluation.attempts - coalesce(tries.all, 0),
        'openAttempt', coalesce(tries.open, 0) > 0) order by unit.position), '[]')
      from version_unit unit
      left join evaluation on evaluation.version_id = unit.version_id and evaluation.unit_key = unit.unit_key
      left join unit_progress progress on progress.enrolment_id = enrolment.id and progress.unit_key = unit.unit_key
      left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
      left join (
        select unit_key, count(*)::integer as all, count(*) filter (where submitted_at is null)::integer as open
        from attempt where attempt.enrolment_id = enrolment.id group by unit_key
      ) tries on tries.unit_key = unit.unit_key
      where unit.version_id = course_version.id) as units
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join course on course.id = course_version.course_id
   left join result on result.enrolment_id = enrolment.id
   where enrolment.person_id = $1
   order by starts_at, enrolment.id`,
);

const Programme = z.object({
  ...{ enrolmentId: z.string(), slug: z.string(), title: z.string(), edition: z.string() },
  courses: z.array(z.object({ courseId: z.string(), slug: z.string(), title: z.string(), weight: z.int() })),
});
const Certificate = z.object({ id: z.string(), title: z.string(), folio: z.string(), issuedAt: at });

/** The programmes of a person with their courses in order, and the certificates they hold. */
export const findHoldings = statement(
  'find-home-holdings',
  z.object({ programmes: z.array(Programme), certificates: z.array(Certificate) }),
  `select
     coalesce((
       select json_agg(json_build_object('enrolmentId', enrolment.id, 'slug', programme.slug,
         'title', programme_version.title, 'edition', edition.name, 'courses', (
           select coalesce(json_agg(json_build_object('courseId', course.id, 'slug', course.slug,
             'title', course_version.title, 'weight', weight) order by position), '[]')
           from programme_course
           join course on course.id = programme_course.course_id
           join course_version on course_version.id = course.current_version_id
           where programme_course.version_id = programme_version.id)) order by enrolment.id)
       from enrolment
       join edition on edition.id = edition_id
       join programme_version on programme_version.id = programme_version_id
       join programme on programme.id = programme_id
       where person_id = $1), '[]') as programmes,
     coalesce((
       select json_agg(json_build_object('id', id, 'title', detail->>'title', 'folio', folio, 'issuedAt', issued_at)
         order by issued_at desc)
       from credential where person_id = $1 and annulled_at is null), '[]') as certificates`,
);
