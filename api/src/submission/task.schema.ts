import { z } from 'zod';
import { instant, largest } from '../platform/schema.ts';
import { Rubric } from './rubric.schema.ts';

const FileView = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() });
export const longestDraft = 150_000;

/** A task for whoever hands it in: what is asked, by when, what was sent. Points are thousandths; notas and penalty, tenths. */
export const TaskView = z
  .object({
    enrolmentId: z.uuid(),
    course: z.object({ slug: z.string(), title: z.string() }),
    key: z.string(),
    title: z.string(),
    module: z.string().nullable(),
    minutes: z.int(),
    weight: z.int(),
    demand: z.int(),
    points: z.int(),
    instructions: z.string(),
    rubric: Rubric,
    anonymous: z.boolean(),
    peerReviews: z.int(),
    mode: z.enum(['individual', 'group']),
    takesText: z.boolean(),
    takesFiles: z.boolean(),
    minWords: z.int().nullable(),
    maxWords: z.int().nullable(),
    /** Endings without the dot. */
    fileTypes: z.array(z.string()),
    maxFiles: z.int(),
    maxBytes: z.int(),
    late: z.enum(['refuse', 'until', 'penalty']),
    /** For each day begun after `dueAt`; until `cutoffAt` it is taken. */
    penalty: z.int(),
    resubmissions: z.int(),
    opensAt: instant,
    dueAt: instant,
    cutoffAt: instant,
    timeZone: z.string(),
    /** The server's hour. */
    now: instant,
    submissionId: z.uuid().nullable(),
    state: z.enum(['new', 'draft', 'submitted', 'returned', 'published']),
    /** Why nothing can be handed in now; null when it can. */
    barred: z.enum(['task_not_open', 'task_closed', 'task_handed_in', 'no_group']).nullable(),
    draft: z.object({ html: z.string(), seq: z.int(), savedAt: instant.nullable(), files: z.array(FileView) }),
    /** The newest first. */
    versions: z.array(
      z.object({
        n: z.int(),
        html: z.string(),
        words: z.int(),
        submittedAt: instant,
        by: z.string(),
        lateMinutes: z.int(),
        /** What the delay costs, in tenths of nota. */
        penalty: z.int(),
        folio: z.string(),
        files: z.array(FileView),
      }),
    ),
    group: z.object({ name: z.string(), members: z.array(z.string()) }).nullable(),
    grade: z.int().nullable(),
  })
  .meta({ id: 'Task' });

/** `base` is the draft that this one changes: of another, it is stale. */
export const DraftBody = z
  .strictObject({ base: z.int().min(0).max(largest), html: z.string().max(longestDraft) })
  .meta({ id: 'DraftBody' });
export type DraftBody = z.infer<typeof DraftBody>;
export const DraftView = z.object({ seq: z.int(), savedAt: instant }).meta({ id: 'Draft' });

export const SubmissionRef = z.object({ id: z.uuid() }).meta({ id: 'SubmissionRef' });

/** The draft that is being sent, so that nobody sends what they have not seen. */
export const HandInBody = z.strictObject({ seq: z.int().min(0).max(largest) }).meta({ id: 'HandInBody' });
export type HandInBody = z.infer<typeof HandInBody>;
export const ReceiptView = z
  .object({ n: z.int(), folio: z.string(), submittedAt: instant, lateMinutes: z.int() })
  .meta({ id: 'Receipt' });
