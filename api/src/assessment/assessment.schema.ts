import { z } from 'zod';
import { QuestionBody, QuestionResponse } from '../content/question.schema.ts';
import { instant } from '../platform/schema.ts';

const Rules = z.object({
  questions: z.int(),
  minutes: z.int().nullable(),
  attempts: z.int(),
  keep: z.enum(['best', 'last', 'average']),
  demand: z.int(),
  weight: z.int(),
  release: z.enum(['submission', 'closing']),
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
        /** Tenths; null while open or not released. */
        grade: z.int().nullable(),
      }),
    ),
    /** What the attempts give by the rule, in tenths. */
    grade: z.int().nullable(),
    /** Why no attempt can start now; null when one can. */
    barred: z.enum(['edition_not_started', 'edition_ended', 'no_attempts_left', 'attempt_open']).nullable(),
  })
  .meta({ id: 'Evaluation' });

const AttemptQuestion = z.object({
  position: z.int(),
  points: z.int(),
  body: QuestionBody,
  response: QuestionResponse.nullable(),
  flagged: z.boolean(),
  seq: z.int(),
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
    questions: z.array(AttemptQuestion),
  })
  .meta({ id: 'Attempt' });

export const StartBody = z.strictObject({ lease: z.uuid() }).meta({ id: 'StartBody' });
export type StartBody = z.infer<typeof StartBody>;

export const AttemptRef = z.object({ id: z.uuid() }).meta({ id: 'AttemptRef' });

/** `seq` grows with each save of a question on a device; a save that is not newer is stale. */
export const AnswerBody = z
  .strictObject({
    lease: z.uuid(),
    seq: z.int().min(1).max(2_000_000_000),
    response: QuestionResponse.nullable(),
    flagged: z.boolean(),
  })
  .meta({ id: 'AnswerBody' });
export type AnswerBody = z.infer<typeof AnswerBody>;

export const AnswerView = z.object({ seq: z.int(), savedAt: instant }).meta({ id: 'Answer' });

/** `pending`: a person has yet to mark it. */
const Verdict = z.enum(['right', 'partial', 'wrong', 'blank', 'pending']);
const OptionVerdict = z.enum(['right', 'wrong', 'missed', 'plain']);

export const AttemptResultView = z
  .object({
    id: z.uuid(),
    enrolmentId: z.uuid(),
    unit: z.string(),
    title: z.string(),
    n: z.int(),
    submittedAt: instant,
    endedBy: z.enum(['learner', 'deadline']),
    attemptsLeft: z.int(),
    /** Null until the release policy publishes it; then when. */
    releasedAt: instant.nullable(),
    /** Thousandths. */
    points: z.int().nullable(),
    maxPoints: z.int(),
    grade: z.int().nullable(),
    passGrade: z.int(),
    questions: z.array(
      z.object({
        position: z.int(),
        body: QuestionBody,
        response: QuestionResponse.nullable(),
        /** Null while a person has yet to mark it. */
        points: z.int().nullable(),
        maxPoints: z.int(),
        verdict: Verdict,
        /** By option, pair, gap, item or area. */
        options: z.record(z.string(), OptionVerdict),
        /** What was right, in the shape of a response; null where a person decides. */
        solution: QuestionResponse.nullable(),
        feedback: z.string().nullable(),
        optionFeedback: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'AttemptResult' });
