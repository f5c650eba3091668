import { z } from 'zod';
import { instant } from '../platform/schema.ts';

export const Topic = z.object({ key: z.string(), name: z.string() });

export const EditionView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    enrolFrom: instant,
    enrolUntil: instant,
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    seats: z.int(),
    seatsLeft: z.int(),
    state: z.enum(['upcoming', 'open', 'full', 'running', 'ended']),
    /** The enrolment of whoever asks, if there is one. */
    enrolmentId: z.uuid().nullable(),
  })
  .meta({ id: 'Edition' });

export const CatalogueQuery = z.strictObject({
  kind: z.enum(['programme', 'course']).optional(),
  topic: z.string().max(40).optional(),
  hours: z.enum(['short', 'medium', 'long']).optional(),
  open: z.enum(['1']).optional(),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export const CatalogueItem = z
  .object({
    kind: z.enum(['programme', 'course']),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    minutes: z.int(),
    status: z.enum(['available', 'announced']),
    topics: z.array(Topic),
    /** Courses of a programme, or modules of a course. */
    parts: z.int(),
    /** Editions with a seat left that can be enrolled in now, their seats, and when the first of them closes. */
    openEditions: z.int(),
    seatsLeft: z.int(),
    enrolUntil: instant.nullable(),
  })
  .meta({ id: 'CatalogueItem' });

/** The whole offer fits a page: it is dozens of items, filtered by the database. */
export const CatalogueView = z
  .object({ items: z.array(CatalogueItem), topics: z.array(Topic) })
  .meta({ id: 'Catalogue' });

const UnitSummary = z.object({
  key: z.string(),
  kind: z.enum(['lesson', 'evaluation', 'task']),
  title: z.string(),
  minutes: z.int(),
});
const EvaluationRule = z.object({
  key: z.string(),
  title: z.string(),
  moduleTitle: z.string().nullable(),
  questions: z.int(),
  minutes: z.int().nullable(),
  attempts: z.int(),
  keep: z.enum(['best', 'last', 'average']),
  demand: z.int(),
  weight: z.int(),
});

const TaskRule = z.object({
  key: z.string(),
  title: z.string(),
  moduleTitle: z.string().nullable(),
  minutes: z.int(),
  mode: z.enum(['individual', 'group']),
  takesText: z.boolean(),
  takesFiles: z.boolean(),
  demand: z.int(),
  weight: z.int(),
});

export const CourseView = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    status: z.enum(['available', 'announced']),
    minutes: z.int(),
    topics: z.array(Topic),
    outcomes: z.array(z.string()),
    requirements: z.array(z.string()),
    introduction: z.string(),
    /** Sentences for the reader, as that the text is yet to be validated. */
    notices: z.array(z.string()),
    reviewedOn: z.iso.date(),
    passGrade: z.int(),
    modules: z.array(
      z.object({ key: z.string(), title: z.string(), summary: z.string(), units: z.array(UnitSummary) }),
    ),
    evaluations: z.array(EvaluationRule),
    tasks: z.array(TaskRule),
    programmes: z.array(z.object({ slug: z.string(), title: z.string(), weight: z.int() })),
    /** Those that one may enrol in by themselves, the latest first. */
    editions: z.array(EditionView),
    /** The latest enrolment of whoever asks, also one that came with a programme. */
    enrolmentId: z.uuid().nullable(),
  })
  .meta({ id: 'Course' });

export const ProgrammeView = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    minutes: z.int(),
    topics: z.array(Topic),
    outcomes: z.array(z.string()),
    requirements: z.array(z.string()),
    introduction: z.string(),
    notices: z.array(z.string()),
    reviewedOn: z.iso.date(),
    courses: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        summary: z.string(),
        status: z.enum(['available', 'announced']),
        minutes: z.int(),
        weight: z.int(),
      }),
    ),
    /** Those that one may enrol in by themselves, the latest first. */
    editions: z.array(EditionView),
    /** The latest enrolment of whoever asks, also one that came with a programme. */
    enrolmentId: z.uuid().nullable(),
  })
  .meta({ id: 'Programme' });
