import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { SeatQuota } from '../../api/src/catalogue/edition.entity.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { UnitProgress } from '../../api/src/progress/progress.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme } from '../support/make-course.ts';
import { aGovernment, aLearner, aPerson, staff } from '../support/make.ts';

/** An edition with people of two regions, their names in disorder. */
async function aRoom() {
  const { versionId } = await aCourse({ lessons: 3 });
  const edition = await anEdition({ courseVersionId: versionId });
  const aysen = await aGovernment('11', 'Aysén');
  const nuble = await aGovernment('16', 'Ñuble');
  const names = [
    ['Zúñiga', aysen.id],
    ['Ñancupil', aysen.id],
    ['Álvarez', aysen.id],
    ['Navarro', nuble.id],
    ['Oyarzún', nuble.id],
  ] as const;
  const people = [];
  for (const [familyNames, institutionId] of names) {
    const person = await aPerson({ familyNames, institutionId });
    people.push({ ...person, enrolment: await anEnrolment(person, edition) });
  }
  return { edition, people, url: `/api/editions/${edition.id}` };
}
const familyNames = (answer: { body: { items: { familyNames: string }[] } }) =>
  answer.body.items.map((line) => line.familyNames);

it('shows an admin everyone, in Spanish order, page by page', async () => {
  const { url } = await aRoom();
  const admin = await staff({ role: 'admin' });
  const all = ['Álvarez', 'Navarro', 'Ñancupil', 'Oyarzún', 'Zúñiga'];
  expect(familyNames(await as(admin).get(`${url}/people`).expect(200))).toEqual(all);
  const first = await as(admin).get(`${url}/people?limit=3`).expect(200);
  const second = await as(admin).get(`${url}/people?limit=3&after=${first.body.next}`).expect(200);
  expect([...familyNames(first), ...familyNames(second), second.body.next]).toEqual([...all, null]);
  expect(familyNames(await as(admin).get(`${url}/people?region=16`).expect(200))).toEqual(['Navarro', 'Oyarzún']);
  for (const wrong of ['after=x', 'after=WzFd', 'limit=0', 'limit=101', 'region=1', 'other=1'])
    await as(admin).get(`${url}/people?${wrong}`).expect(422);
});

it('tells how far each has come', async () => {
  const { url, people } = await aRoom();
  const [first] = people;
  const at = new Date();
  await db.of(UnitProgress).insert({
    ...{ enrolmentId: first!.enrolment.id, unitKey: 'leccion-1', openedAt: at, doneAt: at, changedAt: at },
    ...{ seconds: 60, anchor: null, permille: 1000, positionedAt: at },
  });
  const { body } = await as(await staff({ role: 'tutor' }))
    .get(`${url}/people`)
    .expect(200);
  expect(body.items.at(-1)).toMatchObject({
    ...{ familyNames: 'Zúñiga', region: 'Aysén', lessonsDone: 1, lessonsAll: 3, grade: null, completedAt: null },
    grades: [{ unit: 'control', grade: null }],
  });
});

it('shows a coordinator their region and no other', async () => {
  const { url, edition } = await aRoom();
  const me = await staff({ role: 'coordinator', regionCut: '11' });
  expect(familyNames(await as(me).get(`${url}/people`).expect(200))).toEqual(['Álvarez', 'Ñancupil', 'Zúñiga']);
  expect(familyNames(await as(me).get(`${url}/people?region=16`).expect(200))).toEqual([]);
  const { body } = await as(me).get(url).expect(200);
  expect(body.regions).toEqual([{ cut: '11', name: 'Aysén', enrolled: 3, active: 0, completed: 0 }]);
  const { body: list } = await as(me).get('/api/editions').expect(200);
  expect(list.items.find(({ id }: { id: string }) => id === edition.id)).toMatchObject({ taken: 3, kind: 'course' });
  expect((await as(me).get(`${url}/people.csv`).expect(200)).text).not.toContain('Navarro');
});

it('shows a tutor their edition and no other', async () => {
  const [mine, other] = [await aRoom(), await aRoom()];
  const me = await staff({ role: 'tutor', editionId: mine.edition.id });
  await as(me).get(`${mine.url}/people`).expect(200);
  for (const path of ['', '/people', '/people.csv'])
    await as(me)
      .get(other.url + path)
      .expect(404);
  const { body } = await as(me).get('/api/editions').expect(200);
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([mine.edition.id]);
});

it('is nothing to learners and strangers, nor to whose role has ended', async () => {
  const { url } = await aRoom();
  await anonymous().get(`${url}/people`).expect(401);
  await as(await aLearner())
    .get(`${url}/people`)
    .expect(403);
  const former = await staff({ role: 'tutor' });
  await db.em.query('update role_grant set valid_to = now() where person_id = $1', [former.id]);
  await as(former).get(`${url}/people`).expect(403);
  await as(await staff({ role: 'tutor' }))
    .get(`/api/editions/${newId()}/people`)
    .expect(404);
});

it('exports a table in which no formula can run', async () => {
  const { url, edition } = await aRoom();
  await anEnrolment(await aPerson({ givenNames: '=HYPERLINK("http://malo")', familyNames: '+1+1' }), edition);
  const answer = await as(await staff({ role: 'admin' }))
    .get(`${url}/people.csv`)
    .expect(200);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="curso-de-prueba-personas.csv"');
  expect(answer.text.charCodeAt(0)).toBe(0xfeff);
  expect(answer.text.split('\r\n')[0]).toContain('RUN;Apellidos;Nombres;Región');
  expect(answer.text).toContain(`'+1+1`);
  expect(answer.text).toContain(`"'=HYPERLINK(""http://malo"")"`);
});

