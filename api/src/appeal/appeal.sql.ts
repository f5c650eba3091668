import { z } from 'zod';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { appealStates } from './appeal.policy.ts';

const at = z.coerce.date();
const Row = z.object({
  ...{ id: z.string(), enrolmentId: z.string(), editionId: z.string(), personId: z.string(), unit: z.string() },
  ...{ title: z.string(), kind: z.enum(['evaluation', 'task']), course: z.string() },
  person: z.object({ given: z.string(), family: z.string(), region: z.string().nullable() }),
  regionCut: z.string().nullable(),
  ...{ state: z.enum(appealStates), text: z.string(), askedAt: at, answerDueAt: at },
  ...{ answeredById: z.string().nullable(), answeredBy: z.string().nullable(), answeredAt: at.nullable() },
  ...{ answer: z.string().nullable(), secondUntil: at.nullable(), secondText: z.string().nullable() },
  ...{ secondAt: at.nullable(), settleDueAt: at.nullable(), settledBy: z.string().nullable() },
  ...{ settledAt: at.nullable(), upheld: z.boolean().nullable(), settlement: z.string().nullable() },
  ...{ gradeBefore: z.int(), gradeAfter: z.int().nullable(), grade: z.int().nullable() },
  rules: GradeRules.nullable(),
});
export type AppealRow = z.infer<typeof Row>;

const row = `
  select appeal.id, enrolment.id as "enrolmentId", edition.id as "editionId", person.id as "personId",
    unit.unit_key as unit, unit.title, unit.kind, course_version.title as course,
    json_build_object('given', person.given_names, 'family', person.family_names, 'region', region.short_name) as person,
    region.cut as "regionCut", state, text, asked_at as "askedAt", answer_due_at as "answerDueAt",
    answered_by as "answeredById", tutor.given_names || ' ' || tutor.family_names as "answeredBy",
    answered_at as "answeredAt", answer, second_until as "secondUntil", second_text as "secondText",
    second_at as "secondAt", settle_due_at as "settleDueAt",
    judge.given_names || ' ' || judge.family_names as "settledBy", settled_at as "settledAt", upheld, settlement,
    grade_before as "gradeBefore", grade_after as "gradeAfter", unit_grade.grade,
    coalesce(scheme.rules, course_version.manifest->'rules') as rules
  from appeal
  join enrolment on enrolment.id = appeal.enrolment_id
  join edition on edition.id = enrolment.edition_id
  join course_version on course_version.id = course_version_id
  join version_unit unit on unit.version_id = course_version.id and unit.unit_key = appeal.unit_key
  join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut
  left join person tutor on tutor.id = answered_by
  left join person judge on judge.id = settled_by
  left join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
  left join grade_scheme scheme on scheme.edition_id = edition.id`;

/** One appeal within reach; `$5` which. */
export const findAppeal = statement<[...Reach, string], AppealRow>(
  'find-appeal',
  Row,
  `${row} where appeal.id = $5 and ${reached}`,
);

/** Those within reach, the longest waiting first; `$5` whether only the open ones, `$6` and `$7` after which, `$8` how many. */
export const findAppeals = statement<[...Reach, boolean, string | null, string | null, number], AppealRow>(
  'find-appeals',
  Row,
  `${row}
   where ${reached} and (not $5::boolean or state in ('asked', 'second'))
     and ($6::timestamptz is null or (date_trunc('milliseconds', asked_at), appeal.id) > ($6, $7::uuid))
   order by date_trunc('milliseconds', asked_at), appeal.id
   limit $8`,
);

/** One's own, of one nota, the last first; `$1` the enrolment, `$2` the unit, `$3` whose. */
export const findOwnAppeals = statement<[string, string, string], AppealRow>(
  'find-own-appeals',
  Row,
  `${row} where enrolment.id = $1 and unit.unit_key = $2 and person.id = $3 order by appeal.id desc`,
);

/** One's own by its id; `$2` whose. */
export const findOwnAppeal = statement<[string, string], AppealRow>(
  'find-own-appeal',
  Row,
  `${row} where appeal.id = $1 and person.id = $2`,
);

/** Whoever goes on with an appeal waits here for whoever is at it. */
export const lockAppeal = 'select from appeal where id = $1 for update';

/** One's own published nota and when it was published: by its last change that no appeal made. */
export const findNota = statement<
  [string, string, string],
  {
    grade: number;
    title: string;
    kind: 'evaluation' | 'task';
    course: string;
    publishedAt: Date;
    rules: GradeRules | null;
    editionId: string;
    given: string;
  }
>(
  'find-nota-to-appeal',
  z.object({
    ...{ grade: z.int(), title: z.string(), kind: z.enum(['evaluation', 'task']), course: z.string() },
    ...{ publishedAt: z.date(), rules: GradeRules.nullable(), editionId: z.string(), given: z.string() },
  }),
  `select grade, unit.title, unit.kind, course_version.title as course, edition.id as "editionId", given_names as given,
     coalesce((select max(at) from grade_change change
       where change.enrolment_id = enrolment.id and change.unit_key = unit.unit_key and cause <> 'appeal'), graded_at)
       as "publishedAt",
     coalesce(scheme.rules, manifest->'rules') as rules
   from enrolment
   join person on person.id = person_id
   join edition on edition.id = edition_id
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = $2
   join unit_grade on unit_grade.enrolment_id = enrolment.id and unit_grade.unit_key = unit.unit_key
   left join grade_scheme scheme on scheme.edition_id = edition.id
   where enrolment.id = $1 and person_id = $3`,
);

/** Who looks after an edition in a role at `$4`: those of the edition or its programme, and of the region (`$3`) or of all. */
export const findStaff = statement<[editionId: string, role: string, region: string | null, at: Date], { id: string }>(
  'find-staff-of-edition',
  z.object({ id: z.string() }),
  `select distinct person_id as id
   from role_grant join edition on edition.id = $1
   where role = $2 and valid_from <= $4 and (valid_to is null or valid_to > $4)
     and (role_grant.edition_id in (edition.id, edition.parent_id) or (role_grant.edition_id is null and $2 = 'coordinator'))
     and (region_cut is null or region_cut = $3)`,
);
