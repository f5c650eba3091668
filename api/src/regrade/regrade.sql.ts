import { z } from 'zod';
import { followed, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

const Decisions = z.enum(['version', 'full', 'drop', 'rule']);
const States = z.enum(['previewed', 'applying', 'applied', 'undoing', 'undone']);
const head = {
  ...{ id: z.string(), decision: Decisions, state: States, reason: z.string(), keepBetter: z.boolean() },
  ...{ prompt: z.string().nullable(), title: z.string().nullable(), unitTitle: z.string().nullable() },
  ...{ editionId: z.string().nullable(), unit: z.string().nullable(), madeBy: z.string(), madeAt: z.date() },
  ...{ appliedAt: z.date().nullable(), undoneAt: z.date().nullable() },
};

const headColumns = `
  regrade.id, decision, state, reason, keep_better as "keepBetter", current.body->>'prompt' as prompt,
  course_version.title, unit.title as "unitTitle", regrade.edition_id as "editionId", regrade.unit_key as unit,
  maker.given_names || ' ' || maker.family_names as "madeBy", made_at as "madeAt", applied_at as "appliedAt",
  undone_at as "undoneAt"`;
const headTables = `
  regrade
  join person maker on maker.id = made_by
  left join question on question.id = regrade.question_id
  left join question_version current on current.id = coalesce(regrade.version_id, question.current_version_id)
  left join edition own on own.id = regrade.edition_id
  left join course_version on course_version.id = own.course_version_id
  left join version_unit unit on unit.version_id = course_version.id and unit.unit_key = regrade.unit_key`;

/** Whether one of its evaluations is within reach, a piece of a statement that has `regrade`. */
const within = `
  exists (
    select from regrade_place place join edition on edition.id = place.edition_id
    where place.regrade_id = regrade.id and ${followed})`;

/** The newest first; `$5` the last one seen, `$6` how many. */
export const findRegrades = statement(
  'find-regrades',
  z.object({ ...head, people: z.int() }),
  `select ${headColumns},
     (select count(*)::integer from regrade_person where regrade_id = regrade.id and before is distinct from after) as people
   from ${headTables}
   where ($5::uuid is null or regrade.id < $5) and ${within}
   order by regrade.id desc limit $6`,
);

export const findRegrade = statement(
  'find-regrade',
  z.object({
    ...head,
    ...{ questionId: z.string().nullable(), version: z.int().nullable(), outside: z.int(), evaluations: z.int() },
    lines: z.array(
      z.object({
        ...{ cut: z.string().nullable(), name: z.string().nullable(), before: z.int().nullable() },
        ...{ after: z.int().nullable(), overridden: z.boolean(), unfit: z.boolean(), kept: z.boolean() },
        ...{ outcome: z.enum(['waiting', 'applied', 'passed_by', 'undone', 'left']), people: z.int() },
      }),
    ),
    beyond: z.int(),
  }),
  `select ${headColumns}, regrade.question_id as "questionId",
     case when regrade.version_id is not null then current.n end as version, outside,
     (select count(*)::integer from regrade_place where regrade_id = regrade.id) as evaluations,
     lines.lines, lines.beyond
   from ${headTables}
   cross join lateral (
     select coalesce(json_agg(json_build_object('cut', cut, 'name', name, 'before', before, 'after', after,
         'overridden', overridden, 'unfit', unfit, 'kept', kept, 'outcome', outcome, 'people', people)
         order by position) filter (where mine), '[]') as lines,
       coalesce(sum(people) filter (where not mine), 0)::integer as beyond
     from (
       select region.cut, short_name as name, region.position, before, after, overridden, unfit, kept, outcome,
         coalesce(${reached}, false) as mine, count(*) as people
       from regrade_person touched
       join enrolment on enrolment.id = touched.enrolment_id
       join edition on edition.id = enrolment.edition_id
       join person on person.id = enrolment.person_id
       left join institution on institution.id = person.institution_id
       left join region on region.cut = institution.region_cut
       where touched.regrade_id = regrade.id
       group by region.cut, short_name, region.position, before, after, overridden, unfit, kept, outcome, mine) line) lines
   where regrade.id = $5 and ${within}`,
);

/** `$5` the regrade, `$6` which ones, `$7` to `$10` after whom to go on, `$11` how many. */
export const findRegraded = statement(
  'find-regraded',
  z.object({
    ...{ enrolmentId: z.string(), unit: z.string(), familyNames: z.string(), givenNames: z.string() },
    ...{ region: z.string().nullable(), before: z.int().nullable(), after: z.int().nullable() },
    ...{ overridden: z.boolean(), unfit: z.boolean(), kept: z.boolean() },
    outcome: z.enum(['waiting', 'applied', 'passed_by', 'undone', 'left']),
  }),
  `select touched.enrolment_id as "enrolmentId", touched.unit_key as unit, family_names as "familyNames",
     given_names as "givenNames", region.short_name as region, before, after, overridden, unfit, kept, outcome
   from regrade_person touched
   join enrolment on enrolment.id = touched.enrolment_id
   join edition on edition.id = enrolment.edition_id
   join person on person.id = enrolment.person_id
   left join institution on institution.id = person.institution_id
   left join region on region.cut = institution.region_cut
   where touched.regrade_id = $5 and ${reached}
     and case $6::text when 'changed' then before is distinct from after
       when 'special' then overridden or unfit or kept or outcome in ('passed_by', 'left') else true end
     and ($7::text is null or (family_names, given_names collate "es-CL-x-icu", touched.enrolment_id, touched.unit_key)
       > ($7::text collate "es-CL-x-icu", $8::text collate "es-CL-x-icu", $9::uuid, $10::text))
   order by family_names, given_names collate "es-CL-x-icu", touched.enrolment_id, touched.unit_key
   limit $11`,
);

export const findQuestionOption = statement(
  'find-regrade-question',
  z.object({
    ...{ id: z.string(), prompt: z.string() },
    versions: z.array(z.object({ id: z.string(), n: z.int(), note: z.string().nullable(), createdAt: z.string() })),
  }),
  `select question.id, current.body->>'prompt' as prompt,
     (select json_agg(json_build_object('id', id, 'n', n, 'note', note, 'createdAt', created_at) order by n desc)
      from question_version where question_id = question.id) as versions
   from question join question_version current on current.id = question.current_version_id
   where question.id = $1`,
);

export const findPlaceOption = statement(
  'find-regrade-place',
  z.object({ editionId: z.string(), unit: z.string(), title: z.string(), unitTitle: z.string(), name: z.string() }),
  `select edition.id as "editionId", unit.unit_key as unit, course_version.title, unit.title as "unitTitle", edition.name
   from edition
   join course_version on course_version.id = course_version_id
   join version_unit unit on unit.version_id = course_version.id and unit.unit_key = $6 and kind = 'evaluation'
   where edition.id = $5 and ${followed}`,
);
