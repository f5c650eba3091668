import { z } from 'zod';
import { governed, reached } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

/** The region of whoever is enrolled; joins `enrolment`. */
const whose = `
  join person on person.id = person_id
  left join institution on institution.id = person.institution_id
  left join region on region.cut = institution.region_cut`;
const byName = `family_names, given_names collate "es-CL-x-icu", enrolment.id`;
const Person = {
  ...{ enrolmentId: z.string(), givenNames: z.string(), familyNames: z.string(), region: z.string().nullable() },
};
const names = `enrolment.id as "enrolmentId", given_names as "givenNames", family_names as "familyNames",
  region.short_name as region`;

/** `$5` the edition, with its cohorts by name, and from where those come who are in none. */
export const findCohorts = statement(
  'find-cohorts',
  z.object({
    ...{ id: z.string(), title: z.string(), name: z.string(), timeZone: z.string(), endsAt: z.date(), free: z.int() },
    regions: z.array(z.object({ cut: z.string(), name: z.string(), free: z.int() })),
    items: z.array(z.object({ id: z.string(), name: z.string(), people: z.int(), extensions: z.int() })),
  }),
  `select edition.id, coalesce(course_version.title, programme_version.title) as title, edition.name,
     time_zone as "timeZone", ends_at as "endsAt",
     (select count(*)::integer from enrolment where edition_id = edition.id and cohort_id is null) as free,
     (select coalesce(json_agg(json_build_object('cut', cut, 'name', short_name, 'free', free) order by position), '[]')
      from (select region.cut, region.short_name, region.position, count(*) filter (where cohort_id is null) as free
            from enrolment ${whose}
            where edition_id = edition.id and region.cut is not null group by region.cut) region) as regions,
     (select coalesce(json_agg(json_build_object('id', cohort.id, 'name', cohort.name,
        'people', (select count(*) from enrolment where cohort_id = cohort.id),
        'extensions', (select count(*) from extension where cohort_id = cohort.id and withdrawn_at is null))
        order by cohort.name), '[]')
      from cohort where edition_id = edition.id) as items
   from edition
   left join course_version on course_version.id = course_version_id
   left join programme_version on programme_version.id = programme_version_id
   where edition.id = $5 and ${governed}`,
);

/** The cohort `$5`, where the scope governs its edition. */
export const findCohort = statement(
  'find-cohort',
  z.object({ id: z.string(), editionId: z.string(), name: z.string() }),
  `select cohort.id, edition.id as "editionId", cohort.name
   from cohort join edition on edition.id = edition_id
   where cohort.id = $5 and ${governed}`,
);

/** Whoever is in the cohort `$1`: `$2` to `$4` after whom, `$5` how many. */
export const findCohortMembers = statement(
  'find-cohort-members',
  z.object(Person),
  `select ${names}
   from enrolment ${whose}
   where cohort_id = $1 and ($2::text is null or (${byName}) > ($2, $3 collate "es-CL-x-icu", $4::uuid))
   order by ${byName} limit $5`,
);

/** The first people of the edition `$5` whose name holds `$6`. */
export const findByName = statement(
  'find-people-by-name',
  z.object({ ...Person, cohort: z.string().nullable() }),
  `select ${names}, cohort.name as cohort
   from enrolment
   join edition on edition.id = enrolment.edition_id
   left join cohort on cohort.id = cohort_id
   ${whose}
   where edition.id = $5 and ${reached}
     and strpos(es_fold(given_names || ' ' || family_names), es_fold($6)) > 0
   order by ${byName} limit 20`,
);

/** People of an edition (`$1`) by RUN (`$2`) and by mail (`$3`), as they were written. */
export const findListed = statement(
  'find-listed-people',
  z.object({ enrolmentId: z.string(), run: z.int(), email: z.string().nullable() }),
  `select enrolment.id as "enrolmentId", run, lower(email) as email
   from enrolment join person on person.id = person_id
   where edition_id = $1 and (run = any($2::integer[]) or lower(email) = any($3::text[]))`,
);

/** Only people of the cohort's own edition; answers in which cohort each was, for whoever was not in this one. */
export const addMembers = `
  with before as (
    select id, cohort_id from enrolment
    where edition_id = $2 and id = any($3::uuid[]) and cohort_id is distinct from $1 for update)
  update enrolment set cohort_id = $1 from before where before.id = enrolment.id returning before.cohort_id as "cohortId"`;
/** Those of a region (`$3`) who are in no cohort. */
export const addRegion = `
  update enrolment set cohort_id = $1
  from person join institution on institution.id = institution_id
  where person.id = person_id and edition_id = $2 and region_cut = $3 and cohort_id is null returning enrolment.id`;
export const removeMembers = 'update enrolment set cohort_id = null where cohort_id = $1 and id = any($2::uuid[])';

/** Nothing is touched where an extension holds for it. */
export const removeCohort = `
  delete from cohort where id = $1
    and not exists (select from extension where cohort_id = cohort.id and withdrawn_at is null) returning id`;
