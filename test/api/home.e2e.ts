import { Credential } from '../../api/src/credential/credential.entity.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme, inDays } from '../support/make-course.ts';
import { aLearner, type Learner } from '../support/make.ts';
import { begin, submit, take } from '../support/take-evaluation.ts';
import { statementsOf } from '../support/statements.ts';

const homeOf = async (me: Learner) => (await as(me).get('/api/home').expect(200)).body;
const send = (me: Learner, enrolmentId: string, events: object[]) =>
  as(me)
    .post('/api/activity')
    .send({ events: events.map((event) => ({ id: newId(), enrolmentId, at: new Date().toISOString(), ...event })) })
    .expect(200);

it('is empty for whoever is enrolled in nothing, and closed to strangers', async () => {
  expect(await homeOf(await aLearner())).toEqual({
    resume: null,
    due: [],
    programmes: [],
    courses: [],
    certificates: [],
  });
  await anonymous().get('/api/home').expect(401);
});

it('starts at the first lesson, and goes on where the reader stopped', async () => {
  const me = await aLearner();
  const { versionId, title } = await aCourse({ lessons: 3 });
  const { id } = await anEnrolment(me, await anEdition({ courseVersionId: versionId }));
  expect((await homeOf(me)).resume).toMatchObject({
    unit: 'leccion-1',
    number: 1,
    of: 4,
    moduleNumber: 1,
    minutesLeft: 8,
    course: title,
  });
  await send(me, id, [{ kind: 'read', unit: 'leccion-1' }]);
  await send(me, id, [{ kind: 'position', unit: 'leccion-3', anchor: null, permille: 500 }]);
  expect((await homeOf(me)).resume).toMatchObject({ unit: 'leccion-3', number: 3, minutesLeft: 4 });
  await send(me, id, [{ kind: 'read', unit: 'leccion-3' }]);
  const home = await homeOf(me);
  expect(home.resume).toMatchObject({ unit: 'leccion-2' });
  expect(home.courses).toMatchObject([
    { enrolmentId: id, state: 'running', lessonsDone: 2, lessonsAll: 3, grade: null },
  ]);
});

