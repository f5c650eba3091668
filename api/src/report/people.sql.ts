import { z } from 'zod';
import { handedBy } from '../assessment/handed.policy.ts';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { followed, type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

const enrolled = `
  enrolment
  join edition on edition.id = enrolment.edition_id
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;

/** Seats are those that someone within reach may take: kept for their region, where any are, else the general ones. */
export const findEditions = statement<
  Reach,
  {
    id: string;
    kind: 'course' | 'programme';
    title: string;
    name: string;
    startsAt: Date;
    endsAt: Date;
    timeZone: string;
    seats: number;
    taken: number;
    completed: number;
  }
>(
  'find-staff-editions',
  z.object({
    ...{ id: z.string(), kind: z.enum(['course', 'programme']), title: z.string(), name: z.string() },
    ...{ startsAt: z.date(), endsAt: z.date(), timeZone: z.string() },
    ...{ seats: z.int(), taken: z.int(), completed: z.int() },
  }),
  `select edition.id, case when course_version_id is null then 'programme' else 'course' end as kind,
     coalesce(course_version.title, programme_version.title) as title, edition.name,
     starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone",
     (select coalesce(sum(seats), 0)::integer from seat_quota quota
      where quota.edition_id = coalesce(edition.parent_id, edition.id)
        and ($1 or edition.id = any($3) or edition.parent_id = any($3) or exists (
          select from region
          where ${reached} and quota.region_cut is not distinct from (
            select own.region_cut from seat_quota own
            where own.edition_id = quota.edition_id and own.region_cut = region.cut)))) as seats,
     people.taken, people.completed
   from edition
   left join course_version on course_version.id = course_version_id
   left join programme_version on programme_version.id = programme_version_id
   cross join lateral (
     select count(*)::integer as taken, count(result.completed_at)::integer as completed
     from ${enrolled.replace('join edition on edition.id = enrolment.edition_id', '')}
     left join result on result.enrolment_id = enrolment.id
     where enrolment.edition_id = edition.id and ${reached}) people
   where ${followed}
   order by starts_at desc, edition.id`,
);

const Unit = z.object({ key: z.string(), title: z.string(), weight: z.int() });
const RegionCount = z.object({
  ...{ cut: z.string(), name: z.string(), enrolled: z.int(), active: z.int(), completed: z.int() },
});

/** `$5` the edition, `$6` since when someone counts as active. What it grades: the evaluations and tasks of a course, or the courses of a programme. */
export const findEdition = statement(
  'find-staff-edition',
  z.object({
    ...{ id: z.string(), title: z.string(), name: z.string(), startsAt: z.date(), endsAt: z.date() },
    ...{ timeZone: z.string(), units: z.array(Unit), regions: z.array(RegionCount) },
  }),
  `select edition.id, coalesce(course_version.title, programme_version.title) as title, edition.name,
     starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone",
     coalesce(
       (select json_agg(json_build_object('key', unit_key, 'title', unit.title, 'weight', weight) order by position)
        from version_unit unit where version_id = course_version_id and kind <> 'lesson'),
       (select json_agg(json_build_object('key', course.key, 'title', part.title, 'weight', weight) order by position)
        from programme_course
        join course on course.id = programme_course.course_id
        join course_version part on part.id = course.current_version_id
        where version_id = programme_version_id),
       '[]') as units,
     (select coalesce(json_agg(json_build_object('cut', region.cut, 'name', short_name, 'enrolled', people.enrolled,
        'active', people.active, 'completed', people.completed) order by position), '[]')
      from region
      cross join lateral (
        select count(*) as enrolled, count(result.completed_at) as completed,
          count(*) filter (where exists (
            select from enrolment own
            where (own.id = enrolment.id or own.parent_id = enrolment.id) and own.last_at > $6)) as active
        from enrolment
        join person on person.id = enrolment.person_id
        join institution on institution.id = person.institution_id
        left join result on result.enrolment_id = enrolment.id
        where enrolment.edition_id = edition.id and institution.region_cut = region.cut
      ) people
      where ${reached}) as regions
   from edition
   left join course_version on course_version.id = course_version_id
   left join programme_version on programme_version.id = programme_version_id
   where edition.id = $5 and ${followed}`,
);

const Line = z.object({
  ...{ enrolmentId: z.string(), familyNames: z.string(), givenNames: z.string(), run: z.int() },
  ...{ institution: z.string().nullable(), region: z.string().nullable(), enrolledAt: z.date() },
  ...{ lastAt: z.date().nullable(), lessonsDone: z.int(), lessonsAll: z.int() },
  grades: z.array(z.object({ unit: z.string(), weight: z.int(), grade: z.int().nullable(), handed: z.boolean() })),
  ...{ rules: GradeRules.nullable(), attendance: z.int().nullable(), endsAt: z.date() },
  ...{ grade: z.int().nullable(), completedAt: z.date().nullable() },
});
export type Line = z.infer<typeof Line>;

/**
 * `$5` the edition, `$6` a region or null, `$7` to `$9` the names and enrolment after which to go on, or null, `$10` how
 * many. A programme's line adds up the courses under it.
 */
export const findPeople = statement(
  'find-people',
  Line,
  `with page as materialized (
     select enrolment.id, family_names, given_names, run, institution.name as institution, region.short_name as region,
       enrolled_at, course_version_id, programme_version_id, edition_id, ends_at
     from ${enrolled}
     where edition.id = $5 and ${reached} and ($6::text is null or region.cut = $6)
       and ($7::text is null or (family_names, given_names collate "es-CL-x-icu", enrolment.id)
         > ($7::text collate "es-CL-x-icu", $8::text collate "es-CL-x-icu", $9::uuid))
     order by family_names, given_names collate "es-CL-x-icu", enrolment.id
     limit $10
   )
   select page.id as "enrolmentId", family_names as "familyNames", given_names as "givenNames", run,
     institution, region, enrolled_at as "enrolledAt",
     own.last_at as "lastAt", own.done as "lessonsDone", own.lessons as "lessonsAll",
     coalesce(
       (select json_agg(json_build_object(
          'unit', unit.unit_key, 'weight', unit.weight, 'grade', unit_grade.grade, 'handed', unit.unit_key = any(handed.units))
          order by unit.position)
        from version_unit unit
        left join unit_grade on unit_grade.enrolment_id = page.id and unit_grade.unit_key = unit.unit_key
        where unit.version_id = page.course_version_id and unit.kind <> 'lesson'),
       (select json_agg(json_build_object(
          'unit', course.key, 'weight', weight, 'grade', part.grade, 'handed', part.grade is not null) order by position)
        from programme_course
        join course on course.id = programme_course.course_id
        left join (
          enrolment child
          join edition run on run.id = child.edition_id
          join course_version on course_version.id = run.course_version_id
          join result part on part.enrolment_id = child.id
        ) on child.parent_id = page.id and course_version.course_id = course.id
        where programme_course.version_id = page.programme_version_id),
       '[]') as grades,
     result.grade, result.completed_at as "completedAt", coalesce(scheme.rules, version.manifest->'rules') as rules,
     attendance.percent as attendance, ends_at as "endsAt"
   from page
   left join result on result.enrolment_id = page.id
   left join course_version version on version.id = page.course_version_id
   left join grade_scheme scheme on scheme.edition_id = page.edition_id
   left join attendance on attendance.enrolment_id = page.id
   cross join lateral (select array(${handedBy('page.id')}) as units) handed
   cross join lateral (
     select max(member.last_at) as last_at, coalesce(sum(units.done), 0)::integer as done,
       coalesce(sum(units.lessons), 0)::integer as lessons
     from enrolment member
     join edition run on run.id = member.edition_id
     cross join lateral (
       select count(*) as lessons, count(done_at) as done
       from version_unit unit
       left join unit_progress on unit_progress.enrolment_id = member.id and unit_progress.unit_key = unit.unit_key
       where unit.version_id = run.course_version_id and unit.kind = 'lesson'
     ) units
     where member.id = page.id or member.parent_id = page.id
   ) own
   order by family_names, given_names collate "es-CL-x-icu", page.id`,
);
