import { z } from 'zod';
import { governed, type Reach } from '../identity/scope.policy.ts';
import { statement } from '../platform/database.ts';

const Person = z.object({ enrolmentId: z.string(), name: z.string(), region: z.string().nullable() });
const Cohort = z.object({ id: z.string(), name: z.string(), people: z.array(Person) });

/** `$5` the edition, with its cohorts and their people by name. */
export const findCohorts = statement<
  [...Reach, string],
  { id: string; title: string; name: string; items: z.infer<typeof Cohort>[] }
>(
  'find-cohorts',
  z.object({ id: z.string(), title: z.string(), name: z.string(), items: z.array(Cohort) }),
  `select edition.id, coalesce(course_version.title, programme_version.title) as title, edition.name,
     (select coalesce(json_agg(json_build_object('id', cohort.id, 'name', cohort.name, 'people', (
        select coalesce(json_agg(json_build_object('enrolmentId', enrolment.id,
          'name', given_names || ' ' || family_names, 'region', region.short_name)
          order by family_names, given_names collate "es-CL-x-icu", enrolment.id), '[]')
        from enrolment
        join person on person.id = person_id
        left join institution on institution.id = person.institution_id
        left join region on region.cut = institution.region_cut
        where cohort_id = cohort.id)) order by cohort.name), '[]')
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

/** Only people of the cohort's own edition. */
export const addMembers = 'update enrolment set cohort_id = $1 where edition_id = $2 and id = any($3::uuid[])';
export const removeMembers = 'update enrolment set cohort_id = null where cohort_id = $1 and id = any($2::uuid[])';
