import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import { EditionService, type NewEdition } from '../../api/src/catalogue/edition.service.ts';
import { PasswordService } from '../../api/src/identity/password.service.ts';
import type { Person } from '../../api/src/identity/person.entity.ts';
import { type NewPerson, PersonService } from '../../api/src/identity/person.service.ts';
import { formatRun } from '../../api/src/identity/run.policy.ts';
import { Ledger } from '../../api/src/ledger/ledger.service.ts';
import type { Grant } from '../../api/src/platform/access.ts';
import { newId } from '../../api/src/platform/id.ts';
import { PublishingService } from '../../api/src/publishing/publishing.service.ts';
import { app, as, type Visitor } from './app.ts';
import { signedIn } from './make.ts';
import { inDays } from './make-course.ts';

/** The first course of `content/`, which these stories take. */
export const course = {
  slug: 'por-que-convergencia',
  title: 'Por qué convergencia: inequidad territorial y marco',
};
export const password = 'una ballena frente a Coyhaique';

let safe: string;
let lastRun = 15_000_000;

/** The whole program as it is met by people: with the content that is written here, and its jobs being done. */
beforeAll(async () => {
  const { problems } = await app.get(PublishingService).load(fileURLToPath(new URL('../../content', import.meta.url)));
  expect(problems).toEqual([]);
  safe = await hash(password);
});

export type Someone = Person & Visitor & { written: string };

/** An official of Aysén, with a password and a session; `written` is their RUN as they write it. */
export async function anOfficial(of: Partial<NewPerson> = {}): Promise<Someone> {
  const person = await app.get(PersonService).add(
    {
      ...{ run: lastRun++, givenNames: 'Rocío', familyNames: 'Barría Oyarzo', email: null, isDemo: false },
      ...{ institution: 'gore-11', comunaCut: '11301', grants: [] },
      ...of,
    },
    null,
  );
  await app.get(PasswordService).set(person.id, safe, null);
  return { ...person, ...(await signedIn(person)), written: formatRun(person.run) };
}

const someone = (role: Grant['role'], givenNames: string, familyNames: string, regionCut: string | null = null) =>
  anOfficial({ givenNames, familyNames, grants: [{ role, regionCut, editionId: null }] });

/** Who follows the people of Aysén. */
export const aCoordinator = () => someone('coordinator', 'Nelson', 'Quilodrán Vera', '11');
export const aTutor = () => someone('tutor', 'Javiera', 'Millán Soto');
export const anAuthor = () => someone('author', 'Ignacio', 'Soto Alarcón');
export const anAdmin = () => someone('admin', 'Ester', 'Huenchuñir Ríos');

/** An edition that runs and can be joined, of the first course unless another is said. */
export const anOpenEdition = (of: Partial<NewEdition> = {}) =>
  app.get(EditionService).open(
    {
      ...{ kind: 'course', slug: course.slug, name: 'Otoño', seats: 30, timeZone: 'America/Santiago' },
      ...{ enrolFrom: inDays(-10), enrolUntil: inDays(20), startsAt: inDays(-5), endsAt: inDays(60) },
      ...of,
    },
    null,
  );

type Units = { key: string; kind: 'lesson' | 'evaluation' | 'task'; title: string; minutes: number }[];

/** Enrols someone over HTTP. Answers the enrolment. */
export async function enrol(me: Visitor, { id }: { id: string }): Promise<string> {
  const { body } = await as(me).post(`/api/editions/${id}/enrolments`).expect(201);
  return body.id as string;
}

/** Publishes the nota of a task, as marking it would. Tenths. */
export const gradeTask = (enrolmentId: string, unit: string, grade = 70) =>
  app.get(Ledger).compute({ enrolmentId, unit }, grade, { cause: 'mark', actorId: null });

/** The lessons, evaluations and tasks of an enrolment, in order. */
export async function unitsOf(me: Visitor, enrolment: string): Promise<Units> {
  const { body } = await as(me).get(`/api/enrolments/${enrolment}`).expect(200);
  return (body.modules as { units: Units }[]).flatMap(({ units }) => units);
}

/** What the page sends when a lesson is marked as read. */
export const readingOf = (enrolmentId: string, unit: string) => ({
  ...{ id: newId(), kind: 'read', enrolmentId, unit },
  at: new Date().toISOString(),
});
