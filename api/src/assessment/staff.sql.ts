import { z } from 'zod';
import { followed, governed, type Reach, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';
import { layers, settingJoin } from './rules.policy.ts';
import { Layers } from './rules.schema.ts';

const at = z.coerce.date();
const about = {
  ...{
    id: z.string(),
    title: z.string(),
    name: z.string(),
    timeZone: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
  },
};
const aboutEdition = `edition.id, course_version.title, edition.name, edition.time_zone as "timeZone",
  edition.starts_at as "startsAt", ends_at as "endsAt"`;
const counts = { open: z.int(), ended: z.int(), pending: z.int() };

/** How the attempts at a unit stand among those whom the scope reaches; joins `edition` and `unit`. */
const standing = `
  cross join lateral (
    select (count(*) filter (where submitted_at is null))::integer as open,
      (count(*) filter (where submitted_at is not null))::integer as ended,
      (count(*) filter (where pending > 0 and annulled_at is null))::integer as pending
    from attempt
    join enrolment on enrolment.id = enrolment_id
    join person on person.id = person_id
    left join institution on institution.id = person.institution_id
    left join region on region.cut = institution.region_cut
    where enrolment.edition_id = edition.id and attempt.unit_key = unit.unit_key and ${reached}
  ) standing`;

/** The rules of everyone: nobody's own extensions are in these layers. */
const commonLayers = `(select ${layers} from (select null::uuid as id, null::uuid as cohort_id) enrolment)`;

export const findStaffEvaluations = statement<
  [...Reach, string],
  z.infer<z.ZodObject<typeof about>> & { items: z.infer<typeof StaffItem>[] }
>(
  'find-staff-evaluations',
  z.object({ ...about, items: z.lazy(() => z.array(StaffItem)) }),
  `select ${aboutEdition}, coalesce(json_agg(json_build_object(
       'key', unit.unit_key, 'title', unit.title, 'weight', weight, 'layers', ${commonLayers}, 'extensions',
       (select count(*) from extension where extension.edition_id = edition.id and extension.unit_key = unit.unit_key
          and withdrawn_at is null),
       'changed', setting.edition_id is not null, 'open', open, 'ended', ended, 'pending', pending)
       order by unit.position) filter (where evaluation.unit_key is not null), '[]') as items
   from edition
   join course_version on course_version.id = course_version_id
   left join (
     evaluation join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   ) on evaluation.version_id = course_version.id
   ${settingJoin}
   ${standing}
   where edition.id = $5 and ${followed}
   group by edition.id, course_version.id`,
);
const StaffItem = z.object({
  ...{ key: z.string(), title: z.string(), weight: z.int(), layers: Layers, extensions: z.int(), changed: z.boolean() },
  ...counts,
});

const date = at.nullable();
const Stored = z.looseObject({
  ...{ opensAt: date, closesAt: date, releaseScoreAt: date, releaseAnswersAt: date, releaseFeedbackAt: date },
  ...{ releasedAt: date, changedAt: date, changedBy: z.string().nullable(), hasPassword: z.boolean() },
});
const names = `given_names || ' ' || family_names`;

/** `$5` the edition, `$6` the evaluation. */
export const findStaffEvaluation = statement(
  'find-staff-evaluation',
  z.object({
    ...{ ...about, key: z.string(), unitTitle: z.string(), weight: z.int(), questions: z.int(), ...counts },
    ...{ layers: Layers, setting: Stored, governs: z.boolean() },
    extensions: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), forCohort: z.boolean(), extraMinutes: z.int(), closesAt: date },
        ...{ extraAttempts: z.int(), reason: z.string(), grantedBy: z.string(), grantedAt: at },
      }),
    ),
    cohorts: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  `select ${aboutEdition}, unit.unit_key as key, unit.title as "unitTitle", weight, draw as questions, standing.*,
     ${governed} as governs, ${commonLayers} as layers,
     (${commonLayers}->'setting')::jsonb || jsonb_build_object('changedAt', setting.changed_at, 'changedBy',
       (select ${names} from person where person.id = setting.changed_by)) as setting,
     (select coalesce(json_agg(json_build_object(
        'id', extension.id, 'name', coalesce(cohort.name, whose.given_names || ' ' || whose.family_names),
        'forCohort', extension.cohort_id is not null, 'extraMinutes', extra_minutes, 'closesAt', extension.closes_at,
        'extraAttempts', extra_attempts, 'reason', reason, 'grantedAt', granted_at,
        'grantedBy', granter.given_names || ' ' || granter.family_names) order by granted_at desc), '[]')
      from extension
      join person granter on granter.id = granted_by
      left join cohort on cohort.id = extension.cohort_id
      left join enrolment on enrolment.id = extension.enrolment_id
      left join person whose on whose.id = enrolment.person_id
      left join institution on institution.id = whose.institution_id
      left join region on region.cut = institution.region_cut
      where extension.edition_id = edition.id and extension.unit_key = unit.unit_key
        and withdrawn_at is null and (extension.cohort_id is not null or ${reached})) as extensions,
     (select coalesce(json_agg(json_build_object('id', id, 'name', cohort.name) order by cohort.name), '[]')
      from cohort where edition_id = edition.id) as cohorts
   from edition
   join course_version on course_version.id = course_version_id
   join evaluation on evaluation.version_id = course_version.id
   join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   ${settingJoin}
   ${standing}
   where edition.id = $5 and evaluation.unit_key = $6 and ${followed}`,
);

/** Whether the evaluation exists where the scope governs; also tells how it is called and where. */
export const findGoverned = statement(
  'find-governed-evaluation',
  z.object({ title: z.string(), course: z.string(), timeZone: z.string(), releasedAt: z.date().nullable() }),
  `select unit.title, course_version.title as course, edition.time_zone as "timeZone", setting.released_at as "releasedAt"
   from edition
   join course_version on course_version.id = course_version_id
   join evaluation on evaluation.version_id = course_version.id
   join version_unit unit on unit.version_id = evaluation.version_id and unit.unit_key = evaluation.unit_key
   ${settingJoin}
   where edition.id = $5 and evaluation.unit_key = $6 and ${governed}`,
);
