import { formatRun } from '../../api/src/identity/run.policy.ts';
import { anonymous, as } from '../support/app.ts';
import { aRoom } from '../support/evaluation-room.ts';
import { anEdition, anEnrolment } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { audited } from '../support/take-evaluation.ts';

/** An edition with two cohorts and some people, the first of them in «Norte». */
async function aSchool() {
  const room = await aRoom();
  const { tutor, edition } = room;
  const url = `/api/editions/${edition.id}/cohorts`;
  const make = async (name: string) => (await as(tutor).post(url).send({ name }).expect(201)).body.id as string;
  const [north, south] = [await make('Norte'), await make('Sur')];
  const take = (cohort: string, body: object) => as(tutor).post(`/api/cohorts/${cohort}/people`).send(body);
  const move = (cohort: string, add: string[], remove: string[] = []) =>
    as(tutor).put(`/api/cohorts/${cohort}/people`).send({ add, remove }).expect(204);
  const someone = async (of: Parameters<typeof aLearner>[0]) => {
    const person = await aLearner(of);
    return { person, enrolmentId: (await anEnrolment(person, edition)).id };
  };
  await move(north, [room.enrolmentId]);
  const namesIn = async (cohort: string) => {
    const { body } = await as(tutor).get(`/api/cohorts/${cohort}/people`).expect(200);
    return (body.items as { givenNames: string }[]).map(({ givenNames }) => givenNames);
  };
  return { ...room, url, north, south, take, move, someone, namesIn };
}

it('lists cohorts with how many are in each, and from where come those in none', async () => {
  const { tutor, url, north, south, someone, edition } = await aSchool();
  const { id: institutionId } = await aGovernment('05', 'Valparaíso');
  await someone({ institutionId });
  await someone({ institutionId: null });
  const { body } = await as(tutor).get(url).expect(200);
  expect(body).toMatchObject({
    ...{ edition: { id: edition.id }, free: 2, regions: [{ cut: '05', free: 1 }] },
    items: [
      { id: north, name: 'Norte', people: 1, extensions: 0 },
      { id: south, name: 'Sur', people: 0 },
    ],
  });
  expect((await statementsOf(() => as(tutor).get(url).expect(200))).length).toBeLessThanOrEqual(3);
});

it('takes in a region: whoever is in no cohort, and nobody out of another', async () => {
  const { south, north, take, move, someone, namesIn } = await aSchool();
  const { id: institutionId } = await aGovernment('05', 'Valparaíso');
  await someone({ givenNames: 'Libre', institutionId });
  const taken = await someone({ givenNames: 'Tomada', institutionId });
  await move(north, [taken.enrolmentId]);
  expect((await take(south, { by: 'region', cut: '05' }).expect(200)).body).toEqual({
    taken: 1,
    moved: 0,
    unknown: [],
  });
  expect(await namesIn(south)).toEqual(['Libre']);
});

it('takes in whoever a list names, tells who moved and which lines name nobody', async () => {
  const { learner, south, take, someone, namesIn } = await aSchool();
  const { person } = await someone({ givenNames: 'Correo', email: 'Correo.Propio@ejemplo.cl' });
  const stranger = await aLearner();
  const text = `${formatRun(learner.run)}\n${person.email!.toUpperCase()}\n${formatRun(stranger.run)}\nnadie`;
  const { body } = await take(south, { by: 'list', text }).expect(200);
  expect(body).toEqual({ taken: 2, moved: 1, unknown: [formatRun(stranger.run), 'nadie'] });
  expect((await namesIn(south)).sort()).toEqual(['Correo', learner.givenNames]);
  // again, nothing is new
  expect((await take(south, { by: 'list', text }).expect(200)).body).toMatchObject({ taken: 0, moved: 0 });
});

