import { z } from 'zod';
import { instant, keyInstant, pageOf, pageQueryOf } from '../platform/schema.ts';

const Nota = z.int().min(10).max(70);
const Text = z.string().trim().min(20).max(4000);

export const AppealBody = z.strictObject({ text: Text });
/** `grade`: the nota from now on, where it is accepted. */
export const VerdictBody = z
  .strictObject({ accepted: z.boolean(), explanation: Text, grade: Nota.nullable() })
  .refine(({ accepted, grade }) => accepted === (grade !== null), { path: ['grade'] });
export type VerdictBody = z.infer<typeof VerdictBody>;

const Appeal = z.object({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  editionId: z.uuid(),
  unit: z.string(),
  title: z.string(),
  kind: z.enum(['evaluation', 'task']),
  course: z.string(),
  person: z.object({ given: z.string(), family: z.string(), region: z.string().nullable() }),
  state: z.enum(['asked', 'accepted', 'rejected', 'second', 'settled']),
  text: z.string(),
  askedAt: instant,
  answerDueAt: instant,
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  secondUntil: instant.nullable(),
  secondText: z.string().nullable(),
  secondAt: instant.nullable(),
  settleDueAt: instant.nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  upheld: z.boolean().nullable(),
  settlement: z.string().nullable(),
  gradeBefore: z.int(),
  gradeAfter: z.int().nullable(),
  /** What the nota is now. */
  grade: z.int().nullable(),
  /** Somebody owes an answer that is late. */
  overdue: z.boolean(),
  maySecond: z.boolean(),
});
export const AppealView = Appeal.meta({ id: 'Appeal' });

/** The requests about one's own nota, the last first, and whether another may be made. */
export const OwnAppeals = z
  .object({
    bar: z.enum(['appeal_open', 'appeal_done', 'appeal_closed']).nullable(),
    askUntil: instant,
    answerDays: z.int(),
    title: z.string(),
    course: z.string(),
    kind: z.enum(['evaluation', 'task']),
    grade: z.int(),
    appeals: z.array(Appeal),
  })
  .meta({ id: 'OwnAppeals' });

export const AppealQuery = pageQueryOf(z.tuple([keyInstant, z.uuid()]), {
  state: z.enum(['open', 'all']).default('open'),
});
export type AppealQuery = z.infer<typeof AppealQuery>;
export const AppealPage = pageOf(Appeal, 'AppealPage');
