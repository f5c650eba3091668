import { z } from 'zod';
import { instant, pageQueryOf } from '../platform/schema.ts';

export const CohortBody = z.strictObject({ name: z.string().trim().min(1).max(80) }).meta({ id: 'CohortBody' });
export type CohortBody = z.infer<typeof CohortBody>;

/** Enrolments to take into a cohort, from whichever they were in, and to take out of it. */
export const MembersBody = z
  .strictObject({ add: z.array(z.uuid()).max(500), remove: z.array(z.uuid()).max(500) })
  .meta({ id: 'CohortMembersBody' });
export type MembersBody = z.infer<typeof MembersBody>;

/** Many at once: those of a region who are in no cohort, or whoever a list names, by RUN or by mail, one a line. */
export const IntakeBody = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('region'), cut: z.string().regex(/^\d{2}$/) }),
    z.strictObject({ by: z.literal('list'), text: z.string().trim().min(1).max(100_000) }),
  ])
  .meta({ id: 'CohortIntakeBody' });
export type IntakeBody = z.infer<typeof IntakeBody>;

/** `moved`: how many of those taken in left another cohort. `unknown`: lines that name nobody of the edition. */
export const Intake = z
  .object({ taken: z.int(), moved: z.int(), unknown: z.array(z.string()) })
  .meta({ id: 'CohortIntake' });

export const CohortRef = z.object({ id: z.uuid() }).meta({ id: 'CohortRef' });

const edition = z.object({ id: z.uuid(), title: z.string(), name: z.string(), timeZone: z.string(), endsAt: instant });
const person = {
  enrolmentId: z.uuid(),
  givenNames: z.string(),
  familyNames: z.string(),
  region: z.string().nullable(),
};

export const CohortList = z
  .object({
    edition,
    /** Those who are in no cohort: all, and of each region. */
    free: z.int(),
    regions: z.array(z.object({ cut: z.string(), name: z.string(), free: z.int() })),
    items: z.array(z.object({ id: z.uuid(), name: z.string(), people: z.int(), extensions: z.int() })),
  })
  .meta({ id: 'CohortList' });

export const CohortPeopleQuery = pageQueryOf(z.tuple([z.string(), z.string(), z.uuid()]), {});
export type CohortPeopleQuery = z.infer<typeof CohortPeopleQuery>;
export const CohortPage = z
  .object({ id: z.uuid(), name: z.string(), items: z.array(z.object(person)), next: z.string().nullable() })
  .meta({ id: 'CohortPage' });

export const NameQuery = z.strictObject({ name: z.string().trim().min(2).max(80) });
/** People of an edition whose name holds a text, twenty at most. */
export const FoundPeople = z
  .object({ items: z.array(z.object({ ...person, cohort: z.string().nullable() })) })
  .meta({ id: 'FoundPeople' });
