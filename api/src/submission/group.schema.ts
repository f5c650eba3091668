import { z } from 'zod';
import { pageQueryOf } from '../platform/schema.ts';
import { StaffTaskEdition } from './setting.schema.ts';

const name = z.string().trim().min(1).max(80);
const ids = z.array(z.uuid()).max(100);

export const GroupBody = z.strictObject({ name, people: ids }).meta({ id: 'WorkGroupBody' });
export type GroupBody = z.infer<typeof GroupBody>;
export const GroupNameBody = z.strictObject({ name }).meta({ id: 'WorkGroupNameBody' });
export type GroupNameBody = z.infer<typeof GroupNameBody>;

/** Enrolments to take into a group, from whichever they were in, and to take out of it. */
export const GroupPeopleBody = z.strictObject({ add: ids, remove: ids }).meta({ id: 'WorkGroupPeopleBody' });
export type GroupPeopleBody = z.infer<typeof GroupPeopleBody>;

/** Puts whoever is in no group into new ones of about `size`: the same seed and people give the same groups. */
export const DistributionBody = z
  .strictObject({
    way: z.enum(['random', 'region']),
    size: z.int().min(2).max(20),
    seed: z.int().min(0).max(4_294_967_295),
  })
  .meta({ id: 'WorkGroupDistributionBody' });
export type DistributionBody = z.infer<typeof DistributionBody>;
export const Distribution = z.object({ groups: z.int(), people: z.int() }).meta({ id: 'WorkGroupDistribution' });

export const GroupRef = z.object({ id: z.uuid() }).meta({ id: 'WorkGroupRef' });

export const GroupQuery = pageQueryOf(z.tuple([z.string(), z.uuid()]), {});
export type GroupQuery = z.infer<typeof GroupQuery>;

const person = z.object({ enrolmentId: z.uuid(), name: z.string(), region: z.string().nullable() });
export const GroupPage = z
  .object({
    edition: StaffTaskEdition,
    ...{ key: z.string(), title: z.string(), mode: z.enum(['individual', 'group']) },
    /** Those who are in no group: how many, and the first hundred by name. */
    ...{ free: z.int(), freePeople: z.array(person) },
    items: z.array(
      z.object({
        ...{ id: z.uuid(), name: z.string(), people: z.array(person) },
        state: z.enum(['none', 'draft', 'submitted', 'returned', 'published']),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'WorkGroupPage' });
