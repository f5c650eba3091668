import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { Allocation, MarkPublication } from '../../api/src/marking/marking.entity.ts';
import { anonymous, as, db, heldBack, type Visitor } from '../support/app.ts';
import { aTask, attach, draft, handIn, markAs, rubric, sampleAnswer } from '../support/hand-in.ts';
import { newId } from '../../api/src/platform/id.ts';
import { aLearner, staff } from '../support/make.ts';

const read = async (me: Visitor, url: string) => (await as(me).get(url).expect(200)).body;
const tutorOf = ({ edition }: { edition: { id: string } }) => staff({ role: 'tutor', editionId: edition.id });

describe('marked twice', () => {
  it('neither sees the other; what agrees is published in the middle', async () => {
    const work = await aTask({ doubleThreshold: 10 });
    const { url, enrolment } = await handIn(work);
    const [one, other] = [work.tutor, await tutorOf(work)];
    expect((await markAs(one, url, 1)).body).toEqual({ outcome: 'waiting', grade: 51, points: 9000 });
    const seen = await read(other, `${url}/marking`);
    expect(seen).toMatchObject({ mark: null, others: [], claim: null, open: true, state: 'pending' });
    expect(await read(one, `${url}/marking`)).toMatchObject({ state: 'given', mark: { state: 'given', place: 1 } });
    expect((await read(one, work.queue)).items).toEqual([]);
    expect(await db.of(UnitGrade).countBy({ enrolmentId: enrolment.id })).toBe(0);
    const criteria = draft(1).criteria.map((each, i) => (i === 0 ? { ...each, level: 0, points: 4000 } : each));
    const saved = await as(other).put(`${url}/mark`).send(draft(1, { criteria })).expect(200);
    const publication = { version: 1, published: 0, revision: saved.body.revision as number };
    const { body } = await as(other).post(`${url}/publication`).send(publication).expect(200);
    expect(body).toMatchObject({ outcome: 'published', points: 9500 });
    expect((await read(one, `${url}/marking`)).publications).toMatchObject([{ cause: 'agreed', points: 9500 }]);
    await as(await tutorOf(work))
      .put(`${url}/claim`)
      .expect(409);
  });

  it('a difference above the threshold goes to a third person, whose mark counts', async () => {
    const work = await aTask({ doubleThreshold: 5 });
    const { url } = await handIn(work);
    const [one, other, third] = [work.tutor, await tutorOf(work), await tutorOf(work)];
    await markAs(one, url, 0);
    expect((await markAs(other, url, 3)).body.outcome).toBe('disputed');
    expect((await read(third, work.queue)).items).toMatchObject([{ state: 'disputed' }]);
    expect((await read(one, work.queue)).items).toEqual([]);
    expect((await read(third, `${url}/marking`)).others).toHaveLength(2);
    expect((await markAs(third, url, 1)).body).toMatchObject({ outcome: 'published', points: 9000 });
    const agreement = await read(one, `${work.queue}/agreement`);
    expect(agreement).toMatchObject({ unit: 'tenths', threshold: 5, settled: 1, agreed: 0, disputed: 0, waiting: 0 });
    expect(agreement.overall).toMatchObject({ n: 1, kappa: null, meanDistance: 47 });
    expect(agreement.criteria).toHaveLength(3);
  });

  it('two who give at the same time are each seen by the other: it is published once', async () => {
    const work = await aTask({ doubleThreshold: 10 });
    const { url, submission } = await handIn(work);
    const [one, other] = [work.tutor, await tutorOf(work)];
    for (const me of [one, other]) await as(me).put(`${url}/mark`).send(draft(1)).expect(200);
    const publication = { version: 1, revision: 1, published: 0 };
    const answers = await heldBack('mark', () =>
      Promise.all([one, other].map((me) => as(me).post(`${url}/publication`).send(publication).expect(200))),
    );
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual(['published', 'waiting']);
    expect(await db.of(MarkPublication).countBy({ submissionId: submission })).toBe(1);
  });
});

