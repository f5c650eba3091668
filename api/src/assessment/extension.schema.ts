import { z } from 'zod';
import { instant, moment, pageQueryOf } from '../platform/schema.ts';

const reason = z.string().trim().min(1).max(1000);

/** For one person or one cohort. A task takes a later date alone. */
export const ExtensionBody = z
  .strictObject({
    unit: z.string().min(1).max(80),
    enrolmentId: z.uuid().nullable(),
    cohortId: z.uuid().nullable(),
    extraMinutes: z.int().min(0).max(1440),
    closesAt: moment.nullable(),
    extraAttempts: z.int().min(0).max(20),
    reason,
  })
  .refine(({ enrolmentId, cohortId }) => (enrolmentId === null) !== (cohortId === null), { path: ['enrolmentId'] })
  .refine(({ extraMinutes, closesAt, extraAttempts }) => extraMinutes > 0 || closesAt !== null || extraAttempts > 0, {
    path: ['extraMinutes'],
  })
  .meta({ id: 'ExtensionBody' });
export type ExtensionBody = z.infer<typeof ExtensionBody>;

export const ExtensionRef = z.object({ id: z.uuid() }).meta({ id: 'ExtensionRef' });

export const ExtensionQuery = pageQueryOf(z.tuple([z.uuid()]), {});
export type ExtensionQuery = z.infer<typeof ExtensionQuery>;

/** What was given in an edition, the newest first; also what was withdrawn. */
export const ExtensionPage = z
  .object({
    edition: z.object({ id: z.uuid(), title: z.string(), name: z.string(), timeZone: z.string(), endsAt: instant }),
    /** Whether the actor follows the whole edition, and so may give to a cohort. */
    governs: z.boolean(),
    units: z.array(z.object({ key: z.string(), title: z.string(), kind: z.enum(['evaluation', 'task']) })),
    cohorts: z.array(z.object({ id: z.uuid(), name: z.string() })),
    items: z.array(
      z.object({
        ...{ id: z.uuid(), unit: z.string(), title: z.string(), kind: z.enum(['evaluation', 'task']) },
        ...{ name: z.string(), region: z.string().nullable(), forCohort: z.boolean() },
        ...{ extraMinutes: z.int(), closesAt: instant.nullable(), extraAttempts: z.int() },
        ...{ reason: z.string(), grantedBy: z.string(), grantedAt: instant },
        withdrawn: z.object({ at: instant, by: z.string(), why: z.string() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ExtensionPage' });
