import { z } from 'zod';
import { QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { instant, sentInstant } from '../platform/schema.ts';
import { Keep, PerPage, Release, Rounding, ShownAs } from './rules.schema.ts';

/** By which rule a part of a result is released, and when, as far as it is known. */
const Released = z.object({ rule: Release, at: instant.nullable() });
const Releases = z.object({ score: Released, answers: Released, feedback: Released });

/** The rules that hold for this person: of the version, of the edition, and what was given to them. */
const Rules = z.object({
  questions: z.int(),
  sections: z.array(z.object({ title: z.string(), questions: z.int() })),
  minutes: z.int().nullable(),
  attempts: z.int(),
  waitMinutes: z.int(),
  keep: Keep,
  demand: z.int(),
  scale: ShownAs,
  minGrade: z.int(),
  rounding: Rounding,
  weight: z.int(),
  opensAt: instant,
  closesAt: instant,
  sequential: z.boolean(),
  perPage: PerPage,
  needsPassword: z.boolean(),
  release: Releases,
});

/** An evaluation before it starts: what counts, and the attempts so far. */
export const EvaluationView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    module: z.object({ title: z.string(), number: z.int() }).nullable(),
    key: z.string(),
    title: z.string(),
    instructions: z.string(),
    rules: Rules,
    edition: z.object({ startsAt: instant, endsAt: instant, timeZone: z.string() }),
    attempts: z.array(
      z.object({
        id: z.uuid(),
        n: z.int(),
        startedAt: instant,
        deadlineAt: instant.nullable(),
        submittedAt: instant.nullable(),
        annulled: z.boolean(),
        /** How many answers wait for somebody to mark them. */
        pending: z.int(),
        /** Thousandths and tenths; null while open, pending or not released. */
        points: z.int().nullable(),
        maxPoints: z.int(),
        grade: z.int().nullable(),
      }),
    ),
    /** What the attempts give by the rule, in tenths. */
    grade: z.int().nullable(),
    /** Why no attempt can start now; null when one can. */
    barred: z
      .enum([
        ...(['edition_not_started', 'evaluation_not_open', 'edition_ended', 'evaluation_closed'] as const),
        ...(['no_attempts_left', 'wait_between_attempts', 'attempt_open'] as const),
      ])
      .nullable(),
    /** When the next attempt may start, where the rules ask for a wait after the last. */
    waitUntil: instant.nullable(),
  })
  .meta({ id: 'Evaluation' });

const AttemptQuestion = z.object({
  position: z.int(),
  section: z.string().nullable(),
  points: z.int(),
  body: QuestionBody,
  response: QuestionResponse.nullable(),
  flagged: z.boolean(),
  seq: z.int(),
  seconds: z.int(),
  /** What has arrived of an answer by file, be it in `response` yet or not. */
  files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })),
});

/** An open attempt as its learner sees it: no answer key is here. Questions and options come in the frozen order. */
export const AttemptView = z
  .object({
    id: z.uuid(),
    enrolmentId: z.uuid(),
    unit: z.string(),
    title: z.string(),
    moduleNumber: z.int().nullable(),
    weight: z.int(),
    n: z.int(),
    startedAt: instant,
    deadlineAt: instant.nullable(),
    submittedAt: instant.nullable(),
    /** The server's hour, so that a clock that is wrong shows the right time left. */
    now: instant,
    lease: z.uuid(),
    /** No way back: only the question at `reached` takes answers. */
    sequential: z.boolean(),
    perPage: PerPage,
    reached: z.int(),
    questions: z.array(AttemptQuestion),
  })
  .meta({ id: 'Attempt' });

export const LeaseBody = z.strictObject({ lease: z.uuid() }).meta({ id: 'LeaseBody' });
export type LeaseBody = z.infer<typeof LeaseBody>;

/** `password`: the word that opens the evaluation, where it has one. */
export const StartBody = z
  .strictObject({ lease: z.uuid(), password: z.string().trim().max(80).optional() })
  .meta({ id: 'StartBody' });