describe('sharing out', () => {
  it('evenly, by region and by hand, and shows each what is theirs', async () => {
    const work = await aTask();
    const other = await tutorOf(work);
    for (const region of ['11', '11', '16', '16']) await handIn(work, { region });
    const url = `${work.queue}/allocation`;
    expect(await read(work.tutor, url)).toMatchObject({ all: 4, free: 4, regions: [{ all: 2 }, { all: 2 }] });
    const give = (body: object) => as(work.tutor).post(url).send(body);
    const byRegion = { way: 'region', regions: [{ cut: '16', markers: [other.id] }] };
    expect((await give(byRegion).expect(200)).body).toEqual({ allocated: 2 });
    const evenly = { way: 'evenly', markers: [work.tutor.id, other.id] };
    expect((await give(evenly).expect(200)).body).toEqual({ allocated: 2 });
    expect((await give(evenly).expect(200)).body).toEqual({ allocated: 0 });
    const mine = await read(work.tutor, `${work.queue}?allocated=mine`);
    expect(mine.items.map((item: { region: string }) => item.region)).toEqual(['11', '11']);
    const [first] = mine.items as { id: string }[];
    await give({ way: 'hand', submissions: [first!.id], marker: other.id }).expect(200);
    expect(await db.of(Allocation).findBy({ submissionId: first!.id })).toMatchObject([{ markerId: other.id }]);
    await give({ way: 'hand', submissions: [first!.id], marker: null }).expect(200);
    expect((await read(work.tutor, `${work.queue}?allocated=none`)).items).toMatchObject([{ id: first!.id }]);
    await give({ way: 'evenly', markers: [newId()] }).expect(422);
    await give({ way: 'hand', submissions: [newId()], marker: other.id }).expect(404);
  });

  it('by rules that the edition sets, within scope', async () => {
    const work = await aTask();
    const url = `${work.queue}/rules`;
    const rules = { anonymous: true, doubleThreshold: 8, returnDays: 10 };
    await as(work.tutor).put(url).send(rules).expect(204);
    expect((await read(work.tutor, work.queue)).work.rules).toEqual(rules);
    const elsewhere = await aTask();
    await as(elsewhere.tutor).put(url).send(rules).expect(404);
    const partial = await staff({ role: 'tutor', editionId: work.edition.id, regionCut: '11' });
    await as(partial).put(url).send(rules).expect(404);
    for (const path of ['allocation', 'agreement']) await as(elsewhere.tutor).get(`${work.queue}/${path}`).expect(404);
    for (const path of ['allocation', 'agreement', 'sample']) {
      await as(await aLearner())
        .get(`${work.queue}/${path}`)
        .expect(403);
      await anonymous().get(`${work.queue}/${path}`).expect(401);
    }
    const region = await staff({ role: 'coordinator', regionCut: '11' });
    await as(region).put(url).send(rules).expect(403);
  });
});

it('a sample is drawn and looked at again: confirmed, or changed with the reason that the learner reads', async () => {
  const work = await aTask();
  const made = [await handIn(work), await handIn(work), await handIn(work, { region: '16' })];
  for (const { url } of made) await markAs(work.tutor, url, 1);
  const coordinator = await staff({ role: 'coordinator', regionCut: '11' });
  const url = `${work.queue}/sample`;
  await as(work.tutor).post(url).send({ percent: 100 }).expect(403);
  expect((await as(coordinator).post(url).send({ percent: 100 }).expect(200)).body).toEqual({ drawn: 2 });
  expect((await as(coordinator).post(url).send({ count: 5 }).expect(200)).body).toEqual({ drawn: 0 });
  const { items } = await read(coordinator, url);
  expect(items).toMatchObject([{ grade: 51, verdict: null, marker: 'Javiera Millán Soto' }, {}]);
  const [first, second] = items as { id: string; submissionId: string }[];
  const judge = (id: string, body: object) => as(coordinator).post(`/api/moderations/${id}/verdict`).send(body);
  await judge(first!.id, { verdict: 'confirmed' }).expect(204);
  const changed = { verdict: 'changed', reason: 'La fuente sí está citada.', criteria: draft(0).criteria };
  const other = await staff({ role: 'coordinator', regionCut: '16' });
  await as(other).post(`/api/moderations/${second!.id}/verdict`).send(changed).expect(404);
  await judge(second!.id, { ...changed, reason: ' ' }).expect(422);
  await judge(second!.id, changed).expect(204);
  await judge(second!.id, changed).expect(409);
  const { enrolment, learner } = made.find(({ submission }) => submission === second!.submissionId)!;
  expect(await db.of(UnitGrade).findOneBy({ enrolmentId: enrolment.id })).toMatchObject({ grade: 70 });
  const feedback = await read(learner, `/api/enrolments/${enrolment.id}/tasks/ficha/feedback`);
  expect(feedback.publications).toMatchObject([
    { n: 2, grade: 70, reason: changed.reason },
    { n: 1, grade: 51 },
  ]);
});

