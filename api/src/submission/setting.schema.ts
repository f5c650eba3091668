import { z } from 'zod';
import { instant, moment } from '../platform/schema.ts';

const late = z.enum(['refuse', 'until', 'penalty']);

/** What the edition says otherwise than the version, all of it at once; null is as the version. `penalty`, tenths a day. */
export const TaskSettingsBody = z
  .strictObject({
    ...{ opensAt: moment.nullable(), dueAt: moment.nullable(), cutoffAt: moment.nullable(), late: late.nullable() },
    penalty: z.int().min(0).max(60).nullable(),
  })
  .meta({ id: 'TaskSettingsBody' });
export type TaskSettingsBody = z.infer<typeof TaskSettingsBody>;

export const StaffTaskEdition = z.object({
  ...{ id: z.uuid(), title: z.string(), name: z.string(), timeZone: z.string() },
  ...{ startsAt: instant, endsAt: instant },
});

const rules = { opensAt: instant, dueAt: instant, cutoffAt: instant, late, penalty: z.int() };
const task = {
  ...{ key: z.string(), title: z.string(), weight: z.int(), mode: z.enum(['individual', 'group']) },
  /** Of those within reach: how many there are, who has begun, who has handed in, whose nota is published. */
  ...{ people: z.int(), drafts: z.int(), handedIn: z.int(), published: z.int() },
  ...{ extensions: z.int(), groups: z.int() },
};

/** The tasks of an edition, with the rules that hold for everyone. */
export const StaffTaskList = z
  .object({
    edition: StaffTaskEdition,
    items: z.array(z.object({ ...task, ...rules, changed: z.boolean() })),
  })
  .meta({ id: 'StaffTaskList' });

export const StaffTaskView = z
  .object({
    ...{ edition: StaffTaskEdition, ...task },
    /** What the version says, what the edition says otherwise, and what holds. */
    version: z.object(rules),
    setting: z.object({
      ...{ opensAt: instant.nullable(), dueAt: instant.nullable(), cutoffAt: instant.nullable() },
      ...{ late: late.nullable(), penalty: z.int().nullable() },
      ...{ changedAt: instant.nullable(), changedBy: z.string().nullable() },
    }),
    holds: z.object(rules),
    /** Whether the actor follows the whole edition, and so may change its rules. */
    governs: z.boolean(),
  })
  .meta({ id: 'StaffTask' });
