import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { WorkGroupMember } from '../../api/src/submission/task.entity.ts';
import { anonymous, as, db, heldBack } from '../support/app.ts';
import { aTask as aMarkedTask, markAs } from '../support/hand-in.ts';
import { anEdition, anEnrolment } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import { write } from '../support/make-task.ts';
import { statementsOf } from '../support/statements.ts';
import { audited } from '../support/take-evaluation.ts';

/** An edition with a group task, who tutors it, and so many people. */
async function aClass(size: number, regionOf: (n: number) => string = () => '11') {
  const room = await aMarkedTask({ mode: 'group', late: 'refuse' });
  const { edition, tutor, unit } = room;
  const people = [];
  for (let n = 0; n < size; n++) {
    const { id: institutionId } = await aGovernment(regionOf(n), regionOf(n));
    const learner = await aLearner({ givenNames: `Persona ${n}`, institutionId });
    const { id } = await anEnrolment(learner, edition);
    people.push({ learner, id, url: `/api/enrolments/${id}/tasks/${unit}` });
  }
  const groups = `/api/editions/${edition.id}/tasks/${unit}/groups`;
  const make = async (name: string, members: { id: string }[]) =>
    (
      await as(tutor)
        .post(groups)
        .send({ name, people: members.map(({ id }) => id) })
        .expect(201)
    ).body.id as string;
  const move = (group: string, add: { id: string }[], remove: { id: string }[] = []) =>
    as(tutor)
      .put(`/api/work-groups/${group}/people`)
      .send({ add: add.map(({ id }) => id), remove: remove.map(({ id }) => id) });
  const list = async () => (await as(tutor).get(groups).expect(200)).body as Listed;
  return { ...room, people, groups, make, move, list };
}
type Group = { id: string; name: string; state: string; people: { enrolmentId: string; name: string }[] };
type Listed = { items: Group[]; free: number; freePeople: { enrolmentId: string }[] };
type Someone = Awaited<ReturnType<typeof aClass>>['people'][number];

const handIn = async ({ learner, id, url }: Someone, html = '<p>De todo el grupo</p>', base = 0) => {
  const seq = await write(learner, id, html, base, 'ficha');
  return as(learner).post(`${url}/submission`).send({ seq });
};
const groupOf = async ({ id }: Someone) => (await db.of(WorkGroupMember).findOneBy({ enrolmentId: id }))?.groupId;

it('is made by hand, and the learner sees who is in it', async () => {
  const { people, make, list, groups, tutor } = await aClass(3);
  const [one, two, three] = people as [Someone, Someone, Someone];
  const id = await make('Cuenca alta', [one, two]);
  const { body } = await as(one.learner).get(one.url).expect(200);
  expect(body).toMatchObject({
    barred: null,
    group: { name: 'Cuenca alta', members: expect.arrayContaining([expect.stringContaining('Persona 1')]) },
  });
  expect((await as(three.learner).get(three.url).expect(200)).body).toMatchObject({ barred: 'no_group', group: null });
  expect(await list()).toMatchObject({
    items: [{ id, name: 'Cuenca alta', state: 'none' }],
    free: 1,
    freePeople: [{ enrolmentId: three.id }],
  });
  expect((await as(tutor).post(groups).send({ name: 'Cuenca alta', people: [] }).expect(409)).body.code).toBe(
    'group_exists',
  );
  expect((await statementsOf(() => as(tutor).get(groups).expect(200))).length).toBeLessThanOrEqual(3);
});

it('is drawn evenly with a seed among those in none, and by region', async () => {
  const { edition, people, make, list, groups, tutor } = await aClass(9, (n) => (n < 6 ? '11' : '05'));
  await make('Grupo 1', people.slice(0, 1));
  const drawn = (await as(tutor).post(`${groups}/distribution`).send({ way: 'random', size: 4, seed: 7 }).expect(200))
    .body;
  expect(drawn).toEqual({ groups: 2, people: 8 });
  const { items, free } = await list();
  expect(items.map(({ name, people: members }) => [name, members.length])).toEqual([
    ['Grupo 1', 1],
    ['Grupo 2', 4],
    ['Grupo 3', 4],
  ]);
  expect(free).toBe(0);
  for (const { id } of items) await as(tutor).delete(`/api/work-groups/${id}`).expect(204);
  await as(tutor).post(`${groups}/distribution`).send({ way: 'region', size: 3, seed: 7 }).expect(200);
  expect((await list()).items.map(({ name, people: members }) => [name, members.length])).toEqual([
    ['05 1', 3],
    ['11 1', 3],
    ['11 2', 3],
  ]);
  expect(await audited(edition.id, 'group.distribute')).toBe(2);
});

it('keeps its draft when somebody leaves it, who goes on with that of their new group', async () => {
  const { people, make, move } = await aClass(3);
  const [one, two, three] = people as [Someone, Someone, Someone];
  await make('Norte', [one, two]);
  const south = await make('Sur', [three]);
  await write(one.learner, one.id, '<p>Del norte</p>', 0, 'ficha');
  await write(three.learner, three.id, '<p>Del sur</p>', 0, 'ficha');
  await move(south, [one]).expect(204);
  expect((await as(one.learner).get(one.url).expect(200)).body.draft.html).toBe('<p>Del sur</p>');
  expect((await as(two.learner).get(two.url).expect(200)).body.draft.html).toBe('<p>Del norte</p>');
  await as(two.learner).post(`${two.url}/submission`).send({ seq: 1 }).expect(201);
  // what whoever left began is theirs no more
  expect((await as(one.learner).get(one.url).expect(200)).body).toMatchObject({ state: 'draft', versions: [] });
});

