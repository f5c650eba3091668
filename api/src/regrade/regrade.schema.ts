import { z } from 'zod';
import { instant, pageOf, pageQueryOf } from '../platform/schema.ts';

const unit = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const reason = z.string().trim().min(1).max(1000);
const keepBetter = z.boolean().default(true);
/** One evaluation of an edition; null is wherever the question was used, within reach. */
const place = z.strictObject({ editionId: z.uuid(), unit });

/** What to do with a question that was mended, or with a rule that was. */
export const RegradeBody = z.discriminatedUnion('decision', [
  z.strictObject({
    ...{ decision: z.literal('version'), questionId: z.uuid(), versionId: z.uuid() },
    ...{ place: place.nullable(), keepBetter, reason },
  }),
  z.strictObject({
    ...{ decision: z.enum(['full', 'drop']), questionId: z.uuid() },
    ...{ place: place.nullable(), keepBetter, reason },
  }),
  z.strictObject({ decision: z.literal('rule'), place, keepBetter, reason }),
]);
export type RegradeBody = z.infer<typeof RegradeBody>;

export const RegradeMade = z.object({ id: z.uuid() }).meta({ id: 'RegradeMade' });

const Counts = z.object({
  ...{ people: z.int(), up: z.int(), down: z.int(), same: z.int(), passes: z.int(), fails: z.int() },
});
const States = z.enum(['previewed', 'applying', 'applied', 'undoing', 'undone']);
const Decisions = z.enum(['version', 'full', 'drop', 'rule']);
const Head = z.object({
  ...{ id: z.uuid(), decision: Decisions, state: States, reason: z.string(), keepBetter: z.boolean() },
  ...{ prompt: z.string().nullable(), title: z.string().nullable(), unitTitle: z.string().nullable() },
  ...{ editionId: z.uuid().nullable(), unit: z.string().nullable(), madeBy: z.string(), madeAt: instant },
  ...{ appliedAt: instant.nullable(), undoneAt: instant.nullable() },
});

export const RegradeView = Head.extend({
  ...{ questionId: z.uuid().nullable(), version: z.int().nullable(), outside: z.int(), evaluations: z.int() },
  counts: Counts.extend({ overridden: z.int(), unfit: z.int(), kept: z.int() }),
  /** How far the job has come. */
  progress: z.object({ waiting: z.int(), applied: z.int(), passedBy: z.int(), undone: z.int(), left: z.int() }),
  /** Regions of five people or more, from north to south. */
  regions: z.array(Counts.extend({ cut: z.string().nullable(), name: z.string().nullable() })),
  /** Whether whoever asks may apply or undo it. */
  mayAct: z.boolean(),
}).meta({ id: 'Regrade' });

export const RegradeQuery = pageQueryOf(z.tuple([z.uuid()]), {});
export type RegradeQuery = z.infer<typeof RegradeQuery>;
export const RegradePage = pageOf(Head.extend({ people: z.int() }).meta({ id: 'RegradeLine' }), 'RegradePage');

/** Everyone, only those whose nota changes, or those who need a look: decided by hand, unfit, passed by, or left. */
export const RegradedQuery = pageQueryOf(z.tuple([z.string().max(200), z.string().max(200), z.uuid(), unit]), {
  only: z.enum(['changed', 'special']).optional(),
});
export type RegradedQuery = z.infer<typeof RegradedQuery>;
export const RegradedPage = pageOf(
  z
    .object({
      ...{ enrolmentId: z.uuid(), unit: z.string(), familyNames: z.string(), givenNames: z.string() },
      ...{ region: z.string().nullable(), before: z.int().nullable(), after: z.int().nullable() },
      ...{ overridden: z.boolean(), unfit: z.boolean(), kept: z.boolean() },
      outcome: z.enum(['waiting', 'applied', 'passed_by', 'undone', 'left']),
    })
    .meta({ id: 'RegradedPerson' }),
  'RegradedPage',
);

export const RegradeOptionsQuery = z.strictObject({
  ...{ questionId: z.uuid().optional(), editionId: z.uuid().optional(), unit: unit.optional() },
});
export type RegradeOptionsQuery = z.infer<typeof RegradeOptionsQuery>;
/** What can be decided: of a question, its versions, the newest first; of an evaluation, its name. */
export const RegradeOptions = z
  .object({
    question: z
      .object({
        ...{ id: z.uuid(), prompt: z.string() },
        versions: z.array(z.object({ id: z.uuid(), n: z.int(), note: z.string().nullable(), createdAt: z.string() })),
      })
      .nullable(),
    place: z
      .object({ editionId: z.uuid(), unit: z.string(), title: z.string(), unitTitle: z.string(), name: z.string() })
      .nullable(),
  })
  .meta({ id: 'RegradeOptions' });
