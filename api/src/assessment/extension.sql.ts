import { z } from 'zod';
import { followed, governed, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

const at = z.coerce.date();
const kind = z.enum(['evaluation', 'task']);
const names = (of: string) => `${of}.given_names || ' ' || ${of}.family_names`;

/** Whose an extension is, a person or a cohort; joins `extension`. */
const whose = `
  left join cohort on cohort.id = extension.cohort_id
  left join enrolment on enrolment.id = extension.enrolment_id
  left join person on person.id = enrolment.person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;

const Extendable = z.object({
  ...{ id: z.string(), title: z.string(), name: z.string(), timeZone: z.string(), endsAt: z.date() },
  governs: z.boolean(),
  units: z.array(z.object({ key: z.string(), title: z.string(), kind })),
  cohorts: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** `$5` the edition, with what more time can be given at, and to which of its cohorts. */
export const findExtendable = statement(
  'find-extendable',
  Extendable,
  `select edition.id, course_version.title, edition.name, time_zone as "timeZone", ends_at as "endsAt",
     ${governed} as governs,
     (select coalesce(json_agg(json_build_object('key', unit_key, 'title', unit.title, 'kind', kind) order by position), '[]')
      from version_unit unit where version_id = course_version_id and kind <> 'lesson') as units,
     (select coalesce(json_agg(json_build_object('id', id, 'name', cohort.name) order by cohort.name), '[]')
      from cohort where edition_id = edition.id) as cohorts
   from edition join course_version on course_version.id = course_version_id
   where edition.id = $5 and ${followed}`,
);
/** Those of the edition `$5` to cohorts and to people whom the scope reaches, the newest first: `$6` after which, `$7` how many. */
export const findExtensions = statement(
  'find-extensions',
  z.object({
    ...{ id: z.string(), unit: z.string(), title: z.string(), kind, name: z.string(), region: z.string().nullable() },
    ...{ forCohort: z.boolean(), extraMinutes: z.int(), closesAt: z.date().nullable(), extraAttempts: z.int() },
    ...{ reason: z.string(), grantedBy: z.string(), grantedAt: z.date() },
    withdrawn: z.object({ at, by: z.string(), why: z.string() }).nullable(),
  }),
  `select extension.id, extension.unit_key as unit, unit.title, unit.kind, region.short_name as region,
     coalesce(cohort.name, ${names('person')}) as name, extension.cohort_id is not null as "forCohort",
     extra_minutes as "extraMinutes", closes_at as "closesAt", extra_attempts as "extraAttempts", reason,
     ${names('granter')} as "grantedBy", granted_at as "grantedAt",
     case when withdrawn_at is not null then json_build_object('at', withdrawn_at, 'by', ${names('taker')},
       'why', withdrawn_why) end as withdrawn
   from extension
   join edition on edition.id = extension.edition_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = extension.unit_key
   join person granter on granter.id = granted_by
   left join person taker on taker.id = withdrawn_by
   ${whose}
   where edition.id = $5 and (extension.cohort_id is not null or ${reached}) and ($6::uuid is null or extension.id < $6)
   order by extension.id desc limit $7`,
);

const Given = z.object({ title: z.string(), kind, timeZone: z.string() });
const people = z.array(z.object({ personId: z.string(), enrolmentId: z.string() }));

/** Someone (`$7`) of the edition `$5` whom the scope reaches, to give them more at the unit `$6`. */
export const findReached = statement(
  'find-reached-enrolment',
  Given.extend({ people }),
  `select unit.title, unit.kind, edition.time_zone as "timeZone",
     json_build_array(json_build_object('personId', person_id, 'enrolmentId', enrolment.id)) as people
   from enrolment
   join edition on edition.id = enrolment.edition_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = $6 and unit.kind <> 'lesson'
   join person on person.id = enrolment.person_id
   left join institution on institution.id = person.institution_id
   left join region on region.cut = institution.region_cut
   where edition.id = $5 and enrolment.id = $7 and ${reached}`,
);

/** A cohort (`$7`) of the edition `$5` where the scope governs it, to give its people more at the unit `$6`. */
export const findCohortPeople = statement(
  'find-cohort-people',
  Given.extend({ people }),
  `select unit.title, unit.kind, edition.time_zone as "timeZone",
     (select coalesce(json_agg(json_build_object('personId', person_id, 'enrolmentId', enrolment.id)), '[]')
      from enrolment where cohort_id = cohort.id) as people
   from cohort
   join edition on edition.id = cohort.edition_id
   join version_unit unit on unit.version_id = course_version_id and unit.unit_key = $6 and unit.kind <> 'lesson'
   where edition.id = $5 and cohort.id = $7 and ${governed}`,
);

/** Given again, the last one stands. */
export const writeExtension = `
  insert into extension (id, edition_id, unit_key, enrolment_id, cohort_id, extra_minutes, closes_at, extra_attempts, reason,
    granted_by, granted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (edition_id, unit_key, enrolment_id, cohort_id) where withdrawn_at is null
  do update set extra_minutes = excluded.extra_minutes, closes_at = excluded.closes_at,
    extra_attempts = excluded.extra_attempts, reason = excluded.reason, granted_by = excluded.granted_by,
    granted_at = excluded.granted_at
  returning id`;

/** The extension `$5`, if it holds, where the scope governs its edition or reaches the person it is for. */
export const findExtension = statement(
  'find-extension',
  z.object({ editionId: z.string(), unit: z.string() }),
  `select edition.id as "editionId", unit_key as unit
   from extension
   join edition on edition.id = extension.edition_id
   ${whose}
   where extension.id = $5 and withdrawn_at is null
     and (${governed} or extension.enrolment_id is not null and ${reached})`,
);

/** Answers nothing where somebody has withdrawn it meanwhile. */
export const withdrawExtension = `
  update extension set withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4
  where id = $1 and withdrawn_at is null returning id`;
