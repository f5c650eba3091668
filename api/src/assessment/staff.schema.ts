import { z } from 'zod';
import { instant, moment, pageOf, pageQueryOf } from '../platform/schema.ts';
import { ReviewedQuestion } from './assessment.schema.ts';
import { Keep, PerPage, Release, Rounding, ShownAs } from './rules.schema.ts';

const Reason = z.string().trim().min(1).max(1000);
const person = {
  enrolmentId: z.uuid(),
  givenNames: z.string(),
  familyNames: z.string(),
  region: z.string().nullable(),
};

/** What the edition says otherwise than the version; null is as the version, `minutes` 0 without limit. */
const settings = {
  ...{ opensAt: moment.nullable(), closesAt: moment.nullable() },
  minutes: z.int().min(0).max(1440).nullable(),
  attempts: z.int().min(1).max(20).nullable(),
  waitMinutes: z.int().min(0).max(100_000).nullable(),
  ...{ sequential: z.boolean().nullable(), perPage: PerPage.nullable() },
  ...{ shuffleQuestions: z.boolean().nullable(), shuffleOptions: z.boolean().nullable() },
  demand: z.int().min(1).max(99).nullable(),
  scale: ShownAs.nullable(),
  minGrade: z.union([z.literal(10), z.literal(20)]).nullable(),
  rounding: Rounding.nullable(),
  ...{ releaseScore: Release.nullable(), releaseScoreAt: moment.nullable() },
  ...{ releaseAnswers: Release.nullable(), releaseAnswersAt: moment.nullable() },
  ...{ releaseFeedback: Release.nullable(), releaseFeedbackAt: moment.nullable() },
};

/** All the settings at once. `password` absent leaves the word as it is, null takes it away. */
export const SettingsBody = z
  .strictObject({ ...settings, password: z.string().trim().min(4).max(80).nullable().optional() })
  .meta({ id: 'EvaluationSettingsBody' });
export type SettingsBody = z.infer<typeof SettingsBody>;

export const ReasonBody = z.strictObject({ reason: Reason }).meta({ id: 'ReasonBody' });
export type ReasonBody = z.infer<typeof ReasonBody>;

/** Minutes from now of a reopened attempt, or more of one that is open. */
export const TimeBody = z
  .strictObject({ minutes: z.int().min(1).max(10_080), reason: Reason })
  .meta({ id: 'AttemptTimeBody' });
export type TimeBody = z.infer<typeof TimeBody>;

const about = {
  id: z.uuid(),
  title: z.string(),
  name: z.string(),
  timeZone: z.string(),
  startsAt: instant,
  endsAt: instant,
};
const counts = { open: z.int(), ended: z.int(), pending: z.int() };

export const StaffEvaluationList = z
  .object({
    edition: z.object(about),
    items: z.array(
      z.object({
        ...{ key: z.string(), title: z.string(), weight: z.int(), opensAt: instant, closesAt: instant },
        ...{ minutes: z.int().nullable(), attempts: z.int(), extensions: z.int(), changed: z.boolean(), ...counts },
      }),
    ),
  })
  .meta({ id: 'StaffEvaluationList' });

const stored = Object.fromEntries(
  ['opensAt', 'closesAt', 'releaseScoreAt', 'releaseAnswersAt', 'releaseFeedbackAt'].map((key) => [
    key,
    instant.nullable(),
  ]),
) as Record<
  'opensAt' | 'closesAt' | 'releaseScoreAt' | 'releaseAnswersAt' | 'releaseFeedbackAt',
  z.ZodNullable<typeof instant>
>;

const Version = z.object({
  ...{ minutes: z.int().nullable(), attempts: z.int(), waitMinutes: z.int(), keep: Keep, demand: z.int() },
  ...{ scale: ShownAs, minGrade: z.int(), rounding: Rounding, sequential: z.boolean(), perPage: PerPage },
  ...{ shuffleQuestions: z.boolean(), shuffleOptions: z.boolean() },
  ...{ releaseScore: Release, releaseAnswers: Release, releaseFeedback: Release },
});

export const StaffEvaluationView = z
  .object({
    edition: z.object(about),
    ...{ key: z.string(), title: z.string(), weight: z.int(), questions: z.int(), ...counts },
    /** What the version says. */
    version: Version,
    /** What results of both for whoever was given nothing apart. */
    rules: Version.extend({ opensAt: instant, closesAt: instant, needsPassword: z.boolean() }),
    setting: z.object({
      ...settings,
      ...stored,
      minGrade: z.int().nullable(),
      ...{ hasPassword: z.boolean(), releasedAt: instant.nullable(), changedAt: instant.nullable() },
      changedBy: z.string().nullable(),
    }),
    /** Whether the actor follows the whole edition, and so may change its rules. */
    governs: z.boolean(),
    extensions: z.array(
      z.object({
        ...{
          id: z.uuid(),
          name: z.string(),
          forCohort: z.boolean(),
          extraMinutes: z.int(),
          closesAt: instant.nullable(),
        },
        ...{ extraAttempts: z.int(), reason: z.string(), grantedBy: z.string(), grantedAt: instant },
      }),
    ),
    cohorts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'StaffEvaluation' });

const attempt = {
  ...{ id: z.uuid(), n: z.int(), ...person, startedAt: instant, deadlineAt: instant.nullable() },
  ...{ submittedAt: instant.nullable(), endedBy: z.enum(['learner', 'deadline', 'staff']).nullable() },
  ...{ pending: z.int(), points: z.int().nullable(), maxPoints: z.int(), grade: z.int().nullable() },
  ...{ annulledAt: instant.nullable(), reopened: z.int(), answered: z.int(), questions: z.int() },
};

export const AttemptsQuery = pageQueryOf(z.tuple([z.uuid()]), {
  state: z.enum(['open', 'ended', 'pending', 'annulled']).optional(),
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  name: z.string().trim().min(1).max(80).optional(),
});
export type AttemptsQuery = z.infer<typeof AttemptsQuery>;
export const StaffAttemptPage = pageOf(z.object(attempt), 'StaffAttemptPage');

const kinds = [
  ...(['opened', 'taken', 'left', 'returned', 'advanced', 'saved', 'submitted', 'closed'] as const),
  ...(['reopened', 'time_added', 'annulled', 'marked'] as const),
] as const;

export const StaffAttemptView = z
  .object({
    ...attempt,
    ...{ unit: z.string(), title: z.string(), edition: z.object(about), annulledWhy: z.string().nullable() },
    /** As they were frozen, each with what was answered and what is right. */
    questions: z.array(ReviewedQuestion),
    /** In the order in which it happened. A save is the last one of its question, with how long the page showed it. */
    log: z.array(
      z.object({
        ...{ at: instant, kind: z.enum(kinds), actor: z.string().nullable(), device: z.string().nullable() },
        ...{ position: z.int().nullable(), seconds: z.int().nullable(), minutes: z.int().nullable() },
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'StaffAttempt' });
