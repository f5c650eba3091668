import { createHash, randomBytes } from 'node:crypto';
import { Person, RoleGrant, Session } from '../../api/src/identity/person.entity.ts';
import type { Grant } from '../../api/src/platform/access.ts';
import { newId } from '../../api/src/platform/id.ts';
import { Institution, Region } from '../../api/src/territory/territory.entity.ts';
import { db, type Visitor } from './app.ts';

let lastRun = 20_000_000 + Number(process.env['JEST_WORKER_ID'] ?? 0) * 1_000_000;

/** A region as the country has them, made once a database. */
export async function aRegion(cut = '11', shortName = 'Aysén'): Promise<Region> {
  const region = {
    ...{ cut, position: Number(cut), name: `Región de ${shortName}`, shortName, abbreviation: shortName.slice(0, 5) },
    ...{
      stripCode: shortName.slice(0, 2).toUpperCase(),
      timeZone: cut === '11' ? 'America/Coyhaique' : 'America/Santiago',
    },
  };
  await db.of(Region).createQueryBuilder().insert().values(region).orIgnore().execute();
  return region;
}

export async function aGovernment(regionCut = '11', shortName = 'Aysén'): Promise<Institution> {
  await aRegion(regionCut, shortName);
  const institution = {
    ...{ id: newId(), key: newId(), kind: 'regional_government', regionCut },
    ...{ name: `Gobierno Regional de ${shortName}` },
  } as Institution;
  await db.of(Institution).insert(institution);
  return institution;
}

/** A person, without a password: hashing one takes its time on purpose. */
export async function aPerson(of: Partial<Person> = {}): Promise<Person> {
  const person: Person = {
    ...{ id: newId(), run: lastRun++, givenNames: 'Rocío', familyNames: 'Barría Oyarzo', email: 'rocio@ejemplo.cl' },
    ...{ institutionId: null, comunaCut: null, isDemo: false, createdAt: new Date() },
    ...of,
  };
  await db.of(Person).insert(person);
  return person;
}

/** A session of this person, as signing in would open it. */
export async function signedIn(person: Pick<Person, 'id'>): Promise<Visitor> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  const now = new Date();
  await db
    .of(Session)
    .insert({ id: newId(), tokenHash, personId: person.id, createdAt: now, lastSeenAt: now, userAgent: 'test' });
  return { cookie: `aula=${token}` };
}

export type Learner = Person & Visitor;

/** A learner with a session. */
export async function aLearner(of: Partial<Person> = {}): Promise<Learner> {
  const person = await aPerson(of);
  return { ...person, ...(await signedIn(person)) };
}

/** Someone with a role, over a region, an edition or everything. */
export async function staff(grant: Partial<Grant> & Pick<Grant, 'role'>): Promise<Learner> {
  const person = await aLearner({ givenNames: 'Javiera', familyNames: 'Millán Soto' });
  const { role, regionCut = null, editionId = null } = grant;
  if (regionCut) await aRegion(regionCut, regionCut);
  await db.of(RoleGrant).insert({
    ...{ id: newId(), personId: person.id, role, regionCut, editionId },
    ...{ validFrom: new Date(0), validTo: null },
  });
  return person;
}