it('pages its people by name, and finds them by part of it', async () => {
  const { tutor, edition, south, move, someone } = await aSchool();
  for (const familyNames of ['Ñancupil', 'Núñez', 'Oyarzo'])
    await move(south, [(await someone({ familyNames, givenNames: 'Ana' })).enrolmentId]);
  const url = `/api/cohorts/${south}/people?limit=2`;
  const first = (await as(tutor).get(url).expect(200)).body;
  const second = (await as(tutor).get(`${url}&after=${first.next}`).expect(200)).body;
  const families = [...first.items, ...second.items].map(({ familyNames }) => familyNames as string);
  expect(families).toEqual(['Núñez', 'Ñancupil', 'Oyarzo']);
  const found = await as(tutor).get(`/api/editions/${edition.id}/enrolled?name=nunez`).expect(200);
  expect(found.body.items).toEqual([expect.objectContaining({ familyNames: 'Núñez', cohort: 'Sur' })]);
});

it('changes its name, and goes, unless an extension holds for it', async () => {
  const { tutor, url, north, south, extend, edition, enrolmentId } = await aSchool();
  await as(tutor).put(`/api/cohorts/${south}`).send({ name: 'Austral' }).expect(204);
  expect((await as(tutor).post(url).send({ name: 'Austral' }).expect(409)).body.code).toBe('cohort_exists');
  const { body } = await extend({ enrolmentId: null, cohortId: north, extraMinutes: 5 }).expect(201);
  expect((await as(tutor).delete(`/api/cohorts/${north}`).expect(409)).body.code).toBe('cohort_extended');
  await as(tutor).post(`/api/extensions/${body.id}/withdrawal`).send({ reason: 'Ya no hace falta' }).expect(204);
  await as(tutor).delete(`/api/cohorts/${north}`).expect(204);
  const left = (await as(tutor).get(url).expect(200)).body;
  expect(left).toMatchObject({ free: 1, items: [{ name: 'Austral' }] });
  const people = await as(tutor).get(`/api/editions/${edition.id}/enrolled?name=barria`).expect(200);
  expect(people.body.items).toEqual([expect.objectContaining({ enrolmentId, cohort: null })]);
  expect(await audited(north, 'cohort.remove')).toBe(1);
});

it('filters the gradebook', async () => {
  const { tutor, edition, north, south } = await aSchool();
  const rows = async (cohort: string) =>
    (await as(tutor).get(`/api/editions/${edition.id}/gradebook?cohort=${cohort}`).expect(200)).body.people as object[];
  expect(await rows(north)).toHaveLength(1);
  expect(await rows(south)).toHaveLength(0);
});

it('is for whoever follows the whole edition, and for nobody else', async () => {
  const { learner, enrolmentId, edition, course, url, south } = await aSchool();
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  await aGovernment('05', 'Valparaíso');
  const strangers = [
    [await staff({ role: 'tutor', editionId: elsewhere.id }), 404],
    [await staff({ role: 'tutor', editionId: edition.id, regionCut: '05' }), 404],
    [await staff({ role: 'coordinator', regionCut: '05' }), 403],
    [learner, 403],
  ] as const;
  const cohort = `/api/cohorts/${south}`;
  const routes: ['get' | 'post' | 'put' | 'delete', string, object?][] = [
    ['get', url],
    ['post', url, { name: 'Intruso' }],
    ['put', cohort, { name: 'Intruso' }],
    ['get', `${cohort}/people`],
    ['put', `${cohort}/people`, { add: [enrolmentId], remove: [] }],
    ['post', `${cohort}/people`, { by: 'list', text: formatRun(learner.run) }],
    ['delete', cohort],
  ];
  for (const [method, path, body] of routes) {
    for (const [someone, status] of strangers)
      expect([path, (await as(someone)[method](path).send(body)).status]).toEqual([path, status]);
    expect((await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body)).status).toBe(401);
  }
  const [stranger, partly, coordinator] = strangers.map(([someone]) => someone) as [
    typeof learner,
    typeof learner,
    typeof learner,
  ];
  const search = `/api/editions/${edition.id}/enrolled?name=barria`;
  expect((await as(stranger).get(search).expect(200)).body.items).toEqual([]);
  expect((await as(partly).get(search).expect(200)).body.items).toEqual([]);
  await as(coordinator).get(search).expect(403);
});

it('takes nobody of another edition', async () => {
  const { course, south, move, namesIn } = await aSchool();
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  const theirs = await anEnrolment(await aLearner(), elsewhere);
  await move(south, [theirs.id]);
  expect(await namesIn(south)).toEqual([]);
});
