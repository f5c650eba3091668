import { Attempt } from '../../api/src/assessment/attempt.entity.ts';
import { Ledger } from '../../api/src/ledger/ledger.service.ts';
import { GradeChange, UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, app, as, db, startJobs } from '../support/app.ts';
import { aLearner, aGovernment, staff } from '../support/make.ts';
import { anEdition, aCourse, inDays } from '../support/make-course.ts';
import { aMistake, answers, apply, graded, mend, preview, regrades, undo } from '../support/make-regrade.ts';

beforeAll(() => startJobs());

const notaOf = async ({ id }: { id: string }) =>
  (await db.of(UnitGrade).findOneByOrFail({ enrolmentId: id, unitKey: 'control' })).grade;
const changesOf = ({ id }: { id: string }) =>
  db.of(GradeChange).find({ where: { enrolmentId: id }, order: { id: 'asc' } });

it('shows who would change and how, and changes nothing', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  const { body } = await as(admin).get(url).expect(200);
  expect(body).toMatchObject({
    ...{ state: 'previewed', decision: 'version', version: 2, evaluations: 1, outside: 0, mayAct: true },
    counts: { people: 3, up: 2, down: 1, same: 0, passes: 0, fails: 0, overridden: 0, unfit: 0, kept: 0 },
    progress: { waiting: 3, applied: 0 },
  });
  const list = await as(admin).get(`${url}/people`).expect(200);
  expect(list.body.items.map(({ before, after }: { before: number; after: number }) => [before, after]).sort()).toEqual(
    [
      [10, 15],
      [63, 70],
      [70, 63],
    ],
  );
  expect(await Promise.all(people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([63, 70, 10]);
});

it('applies it, tells those affected why, and takes it all back as new rows', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  expect(await apply(admin, url)).toMatchObject({ progress: { waiting: 0, applied: 3 } });
  expect(await Promise.all(people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([70, 63, 15]);
  const [first] = people;
  const batchId = url.split('/').at(-1);
  expect((await changesOf(first!.enrolment)).at(-1)).toMatchObject({
    ...{ cause: 'regrade', before: 63, after: 70, actorId: admin.id, explanation: 'La clave estaba mal.', batchId },
  });
  const [notice] = await db.of(Notice).findBy({ personId: first!.person.id });
  expect(notice).toMatchObject({
    title: 'Recalculamos tu nota de «Control del módulo»',
    body: 'Corregimos una pregunta. Tu nota de «Control del módulo» pasó de 6,3 a 7,0.',
  });
  expect(await undo(admin, url)).toMatchObject({ progress: { undone: 3, left: 0 } });
  expect(await Promise.all(people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([63, 70, 10]);
  expect((await changesOf(first!.enrolment)).at(-1)).toMatchObject({ cause: 'undo', before: 70, after: 63, batchId });
  expect(await db.of(Attempt).findOneByOrFail({ id: first!.attempt.id })).toMatchObject({
    ...{ points: first!.attempt.points, maxPoints: first!.attempt.maxPoints, grade: 63 },
  });
});

it('lowers nobody where the better nota is kept', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId, keepBetter: true });
  expect((await as(admin).get(url).expect(200)).body.counts).toMatchObject({ up: 2, down: 0, same: 1, kept: 1 });
  await apply(admin, url);
  expect(await Promise.all(people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([70, 70, 15]);
});

it('gives everyone the points, or drops the question from the total', async () => {
  const admin = await staff({ role: 'admin' });
  const full = await aMistake();
  await apply(admin, await preview(admin, { decision: 'full', questionId: full.questionId }));
  expect(await Promise.all(full.people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([70, 70, 15]);
  const drop = await aMistake();
  await apply(admin, await preview(admin, { decision: 'drop', questionId: drop.questionId }));
  expect(await Promise.all(drop.people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([70, 70, 10]);
  const { id } = drop.people[0]!.attempt;
  expect(await db.of(Attempt).findOneByOrFail({ id })).toMatchObject({ maxPoints: 9000, points: 9000 });
});

it('counts notas anew by a rule that changed', async () => {
  const { edition, course, people } = await aMistake();
  const admin = await staff({ role: 'admin' });
  await db.run('update evaluation set demand = 50 where version_id = $1', [course.versionId]);
  const url = await preview(admin, { decision: 'rule', place: { editionId: edition.id, unit: 'control' } });
  expect((await as(admin).get(url).expect(200)).body.counts).toMatchObject({ people: 3, up: 1, same: 2 });
  await apply(admin, url);
  expect(await notaOf(people[0]!.enrolment)).toBe(64);
});

it('refuses a preview when something has changed since', async () => {
  const { edition, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  await graded(edition, answers('wrong'));
  const { body } = await as(admin).put(`${url}/application`).expect(409);
  expect(body.code).toBe('stale_preview');
  expect((await as(admin).get(url).expect(200)).body.state).toBe('previewed');
});

it('leaves a nota that somebody decided, and what was computed waits beneath', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const place = { enrolmentId: people[0]!.enrolment.id, unit: 'control' };
  await app.get(Ledger).override(place, 50, { cause: 'override', actorId: admin.id });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  expect((await as(admin).get(url).expect(200)).body.counts.overridden).toBe(1);
  await apply(admin, url);
  const held = await db.of(UnitGrade).findOneByOrFail({ enrolmentId: place.enrolmentId, unitKey: 'control' });
  expect(held).toMatchObject({ grade: 50, computed: 70, overridden: true });
  expect(await db.of(Notice).countBy({ personId: people[0]!.person.id })).toBe(0);
});

it('does not undo what somebody has decided since, and lists it', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  await apply(admin, url);
  const [decided, later] = people;
  await app.get(Ledger).override({ enrolmentId: decided!.enrolment.id, unit: 'control' }, 55, {
    ...{ cause: 'appeal', actorId: admin.id },
  });
  expect(await undo(admin, url)).toMatchObject({ progress: { undone: 2, left: 1 } });
  expect(await Promise.all([decided!, later!].map(({ enrolment }) => notaOf(enrolment)))).toEqual([55, 70]);
  const { body } = await as(admin).get(`${url}/people?only=special`).expect(200);
  expect(body.items).toMatchObject([{ enrolmentId: decided!.enrolment.id, outcome: 'left' }]);
});

it('does not undo beneath a later regrade', async () => {
  const { people, questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const first = await preview(admin, { decision: 'version', questionId, versionId });
  await apply(admin, first);
  await apply(admin, await preview(admin, { decision: 'full', questionId }));
  expect(await undo(admin, first)).toMatchObject({ progress: { undone: 0, left: 3 } });
  expect(await Promise.all(people.map(({ enrolment }) => notaOf(enrolment)))).toEqual([70, 70, 15]);
});

it('goes through all editions within reach, and says how many people lie beyond', async () => {
  const { course, edition, questionId, versionId } = await aMistake();
  const other = await anEdition({ courseVersionId: course.versionId });
  const there = await graded(other, answers('wrong'));
  const tutor = await staff({ role: 'tutor', editionId: edition.id });
  const own = await preview(tutor, { decision: 'version', questionId, versionId });
  expect((await as(tutor).get(own).expect(200)).body).toMatchObject({
    evaluations: 1,
    outside: 1,
    counts: { people: 3 },
  });
  await apply(tutor, own);
  expect(await notaOf(there.enrolment)).toBe(63);
  const everywhere = await preview(await staff({ role: 'admin' }), { decision: 'version', questionId, versionId });
  const { body } = await as(await staff({ role: 'admin' }))
    .get(everywhere)
    .expect(200);
  expect(body).toMatchObject({ evaluations: 2, outside: 0, counts: { people: 4, up: 1, same: 3 } });
});

it('is for those who change notas there, and shows each their own part', async () => {
  const { course, edition, questionId, versionId } = await aMistake([]);
  const [here, there] = [await aGovernment('11', 'Aysén'), await aGovernment('16', 'Ñuble')];
  for (const { id } of [here, there]) await graded(edition, answers('wrong'), id);
  const other = await anEdition({ courseVersionId: course.versionId, endsAt: inDays(31) });
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  const coordinator = await staff({ role: 'coordinator', regionCut: '11' });
  const stranger = await staff({ role: 'tutor', editionId: other.id });
  const part = await staff({ role: 'tutor', editionId: edition.id, regionCut: '16' });
  const body = { decision: 'version', questionId, versionId, place: null, reason: 'x' };
  for (const path of [url, `${url}/people`]) {
    await anonymous().get(path).expect(401);
    await as(await aLearner())
      .get(path)
      .expect(403);
    await as(await staff({ role: 'author' }))
      .get(path)
      .expect(403);
    await as(stranger).get(path).expect(404);
  }
  expect((await as(coordinator).get(`${url}/people`).expect(200)).body.items).toHaveLength(1);
  expect((await as(coordinator).get(url).expect(200)).body).toMatchObject({ counts: { people: 1 }, mayAct: false });
  for (const act of ['application', 'undoing']) {
    await anonymous().put(`${url}/${act}`).set('sec-fetch-site', 'same-origin').expect(401);
    await as(coordinator).put(`${url}/${act}`).expect(403);
    await as(part).put(`${url}/${act}`).expect(403);
    await as(stranger).put(`${url}/${act}`).expect(404);
  }
  await as(coordinator).post(regrades).send(body).expect(403);
  await as(stranger).post(regrades).send(body).expect(404);
  await as(stranger)
    .post(regrades)
    .send({ ...body, place: { editionId: edition.id, unit: 'control' } })
    .expect(404);
  const options = `${regrades}/options?questionId=${questionId}&editionId=${edition.id}&unit=control`;
  await as(stranger).get(options).expect(404);
  await as(coordinator).get(options).expect(403);
  expect((await as(admin).get(options).expect(200)).body.question.versions).toHaveLength(2);
  expect((await as(stranger).get(regrades).expect(200)).body.items).toEqual([]);
  expect((await as(part).get(regrades).expect(200)).body.items).toHaveLength(1);
});

it('refuses what makes no sense', async () => {
  const { questionId, edition } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const foreign = await mend(await aCourse(), { kind: 'single', correct: 'a' });
  const wrong = { decision: 'version', questionId, versionId: foreign.versionId, place: null, reason: 'x' };
  await as(admin).post(regrades).send(wrong).expect(404);
  await as(admin).post(regrades).send({ decision: 'full', questionId, place: null, reason: ' ' }).expect(422);
  await as(admin).post(regrades).send({ decision: 'rule', place: null, reason: 'x' }).expect(422);
  await as(admin)
    .post(regrades)
    .send({ decision: 'rule', place: { editionId: edition.id, unit: 'nada' }, reason: 'x' })
    .expect(404);
});