it('a learner reads what was published of their own work, and nothing before', async () => {
  const work = await aTask();
  const { url, learner, enrolment } = await handIn(work, { lateMinutes: 10 });
  const path = `/api/enrolments/${enrolment.id}/tasks/ficha/feedback`;
  const anchor = { kind: 'text', start: 3, end: 12, quote: 'el sector', prefix: 'En ', suffix: ' viven' };
  const annotations = [{ id: newId(), anchor, body: '¿Cuántos días al año?', at: new Date().toISOString() }];
  await as(work.tutor).put(`${url}/mark`).send(draft(1, { annotations })).expect(200);
  const before = await as(learner).get(path).expect(200);
  expect(before.body).toMatchObject({ state: 'submitted', publications: [], request: null, rubric });
  for (const hidden of ['días al año', 'Buen trabajo', sampleAnswer]) expect(before.text).not.toContain(hidden);
  await as(work.tutor).post(`${url}/publication`).send({ version: 1, revision: 1, published: 0 }).expect(200);
  const after = await as(learner).get(path).expect(200);
  expect(after.body.publications).toMatchObject([{ points: 9000, before: 51, penalty: 5, grade: 46, annotations }]);
  expect(after.text).not.toContain(sampleAnswer);
  await as(work.tutor)
    .put(`${url}/mark`)
    .send(draft(4, { revision: 1, feedback: 'EN-BORRADOR' }))
    .expect(200);
  expect((await as(learner).get(path).expect(200)).text).not.toContain('EN-BORRADOR');
  await as(await aLearner())
    .get(path)
    .expect(404);
  await anonymous().get(path).expect(401);
});

it('keeps comments to use again: own ones and shared ones, found whatever their accents', async () => {
  const work = await aTask();
  const { url, submission, learner } = await handIn(work);
  await attach(submission, learner.id, 'acta.pdf');
  const other = await tutorOf(work);
  const path = `${url}/comments`;
  await as(work.tutor).post(path).send({ body: 'Cita la fuente y el año.', shared: true }).expect(204);
  await as(work.tutor).post(path).send({ body: 'Solo para mí.', shared: false }).expect(204);
  expect((await read(other, path)).items).toMatchObject([{ body: 'Cita la fuente y el año.', mine: false, uses: 0 }]);
  const { items } = await read(work.tutor, `${path}?q=ANO`);
  expect(items).toMatchObject([{ shared: true, mine: true }]);
  await as(other).put(`${path}/${items[0].id}/use`).expect(204);
  expect((await read(other, path)).items).toMatchObject([{ uses: 1 }]);
  await as(other).delete(`/api/bank-comments/${items[0].id}`).expect(404);
  await as(work.tutor).delete(`/api/bank-comments/${items[0].id}`).expect(204);
  expect((await read(other, path)).items).toEqual([]);
  const elsewhere = await aTask();
  await as(elsewhere.tutor).get(path).expect(404);
  await as(elsewhere.tutor).post(path).send({ body: 'x', shared: false }).expect(404);
  await as(learner).get(path).expect(403);
});