it('changes no more once it has handed in, and goes only while it has nothing', async () => {
  const { people, make, move, tutor } = await aClass(3);
  const [one, two, three] = people as [Someone, Someone, Someone];
  const north = await make('Norte', [one, two]);
  const south = await make('Sur', [three]);
  expect((await handIn(one)).status).toBe(201);
  expect((await move(south, [two]).expect(409)).body.code).toBe('group_handed_in');
  expect((await move(north, [three]).expect(409)).body.code).toBe('group_handed_in');
  expect((await move(north, [], [two]).expect(409)).body.code).toBe('group_handed_in');
  expect((await as(tutor).delete(`/api/work-groups/${north}`).expect(409)).body.code).toBe('group_has_work');
  await as(tutor).put(`/api/work-groups/${south}`).send({ name: 'Austral' }).expect(204);
  expect((await as(tutor).put(`/api/work-groups/${south}`).send({ name: 'Norte' }).expect(409)).body.code).toBe(
    'group_exists',
  );
  await as(tutor).delete(`/api/work-groups/${south}`).expect(204);
  expect(await groupOf(three)).toBeUndefined();
});

it('lets nobody leave while it hands in, and nothing be handed in without whoever left', async () => {
  const { people, make, move, list } = await aClass(3);
  const [one, two, three] = people as [Someone, Someone, Someone];
  const north = await make('Norte', [one, two]);
  const south = await make('Sur', [three]);
  const seq = await write(one.learner, one.id, '<p>De dos</p>', 0, 'ficha');
  const [moved, sent] = await heldBack('audit_entry', () =>
    Promise.all([move(south, [two]), as(one.learner).post(`${one.url}/submission`).send({ seq })]),
  );
  expect(sent.status).toBe(201);
  expect([204, 409]).toContain(moved.status);
  // whichever came first: whoever was told of the hand-in is whoever is in the group
  expect(await groupOf(two)).toBe(moved.status === 204 ? south : north);
  const told = await db.of(Notice).countBy({ personId: two.learner.id, kind: 'submission.sent' });
  expect(told).toBe(moved.status === 204 ? 0 : 1);
  expect((await list()).items.find(({ id }) => id === north)?.state).toBe('submitted');
});

it('hands in nothing of a group that one has just left', async () => {
  const { people, make, move } = await aClass(3);
  const [one, two, three] = people as [Someone, Someone, Someone];
  await make('Norte', [one, two]);
  const south = await make('Sur', [three]);
  const seq = await write(one.learner, one.id, '<p>De dos</p>', 0, 'ficha');
  const [moved, sent] = await heldBack('audit_entry', () =>
    Promise.all([move(south, [one]), as(one.learner).post(`${one.url}/submission`).send({ seq })]),
  );
  const inTheNorth = (await as(two.learner).get(two.url).expect(200)).body;
  // either it was handed in by someone of the group, who could then not leave, or it was not handed in
  expect([moved.status, sent.status === 201, inTheNorth.state]).toEqual(
    moved.status === 204 ? [204, false, 'draft'] : [409, true, 'submitted'],
  );
});

it('gives each of its people the nota of what one of them handed in', async () => {
  const { people, make, tutor, unit } = await aClass(4);
  const [one, two, three, alone] = people as [Someone, Someone, Someone, Someone];
  await make('Norte', [one, two, three]);
  await make('Sur', [alone]);
  await handIn(two);
  const { body: task } = await as(one.learner).get(one.url).expect(200);
  expect((await markAs(tutor, `/api/submissions/${task.submissionId}`, 0)).status).toBe(200);
  for (const { id, learner, url } of [one, two, three]) {
    expect(await db.of(UnitGrade).findOneBy({ enrolmentId: id, unitKey: unit })).toMatchObject({ grade: 70 });
    expect((await as(learner).get(url).expect(200)).body).toMatchObject({ state: 'published', grade: 70 });
    expect((await as(learner).get(`${url}/feedback`).expect(200)).body.publications).toHaveLength(1);
    expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'mark.published' })).toBe(1);
  }
  expect(await db.of(UnitGrade).countBy({ enrolmentId: alone.id })).toBe(0);
});

it('is for whoever follows the whole edition, and for nobody else', async () => {
  const { course, edition, people, make, groups } = await aClass(1);
  const [one] = people as [Someone];
  const group = `/api/work-groups/${await make('Norte', [])}`;
  const elsewhere = await anEdition({ courseVersionId: course.versionId });
  await aGovernment('05', 'Valparaíso');
  const strangers = [
    [await staff({ role: 'tutor', editionId: elsewhere.id }), 404],
    [await staff({ role: 'tutor', editionId: edition.id, regionCut: '05' }), 404],
    [await staff({ role: 'coordinator', regionCut: '05' }), 403],
    [one.learner, 403],
  ] as const;
  const routes: ['get' | 'post' | 'put' | 'delete', string, object?][] = [
    ['get', groups],
    ['post', groups, { name: 'Intruso', people: [] }],
    ['post', `${groups}/distribution`, { way: 'random', size: 3, seed: 1 }],
    ['put', group, { name: 'Intruso' }],
    ['put', `${group}/people`, { add: [one.id], remove: [] }],
    ['delete', group],
  ];
  for (const [method, path, body] of routes) {
    for (const [someone, status] of strangers)
      expect([path, (await as(someone)[method](path).send(body)).status]).toEqual([path, status]);
    expect((await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body)).status).toBe(401);
  }
});

it('is not there for a task that each does alone', async () => {
  const { edition, tutor, unit } = await aMarkedTask();
  await as(tutor).get(`/api/editions/${edition.id}/tasks/${unit}/groups`).expect(404);
});