it('adds up the courses of a programme', async () => {
  const course = await aCourse({ lessons: 2 });
  const { versionId } = await aProgramme([{ course, weight: 100 }]);
  const edition = await anEdition({ programmeVersionId: versionId });
  const part = await anEdition({ courseVersionId: course.versionId, parentId: edition.id });
  const person = await aPerson();
  await anEnrolment(person, part, (await anEnrolment(person, edition)).id);
  const { body } = await as(await staff({ role: 'tutor', editionId: edition.id }))
    .get(`/api/editions/${edition.id}/people`)
    .expect(200);
  expect(body.items).toMatchObject([{ lessonsDone: 0, lessonsAll: 2, grades: [{ unit: course.key, grade: null }] }]);
});

it('keeps whoever has one region of one edition to where they meet', async () => {
  const [{ edition, url }, other] = [await aRoom(), await aRoom()];
  const me = await staff({ role: 'tutor', regionCut: '16', editionId: edition.id });
  expect(familyNames(await as(me).get(`${url}/people`).expect(200))).toEqual(['Navarro', 'Oyarzún']);
  expect((await as(me).get(`${url}/people.csv`).expect(200)).text).not.toContain('Zúñiga');
  await as(me).get(`${other.url}/people`).expect(404);
});

it('lets whoever follows a programme follow its courses, and a region through both', async () => {
  const { versionId } = await aCourse();
  const whole = await anEdition({ programmeVersionId: (await aProgramme([])).versionId });
  const part = await anEdition({ courseVersionId: versionId, parentId: whole.id });
  const [here, there] = [await aGovernment('11', 'Aysén'), await aGovernment('16', 'Ñuble')];
  for (const { id: institutionId } of [here, there]) {
    const person = await aPerson({ familyNames: institutionId, institutionId });
    await anEnrolment(person, part, (await anEnrolment(person, whole)).id);
  }
  const seen = async (grant: Parameters<typeof staff>[0]) =>
    familyNames(
      await as(await staff(grant))
        .get(`/api/editions/${part.id}/people`)
        .expect(200),
    );
  expect(await seen({ role: 'tutor', editionId: whole.id })).toHaveLength(2);
  expect(await seen({ role: 'tutor', editionId: whole.id, regionCut: '11' })).toEqual([here.id]);
  const tutorOfPart = await staff({ role: 'tutor', editionId: part.id });
  await as(tutorOfPart).get(`/api/editions/${whole.id}`).expect(404);
});

it('counts seats, people and completions within reach', async () => {
  const { edition, people, url } = await aRoom();
  await db.of(SeatQuota).insert([
    { id: newId(), editionId: edition.id, regionCut: '11', seats: 5, taken: 0 },
    { id: newId(), editionId: edition.id, regionCut: '16', seats: 7, taken: 0 },
  ]);
  await db.of(Result).insert({ enrolmentId: people[0]!.enrolment.id, grade: 61, completedAt: new Date() });
  await db.em.query('update enrolment set last_at = now() where id = $1', [people[1]!.enrolment.id]);
  const lineFor = async (grant: Parameters<typeof staff>[0]) => {
    const { body } = await as(await staff(grant))
      .get('/api/editions')
      .expect(200);
    return body.items.find(({ id }: { id: string }) => id === edition.id);
  };
  expect(await lineFor({ role: 'admin' })).toMatchObject({ seats: 42, taken: 5, completed: 1 });
  expect(await lineFor({ role: 'coordinator', regionCut: '16' })).toMatchObject({ seats: 7, taken: 2, completed: 0 });
  expect(await lineFor({ role: 'coordinator', regionCut: '10' })).toMatchObject({ seats: 30, taken: 0, completed: 0 });
  const { body } = await as(await staff({ role: 'admin' }))
    .get(url)
    .expect(200);
  expect(body.units).toEqual([{ key: 'control', title: 'Control del módulo', weight: 100 }]);
  expect(body.regions).toEqual([
    { cut: '10', name: '10', enrolled: 0, active: 0, completed: 0 },
    { cut: '11', name: 'Aysén', enrolled: 3, active: 1, completed: 1 },
    { cut: '16', name: 'Ñuble', enrolled: 2, active: 0, completed: 0 },
  ]);
});

it('shows the grade of whoever has them all, passed or not, and writes it with a comma', async () => {
  const { people, url } = await aRoom();
  const [first] = people;
  await db.of(UnitGrade).insert({
    enrolmentId: first!.enrolment.id,
    unitKey: 'control',
    grade: 36,
    computed: 36,
    overridden: false,
    gradedAt: new Date(),
  });
  const admin = await staff({ role: 'admin' });
  const { body } = await as(admin).get(`${url}/people?region=11`).expect(200);
  expect(body.items.at(-1)).toMatchObject({ grade: 36, completedAt: null, grades: [{ unit: 'control', grade: 36 }] });
  const { text, headers } = await as(admin).get(`${url}/people.csv`).expect(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['cache-control']).toBe('private, no-store');
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Santiago' }).format(new Date());
  expect(text).toMatch(new RegExp(`Zúñiga;Rocío;Aysén;Gobierno Regional de Aysén;${day};;0;3;3,6;3,6;\\r\\n$`));
});

it('reads a forged cursor as data', async () => {
  const { url } = await aRoom();
  const admin = await staff({ role: 'admin' });
  const after = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const id = newId();
  for (const wrong of [['a', 'b'], ['a', 'b', 'c'], ['a\0', 'b', id], ['a'.repeat(201), 'b', id], {}, null, 7])
    await as(admin)
      .get(`${url}/people`)
      .query({ after: after(wrong) })
      .expect(422);
  const answer = await as(admin)
    .get(`${url}/people`)
    .query({ after: after([`'; drop table person; --`, '<b>', id]) })
    .expect(200);
  expect(familyNames(answer)).toHaveLength(5);
});
