import { Appeal } from '../../api/src/appeal/appeal.entity.ts';
import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { GradeChange } from '../../api/src/ledger/grade-change.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, as, db, heldBack, type Visitor } from '../support/app.ts';
import { aBook, publish } from '../support/gradebook.ts';
import { inDays } from '../support/make-course.ts';
import { staff } from '../support/make.ts';

const text = 'El criterio 2 pedía una fuente y la puse en la página 3.';
const no = { accepted: false, explanation: 'La fuente de la página 3 no respalda esa cifra.', grade: null };
const yes = (grade: number) => ({ accepted: true, explanation: 'Tienes razón: la fuente está y es válida.', grade });

/** A learner of Aysén with a nota, their tutor, and the coordinator of their region. */
async function stage() {
  const book = await aBook();
  const [learner, other] = book.people;
  await publish(learner.enrolmentId, 'control', 37);
  const coordinator = await staff({ role: 'coordinator', regionCut: '11' });
  return { ...book, learner, other, coordinator, own: `/api/enrolments/${learner.enrolmentId}/notas/control/appeals` };
}
type Stage = Awaited<ReturnType<typeof stage>>;

async function asked({ learner, own }: Stage): Promise<string> {
  const { body } = await as(learner).post(own).send({ text }).expect(201);
  return body.appeals[0].id as string;
}
const answer = (me: Visitor, id: string, body: object) => as(me).put(`/api/appeals/${id}/answer`).send(body);
const settle = (me: Visitor, id: string, body: object) => as(me).put(`/api/appeals/${id}/settlement`).send(body);
const second = (me: Visitor, id: string) => as(me).post(`/api/appeals/${id}/second`).send({ text });
const news = (person: { id: string }) => db.of(Notice).countBy({ personId: person.id });
const gradeOf = async ({ learner }: Stage) =>
  (await as(learner).get(`/api/enrolments/${learner.enrolmentId}/notas/control`).expect(200)).body.grade as number;

it('is asked once, in time, and tells the tutor', async () => {
  const here = await stage();
  const { learner, own, tutor } = here;
  const { body: before } = await as(learner).get(own).expect(200);
  expect(before).toMatchObject({ bar: null, grade: 37, title: 'Control', appeals: [], answerDays: 5 });
  await as(learner).post(own).send({ text: 'corto' }).expect(422);
  const id = await asked(here);
  expect((await as(learner).post(own).send({ text }).expect(409)).body.code).toBe('appeal_open');
  expect(await news(tutor)).toBe(1);
  expect(await db.of(AuditEntry).countBy({ subjectId: id, action: 'appeal.ask' })).toBe(1);
  const { body } = await as(learner).get(own).expect(200);
  expect(body).toMatchObject({
    bar: 'appeal_open',
    appeals: [{ state: 'asked', text, gradeBefore: 37, overdue: false }],
  });
});

it('closes with the days that the rules give', async () => {
  const here = await stage();
  const { learner, own } = here;
  await db.of(GradeChange).update({ enrolmentId: learner.enrolmentId }, { at: inDays(-8) });
  expect((await as(learner).get(own).expect(200)).body.bar).toBe('appeal_closed');
  expect((await as(learner).post(own).send({ text }).expect(409)).body.code).toBe('appeal_closed');
  await as(learner).post(own.replace('control', 'final')).send({ text }).expect(404);
});

it('changes the nota when the tutor accepts it', async () => {
  const here = await stage();
  const { learner, tutor, own } = here;
  const id = await asked(here);
  await answer(tutor, id, { ...yes(45), grade: null }).expect(422);
  await answer(tutor, id, { ...no, grade: 45 }).expect(422);
  const { body } = await answer(tutor, id, yes(45)).expect(200);
  expect(body).toMatchObject({ state: 'accepted', answeredBy: 'Javiera Millán Soto', gradeAfter: 45, grade: 45 });
  expect(await gradeOf(here)).toBe(45);
  expect(await db.of(GradeChange).findOneBy({ batchId: id })).toMatchObject({ cause: 'appeal', before: 37, after: 45 });
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'appeal.answer' })).toBe(1);
  expect((await answer(tutor, id, no).expect(409)).body.code).toBe('appeal_answered');
  expect((await as(learner).post(own).send({ text }).expect(409)).body.code).toBe('appeal_done');
  expect((await second(learner, id).expect(409)).body.code).toBe('appeal_closed');
});

