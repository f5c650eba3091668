import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme, inDays } from '../support/make-course.ts';
import { aLearner, type Learner } from '../support/make.ts';
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