it('lists what is due, the nearest end first, and nothing of what has not begun or has ended', async () => {
  const me = await aLearner();
  const { versionId } = await aCourse();
  const run = (of: object) => anEdition({ courseVersionId: versionId, ...of });
  const [late, soon] = [await run({ endsAt: inDays(50) }), await run({ endsAt: inDays(31) })];
  const others = [await run({ startsAt: inDays(2) }), await run({ enrolUntil: inDays(-10), endsAt: inDays(-1) })];
  for (const edition of [late, soon, ...others]) await anEnrolment(me, edition);
  const home = await homeOf(me);
  expect(home.due.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(
    [soon, late].map(({ endsAt }) => endsAt.toISOString()),
  );
  expect(home.due[0]).toMatchObject({ unit: 'control', questions: 6, minutes: 20, openAttempt: false });
  expect(home.courses.map(({ state }: { state: string }) => state).sort()).toEqual([
    'ended',
    'running',
    'running',
    'upcoming',
  ]);
});

it('shows a programme with its courses in order, those announced too', async () => {
  const me = await aLearner();
  const [first, second] = [await aCourse({ title: 'Uno' }), await aCourse({ title: 'Dos' })];
  const { versionId } = await aProgramme([
    { course: first, weight: 40 },
    { course: second, weight: 60 },
  ]);
  const edition = await anEdition({ programmeVersionId: versionId });
  const { id } = await anEnrolment(me, edition);
  await anEnrolment(me, await anEdition({ courseVersionId: first.versionId, parentId: edition.id }), id);
  const home = await homeOf(me);
  expect(home.courses).toEqual([]);
  expect(home.resume).toMatchObject({ programme: 'Diplomado de prueba' });
  expect(home.programmes).toMatchObject([
    {
      enrolmentId: id,
      provisional: null,
      courses: [
        { title: 'Uno', state: 'running' },
        { title: 'Dos', state: 'announced', enrolmentId: null },
      ],
    },
  ]);
});

it('asks the database three times, however many courses there are', async () => {
  const me = await aLearner();
  for (let courses = 0; courses < 5; courses++)
    await anEnrolment(me, await anEdition({ courseVersionId: (await aCourse({ lessons: 9 })).versionId }));
  expect((await statementsOf(() => homeOf(me))).length).toBeLessThanOrEqual(3);
});

it('names the section where the reader stopped', async () => {
  const me = await aLearner();
  const { versionId } = await aCourse();
  await db.em.query(
    `update course_version set manifest = jsonb_set(manifest, '{modules,0,units,0,toc}', $2) where id = $1`,
    [versionId, JSON.stringify([{ id: 'la-brecha', title: 'La brecha' }])],
  );
  const { id } = await anEnrolment(me, await anEdition({ courseVersionId: versionId }));
  await send(me, id, [{ kind: 'position', unit: 'leccion-1', anchor: 'la-brecha', permille: 200 }]);
  expect((await homeOf(me)).resume).toMatchObject({ unit: 'leccion-1', section: 'La brecha', minutesLeft: 7 });
  await send(me, id, [{ kind: 'position', unit: 'leccion-1', anchor: 'otra', permille: 200 }]);
  expect((await homeOf(me)).resume).toMatchObject({ section: null });
});

it('goes on in the course that was touched last, and never in one that is done, ended or not begun', async () => {
  const me = await aLearner();
  const [one, two] = [await aCourse({ lessons: 1, evaluations: [] }), await aCourse({ lessons: 1, evaluations: [] })];
  const [first, second] = [
    await anEnrolment(me, await anEdition({ courseVersionId: one.versionId, startsAt: inDays(-9) })),
    await anEnrolment(me, await anEdition({ courseVersionId: two.versionId })),
  ];
  const ended = await anEdition({ courseVersionId: one.versionId, enrolUntil: inDays(-2), endsAt: inDays(-1) });
  await anEnrolment(me, ended);
  await anEnrolment(me, await anEdition({ courseVersionId: one.versionId, startsAt: inDays(1) }));
  const next = async () => (await homeOf(me)).resume?.enrolmentId;
  await send(me, second.id, [{ kind: 'opened', unit: 'leccion-1' }]);
  expect(await next()).toBe(second.id);
  await send(me, second.id, [{ kind: 'read', unit: 'leccion-1' }]);
  expect(await next()).toBe(first.id);
  await send(me, first.id, [{ kind: 'read', unit: 'leccion-1' }]);
  expect(await next()).toBeUndefined();
});

it('keeps an evaluation due until it is passed or spent, and says when one is half done', async () => {
  const me = await aLearner();
  const { versionId } = await aCourse({ lessons: 1, evaluations: [{ attempts: 2 }] });
  const { id } = await anEnrolment(me, await anEdition({ courseVersionId: versionId }));
  await send(me, id, [{ kind: 'read', unit: 'leccion-1' }]);
  await take(me, id, []);
  const after = await homeOf(me);
  expect(after.due).toMatchObject([{ unit: 'control', openAttempt: false }]);
  expect([after.resume, after.courses[0]]).toMatchObject([null, { state: 'running', grade: 10 }]);
  const last = await begin(me, id);
  expect(await homeOf(me)).toMatchObject({
    due: [{ openAttempt: true }],
    resume: { unit: 'control', moduleNumber: 1 },
  });
  await submit(me, last.id).expect(204);
  expect(await homeOf(me)).toMatchObject({ due: [], courses: [{ state: 'failed', grade: 10 }] });
});

it('does not tell by what is due whether an unpublished evaluation was passed', async () => {
  const me = await aLearner();
  const { versionId } = await aCourse({ lessons: 1, evaluations: [{ release: 'closing' }] });
  const enrolments = [];
  for (const right of [undefined, []]) {
    const { id } = await anEnrolment(me, await anEdition({ courseVersionId: versionId }));
    await take(me, id, right);
    enrolments.push(id);
  }
  const home = await homeOf(me);
  expect(home.due).toEqual([]);
  expect(home.courses).toMatchObject(enrolments.map(() => ({ state: 'running', grade: null })));
});

it('averages what is final of a programme, and lists the certificates that stand', async () => {
  const me = await aLearner();
  const [one, two] = [await aCourse({ title: 'Uno' }), await aCourse({ title: 'Dos' })];
  const { versionId } = await aProgramme([
    { course: one, weight: 40 },
    { course: two, weight: 60 },
  ]);
  const whole = await anEdition({ programmeVersionId: versionId, name: 'Edición 2027' });
  const { id } = await anEnrolment(me, whole);
  const parts = [];
  for (const course of [one, two])
    parts.push(await anEnrolment(me, await anEdition({ courseVersionId: course.versionId, parentId: whole.id }), id));
  const enrolmentId = parts[0]!.id;
  await db.of(Result).insert({ enrolmentId, grade: 62, completedAt: new Date() });
  const detail = {} as Credential['detail'];
  const certificate = { kind: 'course' as const, personId: me.id, issuedAt: new Date(), detail };
  const standing = { ...certificate, id: newId(), enrolmentId, folio: '2027-1', code: 'AAAAAAAAAAAA' };
  await db.of(Credential).insert({ ...standing, annulledAt: null, annulledWhy: null });
  await db.of(Credential).insert({
    ...{ ...certificate, id: newId(), enrolmentId: parts[1]!.id, folio: '2027-2', code: 'AAAAAAAAAAAB' },
    ...{ annulledAt: new Date(), annulledWhy: 'Un error' },
  });
  const home = await homeOf(me);
  expect(home.programmes).toMatchObject([
    { edition: 'Edición 2027', provisional: 62, courses: [{ state: 'passed', grade: 62 }, { state: 'running' }] },
  ]);
  expect(home.resume).toMatchObject({ programme: 'Diplomado de prueba', edition: 'Edición 2027' });
  expect(home.certificates).toEqual([
    { id: standing.id, title: 'Uno', folio: '2027-1', issuedAt: standing.issuedAt.toISOString() },
  ]);
});

it('shows nothing of anyone else', async () => {
  const [me, other] = [await aLearner(), await aLearner()];
  const edition = await anEdition({ courseVersionId: (await aCourse()).versionId });
  await anEnrolment(other, edition);
  expect(await homeOf(me)).toMatchObject({ resume: null, due: [], courses: [] });
});
