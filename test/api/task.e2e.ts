import type { Task } from '../../api/src/submission/task.entity.ts';
import { SubmissionVersion } from '../../api/src/submission/submission.entity.ts';
import { Submission } from '../../api/src/submission/submission.entity.ts';
import { TaskSetting } from '../../api/src/submission/task.entity.ts';
import { anonymous, as, db, heldBack, type Visitor } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, inDays } from '../support/make-course.ts';
import { aLearner } from '../support/make.ts';
import { aGroup, aTask, write } from '../support/make-task.ts';

/** A learner with a task before them. */
async function aDesk(rules: Partial<Task> = {}, dates: Parameters<typeof anEdition>[0] = {}) {
  const course = await aCourse();
  const unit = await aTask(course, rules);
  const edition = await anEdition({ courseVersionId: course.versionId, ...dates });
  const learner = await aLearner();
  const enrolment = await anEnrolment(learner, edition);
  return { course, unit, edition, learner, enrolment, url: `/api/enrolments/${enrolment.id}/tasks/${unit}` };
}
const view = async (me: Visitor, url: string) => (await as(me).get(url).expect(200)).body;
const send = (me: Visitor, url: string, seq: number) => as(me).post(`${url}/submission`).send({ seq });
const dueAt = (edition: { id: string }, changedBy: string, at: Date, more: Partial<TaskSetting> = {}) =>
  db.of(TaskSetting).insert({
    ...{ editionId: edition.id, unitKey: 'tarea', opensAt: null, dueAt: at, cutoffAt: null, late: null },
    ...{ penalty: null, changedBy, changedAt: new Date(), ...more },
  });

it('shows instructions, rubric and dates beforehand, and nothing that only tutors see', async () => {
  const { learner, url, edition } = await aDesk({ dueDays: 30 });
  const response = await as(learner).get(url).expect(200);
  expect(response.body).toMatchObject({
    ...{ state: 'new', title: 'Ficha de brechas', barred: null, weight: 40, demand: 60, points: 12_000, versions: [] },
    draft: { html: '', seq: 0, savedAt: null, files: [] },
  });
  expect(response.body.rubric.criteria).toHaveLength(2);
  expect(new Date(response.body.dueAt) < edition.endsAt).toBe(true);
  expect(JSON.stringify(response.body)).not.toContain('Muestra secreta');
});

it('is nobody else’s: another learner, someone without a session', async () => {
  const { url } = await aDesk();
  await as(await aLearner())
    .get(url)
    .expect(404);
  await as(await aLearner())
    .put(`${url}/draft`)
    .send({ base: 0, html: 'x' })
    .expect(404);
  await send(await aLearner(), url, 0).expect(404);
  await anonymous().get(url).expect(401);
});

it('keeps the draft, cleaned, and refuses what was written over another', async () => {
  const { learner, enrolment, url } = await aDesk();
  expect(await write(learner, enrolment.id, '<p onclick="x()">Uno<script>y()</script></p>')).toBe(1);
  // the answer was lost on the way: the same again is no news
  expect(await write(learner, enrolment.id, '<p>Uno</p>')).toBe(1);
  expect(await write(learner, enrolment.id, '<p>Dos</p>', 1)).toBe(2);
  const stale = await as(learner).put(`${url}/draft`).send({ base: 1, html: '<p>De otro equipo</p>' }).expect(409);
  expect(stale.body).toMatchObject({ code: 'stale_save', detail: { seq: 2, html: '<p>Dos</p>' } });
  expect(await view(learner, url)).toMatchObject({ state: 'draft', draft: { html: '<p>Dos</p>', seq: 2 } });
});

it('gives a folio for what was sent, and keeps it as it was', async () => {
  const { learner, enrolment, url } = await aDesk();
  const seq = await write(learner, enrolment.id, '<p>Tres palabras justas</p>');
  const { body } = await send(learner, url, seq).expect(201);
  expect(body).toMatchObject({ n: 1, lateMinutes: 0, folio: expect.stringMatching(/^E-\d{4}-\d{6}$/) });
  expect(await view(learner, url)).toMatchObject({
    ...{ state: 'submitted', barred: 'task_handed_in' },
    versions: [{ n: 1, words: 3, folio: body.folio, penalty: 0, html: '<p>Tres palabras justas</p>' }],
  });
  await as(learner).put(`${url}/draft`).send({ base: seq, html: '<p>Más</p>' }).expect(409);
  const notices = await as(learner).get('/api/notices').expect(200);
  expect(notices.body.items[0].body).toContain(body.folio);
});

it('makes one version of what is sent twice at once', async () => {
  const { learner, enrolment, url } = await aDesk();
  const seq = await write(learner, enrolment.id, '<p>Una sola vez</p>');
  const answers = await heldBack('submission_version', () =>
    Promise.all(Array.from({ length: 4 }, () => send(learner, url, seq))),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.folio)).size).toBe(1);
  const { submissionId } = await view(learner, url);
  expect(await db.of(SubmissionVersion).countBy({ submissionId })).toBe(1);
});

it('sends nothing that was not seen, and nothing empty, short or long', async () => {
  const { learner, enrolment, url } = await aDesk({ minWords: 2, maxWords: 4 });
  expect((await send(learner, url, 0).expect(422)).body.code).toBe('empty_submission');
  const one = await write(learner, enrolment.id, '<p>Una</p>');
  expect((await send(learner, url, one).expect(422)).body.code).toBe('too_few_words');
  const five = await write(learner, enrolment.id, '<p>Una dos tres cuatro cinco</p>', one);
  expect((await send(learner, url, five).expect(422)).body.code).toBe('too_many_words');
  expect((await send(learner, url, one).expect(409)).body.code).toBe('stale_save');
});

