import { z } from 'zod';
import { instant } from '../platform/schema.ts';
import { Rubric } from '../submission/rubric.schema.ts';
import { Annotation, GivenCriterion, MarkingFile } from './marking.schema.ts';

const Version = z.object({
  ...{ n: z.int(), html: z.string(), words: z.int(), submittedAt: instant, lateMinutes: z.int() },
  files: z.array(MarkingFile),
});

/** What was published of somebody's own work, and nothing else: no draft, no name of a marker that a rule hides. */
export const FeedbackView = z
  .object({
    submissionId: z.uuid(),
    enrolmentId: z.uuid(),
    /** Of an answer: its attempt. */
    attemptId: z.uuid().nullable(),
    course: z.object({ slug: z.string(), title: z.string() }),
    ...{ unit: z.string(), title: z.string(), timeZone: z.string(), passGrade: z.int() },
    state: z.enum(['submitted', 'returned', 'published']),
    /** The newest first; only the first counts. */
    publications: z.array(
      z.object({
        ...{ n: z.int(), version: z.int(), by: z.string(), publishedAt: instant, reason: z.string().nullable() },
        ...{ points: z.int(), maxPoints: z.int(), penalty: z.int(), grade: z.int().nullable() },
        /** What the points alone gave, before the penalty of late work. */
        before: z.int().nullable(),
        ...{ criteria: z.array(GivenCriterion), annotations: z.array(Annotation), feedback: z.string() },
      }),
    ),
    request: z
      .object({ version: z.int(), note: z.string(), askedAt: instant, annotations: z.array(Annotation) })
      .nullable(),
    versions: z.array(Version),
    rubric: Rubric,
    demand: z.int().nullable(),
  })
  .meta({ id: 'SubmissionFeedback' });