export type StartBody = z.infer<typeof StartBody>;

/** From the question at this position to the next one. */
export const AdvanceBody = z
  .strictObject({ lease: z.uuid(), from: z.int().min(1).max(500) })
  .meta({ id: 'AdvanceBody' });
export type AdvanceBody = z.infer<typeof AdvanceBody>;
export const ReachedView = z.object({ reached: z.int() }).meta({ id: 'Reached' });

/** What the page noticed; `id` makes it count once however often it is sent. */
export const NotedBody = z
  .strictObject({
    events: z
      .array(z.strictObject({ id: z.uuid(), kind: z.enum(['left', 'returned']), at: sentInstant }))
      .min(1)
      .max(50),
  })
  .meta({ id: 'AttemptNotedBody' });
export type NotedBody = z.infer<typeof NotedBody>;

export const AttemptRef = z.object({ id: z.uuid() }).meta({ id: 'AttemptRef' });

/** `seq` grows with each save of a question on a device; a save that is not newer is stale. */
export const AnswerBody = z
  .strictObject({
    lease: z.uuid(),
    seq: z.int().min(1).max(2_000_000_000),
    response: QuestionResponse.nullable(),
    flagged: z.boolean(),
    /** How long the page has shown the question in this attempt, as the page measures it. */
    seconds: z.int().min(0).max(200_000).optional(),
  })
  .meta({ id: 'AnswerBody' });
export type AnswerBody = z.infer<typeof AnswerBody>;

export const AnswerView = z.object({ seq: z.int(), savedAt: instant }).meta({ id: 'Answer' });

/** `pending`: a person has yet to mark it. */
const Verdict = z.enum(['right', 'partial', 'wrong', 'blank', 'pending']);
const OptionVerdict = z.enum(['right', 'wrong', 'missed', 'plain']);

/** An answered question; what tells right from wrong, and why, as far as it may be seen. */
export const ReviewedQuestion = z.object({
  position: z.int(),
  section: z.string().nullable(),
  body: QuestionBody,
  response: QuestionResponse.nullable(),
  /** Null while a person has yet to mark it. */
  points: z.int().nullable(),
  maxPoints: z.int(),
  verdict: Verdict.nullable(),
  /** By option, pair, gap, item or area. */
  options: z.record(z.string(), OptionVerdict),
  /** After a regrade: everyone has all its points, or it counts no more. */
  treatment: z.enum(['full', 'dropped']).nullable(),
  /** What was right, in the shape of a response; null where a person decides. */
  solution: QuestionResponse.nullable(),
  feedback: z.string().nullable(),
  optionFeedback: z.record(z.string(), z.string()),
});

export const AttemptResultView = z
  .object({
    id: z.uuid(),
    enrolmentId: z.uuid(),
    unit: z.string(),
    title: z.string(),
    n: z.int(),
    submittedAt: instant,
    endedBy: z.enum(['learner', 'deadline', 'staff']),
    attemptsLeft: z.int(),
    /** How many answers wait for somebody to mark them; until then there is no nota. */
    pending: z.int(),
    annulled: z.object({ at: instant, why: z.string() }).nullable(),
    scale: ShownAs,
    release: Releases,
    /** Since when points and nota may be seen; null until then. */
    releasedAt: instant.nullable(),
    /** Thousandths. */
    points: z.int().nullable(),
    maxPoints: z.int(),
    grade: z.int().nullable(),
    passGrade: z.int(),
    /** The essays and files that a person marks, with their receipt; `told`: what was said of them may be read. */
    works: z.array(
      z.object({
        ...{ position: z.int(), submissionId: z.uuid(), folio: z.string(), words: z.int(), told: z.boolean() },
        files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int(), sha256: z.string() })),
      }),
    ),
    /** None until answers or feedback are released; each tells only what is. */
    questions: z.array(ReviewedQuestion),
  })
  .meta({ id: 'AttemptResult' });