it('goes to the coordinator when it is rejected, who settles it', async () => {
  const here = await stage();
  const { learner, tutor, coordinator } = here;
  const id = await asked(here);
  expect((await settle(coordinator, id, no).expect(409)).body.code).toBe('appeal_answered');
  await answer(tutor, id, no).expect(200);
  expect(await gradeOf(here)).toBe(37);
  expect((await second(learner, id).expect(200)).body).toMatchObject({ state: 'second', secondText: text });
  expect(await db.of(Notice).countBy({ personId: coordinator.id, path: `/notas/recorrecciones/${id}` })).toBe(1);
  const { body } = await settle(coordinator, id, yes(40)).expect(200);
  expect(body).toMatchObject({ state: 'settled', upheld: true, grade: 40, gradeAfter: 40 });
  expect((await settle(coordinator, id, no).expect(409)).body.code).toBe('appeal_answered');
  for (const action of ['appeal.ask', 'appeal.answer', 'appeal.second', 'appeal.settle'])
    expect(await db.of(AuditEntry).countBy({ subjectId: id, action })).toBe(1);
});

it('closes the second instance in time, and opens it when the answer is late', async () => {
  const [late, tardy] = [await stage(), await stage()];
  const [id, other] = [await asked(late), await asked(tardy)];
  await answer(late.tutor, id, no).expect(200);
  await db.of(Appeal).update(id, { secondUntil: inDays(-1) });
  expect((await second(late.learner, id).expect(409)).body.code).toBe('appeal_closed');
  expect((await second(tardy.learner, other).expect(409)).body.code).toBe('appeal_closed');
  await db.of(Appeal).update(other, { answerDueAt: inDays(-1) });
  expect((await as(tardy.tutor).get(`/api/appeals/${other}`).expect(200)).body).toMatchObject({ overdue: true });
  await second(tardy.learner, other).expect(200);
});

it('is settled by somebody else than whoever answered', async () => {
  const here = await stage();
  const id = await asked(here);
  const admin = await staff({ role: 'admin' });
  await answer(admin, id, no).expect(200);
  await second(here.learner, id).expect(200);
  expect((await settle(admin, id, yes(50)).expect(409)).body.code).toBe('own_answer');
  expect(await gradeOf(here)).toBe(37);
});

it('takes one of two answers given at once', async () => {
  const here = await stage();
  const id = await asked(here);
  const other = await staff({ role: 'tutor', editionId: here.edition.id });
  const statuses = await heldBack('grade_change', () =>
    Promise.all([
      answer(here.tutor, id, yes(45)).then(({ status }) => status),
      answer(other, id, yes(50)).then(({ status }) => status),
    ]),
  );
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect(await db.of(GradeChange).countBy({ batchId: id })).toBe(1);
});

it('opens one of two requests made at once', async () => {
  const { learner, own } = await stage();
  const ask = () =>
    as(learner)
      .post(own)
      .send({ text })
      .then(({ status }) => status);
  const statuses = await heldBack('appeal', () => Promise.all([ask(), ask()]));
  expect(statuses.toSorted()).toEqual([201, 409]);
});

it('is seen and answered within scope only', async () => {
  const [here, there] = [await stage(), await stage()];
  const id = await asked(there);
  const elsewhere = await staff({ role: 'coordinator', regionCut: '16' });
  const at = `/api/appeals/${id}`;
  for (const who of [here.tutor, elsewhere]) {
    await as(who).get(at).expect(404);
    expect(
      (await as(who).get('/api/appeals').expect(200)).body.items.map((each: { id: string }) => each.id),
    ).not.toContain(id);
  }
  await answer(here.tutor, id, no).expect(404);
  await settle(here.tutor, id, no).expect(403);
  await answer(there.coordinator, id, no).expect(403);
  await answer(there.tutor, id, no).expect(200);
  await second(there.learner, id).expect(200);
  await settle(elsewhere, id, no).expect(404);
  await as(there.coordinator).get(at).expect(200);
  for (const learner of [here.learner, there.other]) {
    await as(learner).get(there.own).expect(404);
    await as(learner).post(there.own).send({ text }).expect(404);
    await second(learner, id).expect(404);
    await as(learner).get(at).expect(403);
    await answer(learner, id, yes(70)).expect(403);
    await settle(learner, id, yes(70)).expect(403);
  }
  await anonymous().get(at).expect(401);
  await anonymous().get(there.own).expect(401);
});

it('lists what waits, the longest first, page by page', async () => {
  const here = await stage();
  const first = await asked(here);
  await publish(here.learner.enrolmentId, 'final', 30);
  const { body } = await as(here.learner).post(here.own.replace('control', 'final')).send({ text }).expect(201);
  const last = body.appeals[0].id as string;
  const list = async (query = '') => (await as(here.tutor).get(`/api/appeals${query}`).expect(200)).body;
  expect((await list()).items.map(({ id }: { id: string }) => id)).toEqual([first, last]);
  const page = await list('?limit=1');
  expect((await list(`?limit=1&after=${page.next}`)).items[0].id).toBe(last);
  await answer(here.tutor, first, no).expect(200);
  expect((await list()).items).toHaveLength(1);
  expect((await list('?state=all')).items).toHaveLength(2);
});
