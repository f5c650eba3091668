import { z } from 'zod';
import { instant, sentInstant } from '../platform/schema.ts';

const UnitKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const base = { id: z.uuidv7(), enrolmentId: z.uuid(), unit: UnitKey, at: sentInstant };

/** What a learner did, named by the browser: the same event sent twice counts once. */
export const LearningEventBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('opened') }),
  z.strictObject({ ...base, kind: z.literal('read') }),
  z.strictObject({ ...base, kind: z.literal('unread') }),
  z.strictObject({
    ...base,
    kind: z.literal('position'),
    anchor: z.string().max(120).nullable(),
    permille: z.int().min(0).max(1000),
  }),
  z.strictObject({ ...base, kind: z.literal('active'), seconds: z.int().min(1).max(300) }),
]);
export type LearningEventBody = z.infer<typeof LearningEventBody>;

export const ActivityBody = z
  .strictObject({ events: z.array(LearningEventBody).min(1).max(200) })
  .meta({ id: 'ActivityBody' });
export type ActivityBody = z.infer<typeof ActivityBody>;

/** `held`: applied now or before, send no more. `refused`: will never be applied, and why. */
export const ActivityView = z
  .object({
    held: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), code: z.enum(['unknown_unit', 'not_yours', 'future', 'ancient']) })),
  })
  .meta({ id: 'Activity' });

export const NoteBody = z.strictObject({ body: z.string().trim().min(1).max(4000) }).meta({ id: 'NoteBody' });
export type NoteBody = z.infer<typeof NoteBody>;

export const NoteView = z.object({ id: z.uuid(), body: z.string(), changedAt: instant }).meta({ id: 'Note' });

const UnitState = z.object({
  key: z.string(),
  kind: z.enum(['lesson', 'evaluation', 'task']),
  title: z.string(),
  minutes: z.int(),
  /** Weight in the course's grade; null for a lesson. */
  weight: z.int().nullable(),
  state: z.enum(['new', 'started', 'done']),
  /** Tenths: 54 is 5,4. */
  grade: z.int().nullable(),
});

/** The room of a course: everything in order, with the state of each part. */
export const StudyView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string(), passGrade: z.int(), minutes: z.int() }),
    edition: z.object({ id: z.uuid(), name: z.string(), startsAt: instant, endsAt: instant, timeZone: z.string() }),
    state: z.enum(['upcoming', 'running', 'ended']),
    modules: z.array(
      z.object({ key: z.string().nullable(), title: z.string(), done: z.int(), units: z.array(UnitState) }),
    ),
    lessons: z.object({ done: z.int(), all: z.int() }),
    grade: z.int().nullable(),
    completedAt: instant.nullable(),
    certificateId: z.uuid().nullable(),
    /** Where to go on: the last unit touched, or the first not done. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Study' });

const Neighbour = z
  .object({ key: z.string(), kind: z.enum(['lesson', 'evaluation', 'task']), title: z.string() })
  .nullable();

/** All that a lesson's page needs but its text, which is the blob `sha`. */
export const LessonView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    module: z.object({ key: z.string(), title: z.string(), number: z.int() }),
    unit: z.object({
      key: z.string(),
      title: z.string(),
      aim: z.string(),
      minutes: z.int(),
      reviewedOn: z.iso.date(),
      sha: z.string(),
      toc: z.array(z.object({ id: z.string(), title: z.string() })),
      terms: z.array(z.object({ id: z.string(), term: z.string(), definition: z.string() })),
    }),
    number: z.int(),
    outline: z.array(UnitState),
    previous: Neighbour,
    next: Neighbour,
    read: z.boolean(),
    position: z.object({ anchor: z.string().nullable(), permille: z.int() }),
    notes: z.array(NoteView),
    closed: z.boolean(),
    /** Sentences that go with the text: that it is yet to be validated, say. */
    notices: z.array(z.string()),
  })
  .meta({ id: 'Lesson' });
