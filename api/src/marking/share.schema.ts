import { z } from 'zod';
import { instant } from '../platform/schema.ts';
import { GivenCriterion } from './marking.schema.ts';

const Person = z.object({ id: z.uuid(), name: z.string() });

/** Who may mark this work, how much each has, and what nobody has yet, by region. */
export const AllocationView = z
  .object({
    markers: z.array(Person.extend({ allocated: z.int(), pending: z.int(), published: z.int() })),
    regions: z.array(z.object({ cut: z.string(), name: z.string(), all: z.int(), free: z.int() })),
    ...{ free: z.int(), all: z.int() },
  })
  .meta({ id: 'MarkingAllocation' });

const markers = z.array(z.uuid()).min(1).max(100);
export const AllocationBody = z
  .discriminatedUnion('way', [
    z.strictObject({ way: z.literal('evenly'), markers }),
    z.strictObject({
      way: z.literal('region'),
      regions: z
        .array(z.strictObject({ cut: z.string().regex(/^\d{2}$/), markers }))
        .min(1)
        .max(16),
    }),
    /** Gives these to one person, instead of whoever had them; to nobody with null. */
    z.strictObject({
      way: z.literal('hand'),
      submissions: z.array(z.uuid()).min(1).max(500),
      marker: z.uuid().nullable(),
    }),
  ])
  .meta({ id: 'AllocateMarking' });
export type AllocationBody = z.infer<typeof AllocationBody>;
export const AllocatedView = z.object({ allocated: z.int() }).meta({ id: 'AllocatedMarking' });

export const RuleBody = z
  .strictObject({
    anonymous: z.boolean(),
    doubleThreshold: z.int().min(1).max(60).nullable(),
    returnDays: z.int().min(1).max(90),
  })
  .meta({ id: 'MarkingRules' });
export type RuleBody = z.infer<typeof RuleBody>;

const Agreement = z.object({
  n: z.int(),
  kappa: z.number().nullable(),
  strength: z.enum(['poor', 'slight', 'fair', 'moderate', 'substantial', 'almost_perfect']).nullable(),
  meanDifference: z.number().nullable(),
  meanDistance: z.number().nullable(),
});
/** How far two independent marks agree: in tenths of a nota, or, of answers, in thousandths of a point. */
export const AgreementView = z
  .object({
    unit: z.enum(['tenths', 'thousandths']),
    threshold: z.int().nullable(),
    ...{ agreed: z.int(), disputed: z.int(), settled: z.int(), waiting: z.int() },
    overall: Agreement,
    criteria: z.array(Agreement.extend({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'MarkingAgreement' });

/** So many of those published and never looked at again, or such a part of them. */
export const SampleBody = z
  .union([z.strictObject({ count: z.int().min(1).max(500) }), z.strictObject({ percent: z.int().min(1).max(100) })])
  .meta({ id: 'DrawSample' });
export type SampleBody = z.infer<typeof SampleBody>;
export const DrawnView = z.object({ drawn: z.int() }).meta({ id: 'DrawnSample' });

export const SampleView = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.uuid(), submissionId: z.uuid(), learner: z.string(), region: z.string().nullable() },
        ...{ marker: z.string(), points: z.int(), maxPoints: z.int(), grade: z.int().nullable() },
        ...{ drawnAt: instant, verdict: z.enum(['confirmed', 'changed']).nullable(), reason: z.string().nullable() },
        ...{ decidedBy: z.string().nullable(), decidedAt: instant.nullable() },
      }),
    ),
  })
  .meta({ id: 'ModerationSample' });

/** Confirms, or changes what each criterion got; the reason is read by the learner. */
export const VerdictBody = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('confirmed') }),
    z.strictObject({
      verdict: z.literal('changed'),
      criteria: z.array(GivenCriterion).min(1).max(50),
      reason: z.string().trim().min(1).max(1000),
    }),
  ])
  .meta({ id: 'ModerationVerdict' });
export type VerdictBody = z.infer<typeof VerdictBody>;
