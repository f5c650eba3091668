import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { GradeChange, UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { MarkingClaim, MarkPublication } from '../../api/src/marking/marking.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { Submission } from '../../api/src/submission/submission.entity.ts';
import { anonymous, as, db, heldBack, type Visitor } from '../support/app.ts';
import { aTask, draft, handIn, markAs, sampleAnswer, sendVersion } from '../support/hand-in.ts';
import { inDays } from '../support/make-course.ts';
import { aLearner, staff } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

const names = ({ body }: { body: { items: { learner: string }[] } }) => body.items.map(({ learner }) => learner);
const read = async (me: Visitor, url: string) => (await as(me).get(url).expect(200)).body;
const lapse = (submissionId: string) => db.of(MarkingClaim).update({ submissionId }, { until: inDays(-1) });

it('queues what waits, the oldest first, page by page, with counts and filters', async () => {
  const work = await aTask();
  const { queue, tutor } = work;
  await handIn(work, { familyNames: 'Nueva', submittedAt: inDays(-1), region: '16' });
  await handIn(work, { familyNames: 'Vieja', submittedAt: inDays(-5), lateMinutes: 30 });
  await handIn(work, { familyNames: 'Devuelta', state: 'returned' });
  await handIn(work, { familyNames: 'Borrador', state: 'draft', version: 1 });
  const all = await as(tutor).get(queue).expect(200);
  expect(names(all)).toEqual(['Rocío Vieja', 'Rocío Nueva']);
  expect(all.body.work).toMatchObject({
    ...{ title: 'Ficha de brechas', kind: 'task', moduleNumber: 1, may: { mark: true, share: true, manage: false } },
    ...{ counts: { pending: 2, returned: 1, published: 0, all: 3 }, rules: { returnDays: 7 } },
  });
  const first = await as(tutor).get(`${queue}?limit=1`).expect(200);
  const second = await as(tutor).get(`${queue}?limit=1&after=${first.body.next}`).expect(200);
  expect([...names(first), ...names(second), second.body.next]).toEqual(['Rocío Vieja', 'Rocío Nueva', null]);
  expect(names(await as(tutor).get(`${queue}?region=16`))).toEqual(['Rocío Nueva']);
  expect(names(await as(tutor).get(`${queue}?state=returned`))).toEqual(['Rocío Devuelta']);
  expect(names(await as(tutor).get(`${queue}?allocated=mine`))).toEqual([]);
  for (const wrong of ['state=x', 'after=x', 'limit=101', 'region=1', 'other=1'])
    await as(tutor).get(`${queue}?${wrong}`).expect(422);
  const { items } = await read(tutor, '/api/marking/works');
  expect(items).toMatchObject([{ editionId: work.edition.id, unit: 'ficha', pending: 2, all: 3 }]);
});

it('answers a queue and an item in three statements, however long the queue is', async () => {
  const work = await aTask();
  const { url } = await handIn(work);
  for (const familyNames of ['Uno', 'Dos', 'Tres']) await handIn(work, { familyNames });
  const tutor = await staff({ role: 'tutor', editionId: work.edition.id });
  expect(await statementsOf(() => as(tutor).get(work.queue).expect(200))).toHaveLength(3);
  expect(await statementsOf(() => as(tutor).get(`${url}/marking`).expect(200))).toHaveLength(3);
});

it('marks from draft to nota: the points, the penalty, the ledger, the notice, the audit', async () => {
  const work = await aTask();
  const { url, learner, enrolment, submission } = await handIn(work, { lateMinutes: 90 });
  const { tutor, unit } = work;
  const item = await read(tutor, `${url}/marking`);
  expect(item).toMatchObject({ penalty: 5, maxPoints: 12_000, mark: null, open: true, claim: null, mayReturn: true });
  expect(item.sample).toContain(sampleAnswer);
  expect(item.conversion).toMatchObject({ demand: 60, cut: '7,2', pass: 40 });
  const claim = await as(tutor).put(`${url}/claim`).expect(200);
  expect(claim.body).toMatchObject({ place: 1, revision: 0 });
  const saved = await as(tutor).put(`${url}/mark`).send(draft(1)).expect(200);
  expect(saved.body).toMatchObject({ revision: 1, points: 9000, grade: 46, complete: true });
  expect((await read(tutor, work.queue)).items).toMatchObject([{ started: true, claim: { mine: true } }]);
  const publication = { version: 1, revision: 1, published: 0 };
  const published = await as(tutor).post(`${url}/publication`).send(publication).expect(200);
  expect(published.body).toEqual({ outcome: 'published', grade: 46, points: 9000 });
  const enrolmentId = enrolment.id;
  expect(await db.of(UnitGrade).findOneBy({ enrolmentId, unitKey: unit })).toMatchObject({ grade: 46, computed: 46 });
  expect(await db.of(GradeChange).findOneBy({ enrolmentId })).toMatchObject({ cause: 'mark', actorId: tutor.id });
  expect(await db.of(Notice).findOneBy({ personId: learner.id })).toMatchObject({
    kind: 'mark.published',
    path: `/estudio/${enrolmentId}/tareas/${unit}/nota`,
  });
  expect(await db.of(AuditEntry).countBy({ subjectId: submission, action: 'mark.publish' })).toBe(1);
  expect((await read(tutor, `${work.queue}?state=published`)).work.counts).toMatchObject({ pending: 0, published: 1 });
});

it('refuses a mark that does not fit, that is not whole, or of a version that is gone', async () => {
  const work = await aTask();
  const { url } = await handIn(work);
  const { tutor } = work;
  const send = (body: object) => as(tutor).put(`${url}/mark`).send(body);
  const misfit = draft(1);
  misfit.criteria[0]!.points = 3500;
  await send(misfit).expect(422);
  await send(draft(1, { version: 2 })).expect(409);
  await send({ ...draft(1), more: 1 }).expect(422);
  const { body } = await send({ ...draft(1), criteria: [] }).expect(200);
  expect(body).toMatchObject({ complete: false, points: 0 });
  const publication = { version: 1, revision: 1, published: 0 };
  const refused = await as(tutor).post(`${url}/publication`).send(publication).expect(422);
  expect(refused.body.code).toBe('mark_incomplete');
});

it('keeps two tutors apart: who has it open, and until when', async () => {
  const work = await aTask();
  const { url, submission } = await handIn(work);
  const other = await staff({ role: 'tutor', editionId: work.edition.id });
  await as(work.tutor).put(`${url}/claim`).expect(200);
  for (const path of ['claim', 'mark']) {
    const { body } = await as(other)
      .put(`${url}/${path}`)
      .send(path === 'mark' ? draft(0) : {})
      .expect(409);
    expect(body).toMatchObject({ code: 'claim_taken', detail: { by: 'Javiera Millán Soto' } });
    expect(new Date(body.detail.until).getTime()).toBeGreaterThan(Date.now());
  }
  expect((await read(other, `${url}/marking`)).claim).toMatchObject({ mine: false });
  await as(work.tutor).delete(`${url}/claim`).expect(204);
  await as(other).put(`${url}/claim`).expect(200);
  await lapse(submission);
  await as(work.tutor).put(`${url}/claim`).expect(200);
});

it('a claim that expires while somebody types loses nothing: theirs is claimed again, or the other draft is shown', async () => {
  const work = await aTask();
  const { url, submission } = await handIn(work);
  const other = await staff({ role: 'tutor', editionId: work.edition.id });
  await as(work.tutor).put(`${url}/mark`).send(draft(1)).expect(200);
  await lapse(submission);
  const again = await as(work.tutor)
    .put(`${url}/mark`)
    .send(draft(2, { revision: 1 }))
    .expect(200);
  expect(again.body.revision).toBe(2);
  await lapse(submission);
  await as(other)
    .put(`${url}/mark`)
    .send(draft(0, { revision: 2, feedback: 'De la otra persona' }))
    .expect(200);
  await lapse(submission);
  const { body } = await as(work.tutor)
    .put(`${url}/mark`)
    .send(draft(3, { revision: 2 }))
    .expect(409);
  expect(body).toMatchObject({ code: 'stale_mark', detail: { mark: { feedback: 'De la otra persona', mine: false } } });
  expect((await read(other, `${url}/marking`)).mark).toMatchObject({ revision: 3, points: 12_000 });
});

it('two tutors publish the same mark at once: one does, the other is told who did', async () => {
  const work = await aTask();
  const { url, submission, enrolment } = await handIn(work);
  const other = await staff({ role: 'tutor', editionId: work.edition.id });
  await as(work.tutor).put(`${url}/mark`).send(draft(1)).expect(200);
  await lapse(submission);
  const publication = { version: 1, revision: 1, published: 0 };
  const answers = await heldBack('mark', () =>
    Promise.all([work.tutor, other].map((me) => as(me).post(`${url}/publication`).send(publication))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409)!;
  expect(lost.body).toMatchObject({ code: 'mark_published', detail: { points: 9000, by: 'Javiera Millán Soto' } });
  expect(await db.of(MarkPublication).countBy({ submissionId: submission })).toBe(1);
  expect(await db.of(GradeChange).countBy({ enrolmentId: enrolment.id })).toBe(1);
  expect(await db.of(AuditEntry).countBy({ subjectId: submission, action: 'mark.publish' })).toBe(1);
});

it('asks for a correction, and marks the new version; what was published before stays as history', async () => {
  const work = await aTask();
  const { url, submission, learner } = await handIn(work);
  const { tutor } = work;
  expect((await markAs(tutor, url, 2)).status).toBe(200);
  const ask = (version: number) =>
    as(tutor).post(`${url}/return`).send({ version, note: 'Reescribe la segunda brecha.' });
  await ask(1).expect(204);
  expect(await db.of(Notice).findBy({ personId: learner.id })).toMatchObject([
    { kind: 'mark.published' },
    { kind: 'submission.returned' },
  ]);
  await as(tutor).put(`${url}/mark`).send(draft(0)).expect(409);
  await db.of(Submission).update({ id: submission }, { state: 'submitted', version: 2, submittedAt: new Date() });
  await sendVersion(await db.of(Submission).findOneByOrFail({ id: submission }), learner.id, '<p>Otra.</p>');
  const item = await read(tutor, `${url}/marking`);
  expect(item.versions.map(({ n }: { n: number }) => n)).toEqual([2, 1]);
  expect(item).toMatchObject({ mark: null, requests: [{ version: 1 }], publications: [{ n: 1 }], mayReturn: false });
  await ask(2).expect(409);
  await as(tutor)
    .put(`${url}/mark`)
    .send(draft(0, { version: 2 }))
    .expect(200);
  const publication = { version: 2, revision: 1, published: 1 };
  await as(tutor).post(`${url}/publication`).send(publication).expect(200);
  const { publications } = await read(tutor, `${url}/marking`);
  expect(publications).toMatchObject([
    { n: 2, version: 2, grade: 70 },
    { n: 1, version: 1, grade: 35 },
  ]);
});

it('hides whose work it is until it is published, where the rule says so', async () => {
  const work = await aTask({ anonymous: true });
  const { url, submission } = await handIn(work, { region: '16' });
  const { items } = await read(work.tutor, work.queue);
  const code = submission.slice(-4).toUpperCase();
  expect(items).toMatchObject([{ learner: null, region: null, code }]);
  expect((await read(work.tutor, `${work.queue}?region=16`)).items).toEqual([]);
  const before = await as(work.tutor).get(`${url}/marking`).expect(200);
  expect(before.body).toMatchObject({ learner: null, region: null, institution: null, anonymous: true });
  expect(before.text).not.toContain('Quilodrán');
  await markAs(work.tutor, url, 1);
  expect(await read(work.tutor, `${url}/marking`)).toMatchObject({ learner: 'Rocío Quilodrán Vera', region: '16' });
});

it('a tutor marks their own editions; a coordinator reads their own region; nobody else is here', async () => {
  const work = await aTask();
  const { url, learner } = await handIn(work);
  const elsewhere = await aTask();
  const own = await staff({ role: 'coordinator', regionCut: '11' });
  const other = await staff({ role: 'coordinator', regionCut: '16' });
  const author = await staff({ role: 'author' });
  expect((await read(own, work.queue)).items).toHaveLength(1);
  expect((await read(own, work.queue)).work.may).toEqual({ mark: false, share: true, manage: true });
  expect((await read(other, work.queue)).items).toEqual([]);
  await as(own).get(`${url}/marking`).expect(200);
  const routes = [
    ['get', `${url}/marking`, {}],
    ['put', `${url}/claim`, {}],
    ['put', `${url}/mark`, draft(0)],
    ['post', `${url}/publication`, { version: 1, revision: 1, published: 0 }],
    ['post', `${url}/return`, { version: 1, note: 'Corrige.' }],
  ] as const;
  for (const [method, path, body] of routes) {
    await as(elsewhere.tutor)[method](path).send(body).expect(404);
    const beyond = method === 'get' ? 404 : 403;
    await as(other)[method](path).send(body).expect(beyond);
    if (method !== 'get') await as(own)[method](path).send(body).expect(403);
    for (const who of [author, learner]) await as(who)[method](path).send(body).expect(403);
    await anonymous()[method](path).set('sec-fetch-site', 'same-origin').send(body).expect(401);
  }
  await as(elsewhere.tutor).get(work.queue).expect(404);
  for (const who of [author, await aLearner()]) {
    await as(who).get(work.queue).expect(403);
    await as(who).get('/api/marking/works').expect(403);
    await as(who).delete(`${url}/claim`).expect(403);
  }
});