describe('the date', () => {
  const hours = (n: number) => inDays(n / 24);

  it('is refused after it where the rule says so', async () => {
    const { learner, enrolment, url, edition } = await aDesk({ late: 'refuse' });
    const seq = await write(learner, enrolment.id, '<p>A tiempo</p>');
    await dueAt(edition, learner.id, hours(-1));
    expect((await send(learner, url, seq).expect(409)).body.code).toBe('task_closed');
  });

  it('costs by day begun, and says so honestly', async () => {
    const { learner, enrolment, url, edition } = await aDesk({ late: 'penalty', penalty: 5, lateDays: 7 });
    await dueAt(edition, learner.id, hours(-25));
    const seq = await write(learner, enrolment.id, '<p>Tarde</p>');
    const { body } = await send(learner, url, seq).expect(201);
    expect(body.lateMinutes).toBeGreaterThanOrEqual(25 * 60);
    expect((await view(learner, url)).versions[0].penalty).toBe(10);
  });

  it('is kept until its limit without cost, and closed after it', async () => {
    const { learner, enrolment, url, edition } = await aDesk({ late: 'until', lateDays: 2 });
    await dueAt(edition, learner.id, hours(-24));
    const seq = await write(learner, enrolment.id, '<p>Dentro del margen</p>');
    await db.of(TaskSetting).update({ editionId: edition.id }, { dueAt: hours(-49) });
    expect((await send(learner, url, seq).expect(409)).body.code).toBe('task_closed');
    await db.of(TaskSetting).update({ editionId: edition.id }, { dueAt: hours(-47) });
    await send(learner, url, seq).expect(201);
    expect((await view(learner, url)).versions[0]).toMatchObject({ penalty: 0 });
  });

  it('has not come before the task opens', async () => {
    const { learner, url, edition } = await aDesk();
    await dueAt(edition, learner.id, inDays(5), { opensAt: inDays(1) });
    expect((await as(learner).post(`${url}/draft`).expect(409)).body.code).toBe('task_not_open');
    expect(await view(learner, url)).toMatchObject({ barred: 'task_not_open' });
  });
});

it('keeps every version when another is asked for', async () => {
  const { learner, enrolment, url } = await aDesk({ late: 'refuse' });
  const first = await write(learner, enrolment.id, '<p>Primera</p>');
  await send(learner, url, first).expect(201);
  const { submissionId } = await view(learner, url);
  await db.of(Submission).update({ id: submissionId }, { state: 'returned' });
  const second = await write(learner, enrolment.id, '<p>Segunda</p>', first);
  const { body } = await send(learner, url, second).expect(201);
  expect(body.n).toBe(2);
  const { versions } = await view(learner, url);
  expect(versions.map(({ html }: { html: string }) => html)).toEqual(['<p>Segunda</p>', '<p>Primera</p>']);
});

describe('in a group', () => {
  it('anyone writes, one sends for all, and all see it', async () => {
    const { course, edition, learner, enrolment, url } = await aDesk({ mode: 'group' });
    expect((await as(learner).post(`${url}/draft`).expect(409)).body.code).toBe('no_group');
    const mate = await aLearner({ givenNames: 'Elena' });
    const theirs = await anEnrolment(mate, edition);
    const stranger = await aLearner();
    const other = await anEnrolment(stranger, edition);
    await aGroup(edition, 'tarea', [enrolment, theirs]);
    await aGroup(edition, 'tarea', [other]);
    const matesUrl = `/api/enrolments/${theirs.id}/tasks/tarea`;

    const mine = await write(learner, enrolment.id, '<p>Empiezo yo</p>');
    const next = await write(mate, theirs.id, '<p>Sigo yo</p>', mine);
    await as(learner).put(`${url}/draft`).send({ base: mine, html: '<p>Encima</p>' }).expect(409);
    const { body } = await send(mate, matesUrl, next).expect(201);
    expect(await view(learner, url)).toMatchObject({
      ...{ state: 'submitted', versions: [{ folio: body.folio, html: '<p>Sigo yo</p>' }] },
      group: { members: expect.arrayContaining([expect.stringContaining('Elena')]) },
    });
    expect((await view(stranger, `/api/enrolments/${other.id}/tasks/tarea`)).versions).toEqual([]);
    const room = await as(learner).get(`/api/enrolments/${enrolment.id}`).expect(200);
    expect(JSON.stringify(room.body)).toContain('"kind":"task"');
    expect(course.id).toBeTruthy();
  });
});

it('is due on the home page until it is handed in', async () => {
  const { learner, enrolment, url } = await aDesk({ dueDays: 25 });
  const due = async () => {
    const { body } = await as(learner).get('/api/home').expect(200);
    return (body.due as { kind: string; openAttempt: boolean }[]).filter(({ kind }) => kind === 'task');
  };
  expect(await due()).toMatchObject([{ unit: 'tarea', openAttempt: false, questions: null }]);
  const seq = await write(learner, enrolment.id, '<p>Ya</p>');
  expect(await due()).toMatchObject([{ openAttempt: true }]);
  await send(learner, url, seq).expect(201);
  expect(await due()).toEqual([]);
});

it('is a page that reads without a script', async () => {
  const { learner, enrolment, url } = await aDesk();
  const address = `/estudio/${enrolment.id}/tareas/tarea`;
  const before = await as(learner).get(address).expect(200);
  for (const text of ['Ficha de brechas', 'Criterio uno', 'Se entrega hasta', 'Tu entrega'])
    expect(before.text).toContain(text);
  const seq = await write(learner, enrolment.id, '<p>Va entera</p>');
  const { body } = await send(learner, url, seq).expect(201);
  const after = await as(learner).get(address).expect(200);
  expect(after.text).toContain('Comprobante de entrega');
  expect(after.text).toContain(body.folio);
});
