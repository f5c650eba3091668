import { z } from 'zod';
import { statement } from '../platform/database.ts';

/**
 * Who completed what, when and with which grade; a programme lasts as long as its courses together. The result is locked,
 * so that two jobs for it take turns.
 */
export const lockCompleted = statement(
  'lock-completed',
  z.object({
    kind: z.enum(['course', 'programme']),
    personId: z.string(),
    givenNames: z.string(),
    familyNames: z.string(),
    run: z.int(),
    institution: z.string().nullable(),
    regionStrip: z.string().nullable(),
    title: z.string(),
    minutes: z.int(),
    grade: z.int(),
    startedOn: z.iso.date(),
    completedOn: z.iso.date(),
  }),
  `select case when course_version.id is null then 'programme' else 'course' end as kind,
     person.id as "personId", given_names as "givenNames", family_names as "familyNames", run,
     institution.name as institution, strip_code as "regionStrip",
     coalesce(course_version.title, programme_version.title) as title,
     coalesce(course_version.minutes, (
       select sum(part_version.minutes)::integer
       from enrolment part
       join edition part_edition on part_edition.id = part.edition_id
       join course_version part_version on part_version.id = part_edition.course_version_id
       where part.parent_id = enrolment.id)) as minutes,
     result.grade,
     (greatest(starts_at, enrolled_at) at time zone 'America/Santiago')::date::text as "startedOn",
     (completed_at at time zone 'America/Santiago')::date::text as "completedOn"
   from result
   join enrolment on enrolment.id = enrolment_id
   join edition on edition.id = edition_id
   join person on person.id = person_id
   left join course_version on course_version.id = course_version_id
   left join programme_version on programme_version.id = programme_version_id
   left join institution on institution.id = institution_id
   left join region on region.cut = institution.region_cut
   where result.enrolment_id = $1
   for update of result`,
);

/** The next folio of a year. Its row stays locked until the certificate is there too, or neither: so no folio is lost. */
export const takeFolio = `
  insert into folio_counter (year, last) values ($1, 1)
  on conflict (year) do update set last = folio_counter.last + 1
  returning last`;

/** Writes a certificate unless its code is taken. */
export const writeCredential = `
  insert into credential (id, kind, enrolment_id, person_id, folio, code, issued_at, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (code) do nothing`;

/** The last certificate of an enrolment, and whom it is about. */
export const findLast = statement<
  [string],
  { id: string; personId: string; folio: string; title: string; grade: number; standing: boolean; corrected: boolean }
>(
  'find-last-credential',
  z.object({
    ...{ id: z.string(), personId: z.string(), folio: z.string(), title: z.string(), grade: z.int() },
    ...{ standing: z.boolean(), corrected: z.boolean() },
  }),
  `select id, person_id as "personId", folio, detail->>'title' as title, (detail->'grade')::integer as grade,
     annulled_at is null as standing, corrected
   from credential where enrolment_id = $1 order by annulled_at is null desc, id desc limit 1`,
);

/** Jobs about one enrolment take turns. */
export const holdEnrolment = 'select from enrolment where id = $1 for no key update';

/** Takes back what a correction belied. */
export const takeBack = `
  update credential set annulled_at = $2, annulled_why = $3, corrected = true where id = $1 and annulled_at is null`;
export const replace = 'update credential set replaced_by = $2 where id = $1';
