import { z } from 'zod';
import { instant, pageOf, pageQueryOf } from '../platform/schema.ts';

const CourseLine = z.object({
  enrolmentId: z.uuid().nullable(),
  slug: z.string(),
  title: z.string(),
  state: z.enum(['announced', 'upcoming', 'running', 'passed', 'failed', 'ended']),
  startsAt: instant.nullable(),
  lessonsDone: z.int(),
  lessonsAll: z.int(),
  grade: z.int().nullable(),
});

/** The learner's first page: what is next, by when, how far, with what grade. */
export const HomeView = z
  .object({
    resume: z
      .object({
        enrolmentId: z.uuid(),
        unit: z.string(),
        kind: z.enum(['lesson', 'evaluation', 'task']),
        title: z.string(),
        course: z.string(),
        programme: z.string().nullable(),
        edition: z.string(),
        moduleNumber: z.int().nullable(),
        number: z.int(),
        of: z.int(),
        minutesLeft: z.int(),
        /** Title of the section where the reader stopped. */
        section: z.string().nullable(),
      })
      .nullable(),
    due: z.array(
      z.object({
        enrolmentId: z.uuid(),
        unit: z.string(),
        kind: z.enum(['evaluation', 'task']),
        title: z.string(),
        course: z.string(),
        questions: z.int().nullable(),
        minutes: z.int().nullable(),
        dueAt: instant,
        timeZone: z.string(),
        openAttempt: z.boolean(),
      }),
    ),
    programmes: z.array(
      z.object({
        enrolmentId: z.uuid(),
        slug: z.string(),
        title: z.string(),
        edition: z.string(),
        provisional: z.int().nullable(),
        courses: z.array(CourseLine),
      }),
    ),
    courses: z.array(CourseLine),
    certificates: z.array(z.object({ id: z.uuid(), title: z.string(), folio: z.string(), issuedAt: instant })),
  })
  .meta({ id: 'Home' });

/** Editions that a tutor, coordinator or admin may follow. */
export const StaffEditionList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['course', 'programme']),
        title: z.string(),
        name: z.string(),
        startsAt: instant,
        endsAt: instant,
        timeZone: z.string(),
        seats: z.int(),
        taken: z.int(),
        completed: z.int(),
      }),
    ),
  })
  .meta({ id: 'StaffEditionList' });

/** Names, as a cursor brings them back: PostgreSQL reads no NUL. */
const Name = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0'));

export const PeopleQuery = pageQueryOf(z.tuple([Name, Name, z.uuid()]), {
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;
export const PeopleFilter = z.strictObject({
  region: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;

const PersonLine = z
  .object({
    enrolmentId: z.uuid(),
    familyNames: z.string(),
    givenNames: z.string(),
    run: z.string(),
    institution: z.string().nullable(),
    region: z.string().nullable(),
    enrolledAt: instant,
    lastAt: instant.nullable(),
    lessonsDone: z.int(),
    lessonsAll: z.int(),
    grades: z.array(z.object({ unit: z.string(), grade: z.int().nullable() })),
    grade: z.int().nullable(),
    completedAt: instant.nullable(),
  })
  .meta({ id: 'PersonLine' });
export const PeoplePage = pageOf(PersonLine, 'PeoplePage');

export const StaffEditionView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    name: z.string(),
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    units: z.array(z.object({ key: z.string(), title: z.string(), weight: z.int() })),
    /** North to south; only regions in scope. Active: in the last two weeks. */
    regions: z.array(
      z.object({ cut: z.string(), name: z.string(), enrolled: z.int(), active: z.int(), completed: z.int() }),
    ),
  })
  .meta({ id: 'StaffEdition' });
