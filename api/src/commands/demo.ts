import type { INestApplicationContext } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { EditionService } from '../catalogue/edition.service.ts';
import { PasswordService } from '../identity/password.service.ts';
import { Person } from '../identity/person.entity.ts';
import { type NewPerson, PersonService } from '../identity/person.service.ts';
import { formatRun } from '../identity/run.policy.ts';
import type { Grant } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { addClassroom } from './demo-classroom.ts';

/** Known to anyone who reads this: hence never in production. */
const password = 'territorio-austral';

const grant = (role: Grant['role'], regionCut: string | null = null): Grant => ({ role, regionCut, editionId: null });
const sample = (run: number, givenNames: string, familyNames: string, grants: Grant[], region: string): NewPerson => ({
  ...{ run, givenNames, familyNames, grants, comunaCut: region === '11' ? '11301' : null, isDemo: true },
  ...{ email: `${run}@ejemplo.invalid`, institution: `gore-${region}` },
});

/** The four RUN that ClaveÚnica keeps for trials; the people are made up. */
const people: { who: string; person: NewPerson }[] = [
  { who: 'funcionaria', person: sample(44_444_444, 'Rocío', 'Barría Oyarzo', [], '11') },
  { who: 'tutora', person: sample(55_555_555, 'Javiera', 'Millán Soto', [grant('tutor')], '16') },
  {
    who: 'coordinador de Aysén',
    person: sample(88_888_888, 'Nelson', 'Quilodrán Vera', [grant('coordinator', '11')], '11'),
  },
  { who: 'administradora', person: sample(99_999_999, 'Ester', 'Huenchuñir Ríos', [grant('admin')], '13') },
];

const days = (count: number) => new Date(now().getTime() + count * 24 * 60 * 60_000);
const dates = (enrolFrom: number, enrolUntil: number, startsAt: number, endsAt: number) => ({
  ...{ enrolFrom: days(enrolFrom), enrolUntil: days(enrolUntil), startsAt: days(startsAt), endsAt: days(endsAt) },
  timeZone: 'America/Santiago',
});

/** Adds the sample people and editions once, with dates that count from the first start. */
export async function addDemo(app: INestApplicationContext): Promise<void> {
  const db = app.get(Database);
  if (await db.of(Person).existsBy({ isDemo: true })) return;
  const safe = await hash(password);
  await db.transaction(async () => {
    for (const { person } of people) {
      const { id } = await app.get(PersonService).add(person, null);
      await app.get(PasswordService).set(id, safe, null);
    }
    const editions = app.get(EditionService);
    const open = (kind: 'course' | 'programme', slug: string, name: string, seats: number, regionSeats = {}) =>
      editions.open({ kind, slug, name, seats, regionSeats, ...dates(-10, 20, -5, 120) }, null);
    await open('programme', 'gestion-de-territorios-de-convergencia', 'Primera edición', 80, { 11: 10, 16: 10 });
    await open('course', 'por-que-convergencia', 'Edición abierta', 40);
    await open('course', 'identificar-y-diagnosticar', 'Edición abierta', 40);
    await addClassroom(app);
  });
}

export const demoAccounts = () =>
  [
    'Cuentas de muestra (personas ficticias):',
    ...people.map(({ who, person }) => `  ${formatRun(person.run)}  ${who}`),
    `  Contraseña de todas: ${password}`,
  ].join('\n');
