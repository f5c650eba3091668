import { z } from 'zod';

export const CohortBody = z.strictObject({ name: z.string().trim().min(1).max(80) }).meta({ id: 'CohortBody' });
export type CohortBody = z.infer<typeof CohortBody>;

/** Enrolments to take into a cohort, from whichever they were in, and to take out of it. */
export const MembersBody = z
  .strictObject({ add: z.array(z.uuid()).max(500), remove: z.array(z.uuid()).max(500) })
  .meta({ id: 'CohortMembersBody' });
export type MembersBody = z.infer<typeof MembersBody>;

export const CohortRef = z.object({ id: z.uuid() }).meta({ id: 'CohortRef' });

export const CohortList = z
  .object({
    edition: z.object({ id: z.uuid(), title: z.string(), name: z.string() }),
    items: z.array(
      z.object({
        ...{ id: z.uuid(), name: z.string() },
        people: z.array(z.object({ enrolmentId: z.uuid(), name: z.string(), region: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'CohortList' });
