import { z } from 'zod';
import { handed, handedBy } from '../assessment/handed.policy.ts';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { followed, type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

export const enrolled = `
  enrolment
  join edition on edition.id = enrolment.edition_id
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;

export const Column = z.object({
  ...{ unit: z.string(), kind: z.enum(['evaluation', 'task', 'course']), title: z.string(), weight: z.int() },
  editionId: z.string().nullable(),
});

const unitColumns = `
  select json_agg(json_build_object(
    'unit', unit_key, 'kind', kind, 'title', unit.title, 'weight', weight, 'editionId', null) order by position)
  from version_unit unit where version_id = edition.course_version_id and kind <> 'lesson'`;
const courseColumns = `
  select json_agg(json_build_object(
    'unit', course.key, 'kind', 'course', 'title', part.title, 'weight', weight, 'editionId', run.id) order by position)
  from programme_course
  join course on course.id = programme_course.course_id
  left join (edition run join course_version run_version on run_version.id = run.course_version_id)
    on run.parent_id = edition.id and run_version.course_id = course.id
  join course_version part on part.id = coalesce(run.course_version_id, course.current_version_id)
  where version_id = edition.programme_version_id`;

/** An edition with what is graded in it, its rules and its parts; `$1` to `$4` the reach, `$5` the edition. */
export const findBook = statement<
  [...Reach, string],
  {
    id: string;
    kind: 'course' | 'programme';
    title: string;
    name: string;
    timeZone: string;
    endsAt: Date;
    passGrade: number;
    rules: GradeRules | null;
    /** How often the edition's own rules were changed; 0: it has none. */
    n: number;
    columns: z.infer<typeof Column>[];
    regions: { cut: string; name: string }[];
    cohorts: { id: string; name: string }[];
  }
>(
  'find-gradebook',
  z.object({
    ...{ id: z.string(), kind: z.enum(['course', 'programme']), title: z.string(), name: z.string() },
    ...{ timeZone: z.string(), endsAt: z.date(), passGrade: z.int(), rules: GradeRules.nullable(), n: z.int() },
    columns: z.array(Column),
    regions: z.array(z.object({ cut: z.string(), name: z.string() })),
    cohorts: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  `select edition.id, case when course_version_id is null then 'programme' else 'course' end as kind,
     coalesce(course_version.title, programme_version.title) as title, edition.name, time_zone as "timeZone",
     ends_at as "endsAt", coalesce((course_version.manifest->'passGrade')::integer, 40) as "passGrade",
     coalesce(scheme.rules, course_version.manifest->'rules') as rules, coalesce(scheme.n, 0) as n,
     coalesce(case when course_version_id is null then (${courseColumns}) else (${unitColumns}) end, '[]') as columns,
     (select coalesce(json_agg(json_build_object('cut', region.cut, 'name', short_name) order by position), '[]')
      from region where ${reached} and exists (
        select from enrolment
        join person on person.id = person_id
        join institution on institution.id = person.institution_id
        where enrolment.edition_id = edition.id and institution.region_cut = region.cut)) as regions,
     (select coalesce(json_agg(json_build_object('id', id, 'name', cohort.name) order by cohort.name), '[]')
      from cohort where edition_id = edition.id) as cohorts
   from edition
   left join course_version on course_version.id = course_version_id
   left join programme_version on programme_version.id = programme_version_id
   left join grade_scheme scheme on scheme.edition_id = edition.id
   where edition.id = $5 and ${followed}`,
);

const Row = z.object({
  ...{ id: z.string(), personId: z.string(), run: z.int(), family: z.string(), given: z.string() },
  ...{ region: z.string().nullable(), attendance: z.int().nullable() },
  /** By unit: the nota, what was computed, and whether somebody decided. */
  grades: z.array(z.tuple([z.string(), z.int(), z.int().nullable(), z.boolean()])),
  handed: z.array(z.string()),
  /** Of a course once complete. */
  result: z.int().nullable(),
});
export type Row = z.infer<typeof Row>;
type Asked = [...Reach, edition: string, region: string | null, cohort: string | null];

/** The people of an edition by name; `$5` the edition, `$6` a region or null, `$7` a cohort or null. */
const rows = (name: string, grades: string, waiting: string) =>
  statement<Asked, Row>(
    name,
    Row,
    `select enrolment.id, person.id as "personId", run, family_names as family, given_names as given,
       region.short_name as region, attendance.percent as attendance,
       coalesce((${grades}), '[]') as grades, ${waiting} as handed, result.grade as result
     from ${enrolled}
     left join attendance on attendance.enrolment_id = enrolment.id
     left join result on result.enrolment_id = enrolment.id
     where edition.id = $5 and ${reached} and ($6::text is null or region.cut = $6)
       and ($7::uuid is null or enrolment.cohort_id = $7)
     order by family_names, given_names collate "es-CL-x-icu", enrolment.id`,
  );

export const findCourseRows = rows(
  'find-gradebook-course-rows',
  `select json_agg(json_build_array(unit_key, grade, computed, overridden))
   from unit_grade where unit_grade.enrolment_id = enrolment.id`,
  `array(${handedBy('enrolment.id')})`,
);

export const findProgrammeRows = rows(
  'find-gradebook-programme-rows',
  `select json_agg(json_build_array(course.key, part.grade, part.grade, false))
   from enrolment child
   join edition run on run.id = child.edition_id
   join course_version on course_version.id = run.course_version_id
   join course on course.id = course_version.course_id
   join result part on part.enrolment_id = child.id
   where child.parent_id = enrolment.id`,
  `'{}'::text[]`,
);

const Change = z.object({
  ...{ id: z.string(), at: z.coerce.date(), by: z.string().nullable(), before: z.int().nullable() },
  cause: z.enum(['evaluation', 'mark', 'regrade', 'undo', 'override', 'lift', 'appeal', 'import']),
  ...{ after: z.int().nullable(), reason: z.string().nullable(), explanation: z.string().nullable() },
});

/** One nota of one person in scope, with its changes, the last first; `$5` the enrolment, `$6` the unit. */
export const findCell = statement<
  [...Reach, enrolment: string, unit: string],
  {
    enrolmentId: string;
    editionId: string;
    personId: string;
    given: string;
    family: string;
    unit: string;
    title: string;
    kind: 'evaluation' | 'task';
    rules: GradeRules | null;
    grade: number | null;
    computed: number | null;
    overridden: boolean;
    handed: boolean;
    changes: z.infer<typeof Change>[];
  }
>(
  'find-grade-cell',
  z.object({
    ...{ enrolmentId: z.string(), editionId: z.string(), personId: z.string(), given: z.string(), family: z.string() },
    ...{ unit: z.string(), title: z.string(), kind: z.enum(['evaluation', 'task']), rules: GradeRules.nullable() },
    ...{ grade: z.int().nullable(), computed: z.int().nullable(), overridden: z.boolean(), handed: z.boolean() },
    changes: z.array(Change),
  }),
  `select enrolment.id as "enrolmentId", edition.id as "editionId", person.id as "personId", given_names as given,
     family_names as family, unit.unit_key as unit, unit.title, unit.kind,
     coalesce(scheme.rules, course_version.manifest->'rules') as rules,
     unit_grade.grade, computed, coalesce(overridden, false) as overridden,
     ${handed('enrolment.id', 'unit.unit_key')} as handed,
     (select coalesce(json_agg(json_build_object('id', change.id, 'at', at, 'cause', cause, 'before', before,
        'after', after, 'reason', reason, 'explanation', explanation,
        'by', author.given_names || ' ' || author.family_names) order by change.id desc), '[]')
      from grade_change change left join person author on author.id = actor_id
      where change.enrolment_id = enrolment.id and change.unit_key = unit.unit_key) as changes
   from ${enrolled}
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = $6 and unit.kind <> 'lesson'
   left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
   left join grade_scheme scheme on scheme.edition_id = edition.id
   where enrolment.id = $5 and ${reached}`,
);

/** The last change of a nota: who writes over another than this has not seen what counts. `$1` the enrolment, `$2` the unit. */
export const findLastChange = statement<[string, string], { id: string }>(
  'find-last-grade-change',
  z.object({ id: z.string() }),
  'select id from grade_change where enrolment_id = $1 and unit_key = $2 order by id desc limit 1',
);

/** Whoever writes notas of this enrolment waits here, as the ledger does. */
export const lockEnrolment = 'select from enrolment where id = $1 for no key update';

/** Whose enrolment this is, if in reach; `$5` the enrolment. */
export const findScoped = statement<
  [...Reach, string],
  { personId: string; given: string; family: string; editionId: string }
>(
  'find-enrolment-in-reach',
  z.object({ personId: z.string(), given: z.string(), family: z.string(), editionId: z.string() }),
  `select person.id as "personId", given_names as given, family_names as family, edition.id as "editionId"
   from ${enrolled} where enrolment.id = $5 and ${reached}`,
);

/** The published nota of one's own unit, and why it is so where somebody decided; `$1` the enrolment, `$2` the unit, `$3` whose. */
export const findOwnNota = statement<
  [string, string, string],
  {
    enrolmentId: string;
    unit: string;
    kind: 'evaluation' | 'task';
    title: string;
    course: string;
    passGrade: number;
    grade: number;
    computed: number | null;
    overridden: boolean;
    gradedAt: Date;
    change: z.infer<typeof Change> | null;
  }
>(
  'find-own-nota',
  z.object({
    ...{ enrolmentId: z.string(), unit: z.string(), kind: z.enum(['evaluation', 'task']), title: z.string() },
    ...{ course: z.string(), passGrade: z.int(), grade: z.int(), computed: z.int().nullable() },
    ...{ overridden: z.boolean(), gradedAt: z.date(), change: Change.nullable() },
  }),
  `select enrolment.id as "enrolmentId", unit.unit_key as unit, unit.kind, unit.title, course_version.title as course,
     (manifest->'passGrade')::integer as "passGrade", grade, computed, overridden, graded_at as "gradedAt",
     (select json_build_object('id', change.id, 'at', at, 'cause', cause, 'before', before, 'after', after,
        'reason', reason, 'explanation', explanation, 'by', author.given_names || ' ' || author.family_names)
      from grade_change change left join person author on author.id = actor_id
      where change.enrolment_id = enrolment.id and change.unit_key = unit.unit_key
      order by change.id desc limit 1) as change
   from enrolment
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = $2
   join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
   where enrolment.id = $1 and person_id = $3`,
);
