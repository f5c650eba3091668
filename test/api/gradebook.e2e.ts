import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { Cohort } from '../../api/src/enrolment/cohort.entity.ts';
import { Enrolment } from '../../api/src/enrolment/enrolment.entity.ts';
import { Attendance } from '../../api/src/grade/scheme.entity.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { contractOf } from '../../api/src/app.ts';
import { anonymous, app, as, db, heldBack } from '../support/app.ts';
import { aBook, cellOf, change, publish, seenBy, setRules, takeBack } from '../support/gradebook.ts';
import { aCourse, anEdition, anEnrolment, aProgramme, inDays } from '../support/make-course.ts';
import { aLearner, staff } from '../support/make.ts';
import { take } from '../support/take-evaluation.ts';
import { statementsOf } from '../support/statements.ts';
import { unlisted } from '../support/unlisted.ts';

const reason = { reason: 'review', explanation: 'El criterio 3 omitió la fuente del anexo.' };

it('shows everyone by what is graded, with statistics', async () => {
  const { url, people, tutor } = await aBook();
  const [one, two, three] = people;
  await publish(one.enrolmentId, 'control', 61);
  await publish(one.enrolmentId, 'final', 70);
  await publish(two.enrolmentId, 'control', 36);
  await take(three, three.enrolmentId, [], 'control');
  const { body } = await as(tutor).get(url).expect(200);
  expect(body).toMatchObject({
    ...{ kind: 'course', writable: true, pending: 0, passGrade: 40, hasAttendance: false },
    columns: [
      { unit: 'control', kind: 'evaluation', share: 40_000, category: null },
      { unit: 'final', kind: 'evaluation', share: 60_000 },
    ],
    people: [
      { family: 'Álvarez', region: 'Aysén', grades: [61, 70], states: 'gg', grade: 66, provisional: 66 },
      { family: 'Navarro', region: 'Ñuble', grades: [36, null], states: 'g-', grade: null, provisional: 36 },
      { family: 'Ñancupil', grades: [10, null], states: 'g-', provisional: 10 },
    ],
    statistics: {
      columns: [
        { n: 3, average: 36, median: 36, lowest: 10, highest: 61, passed: 1 },
        { n: 1, average: 70 },
      ],
      whole: { n: 3, average: 37, passed: 1 },
    },
  });
  expect(unlisted(contractOf(app), '/api/editions/{id}/gradebook', JSON.parse(JSON.stringify(body)))).toEqual([]);
});

it('answers in three statements, who asks included', async () => {
  const { url, tutor } = await aBook();
  expect((await statementsOf(() => as(tutor).get(url).expect(200))).length).toBeLessThanOrEqual(3);
});

it('filters by region and cohort', async () => {
  const { url, edition, people, tutor } = await aBook();
  const cohort = { id: newId(), editionId: edition.id, name: 'Grupo 2' };
  await db.of(Cohort).insert(cohort);
  await db.of(Enrolment).update({ id: people[2].enrolmentId }, { cohortId: cohort.id });
  const names = async (query: string) => {
    const { body } = await as(tutor)
      .get(url + query)
      .expect(200);
    return (body.people as { family: string }[]).map(({ family }) => family);
  };
  expect(await names('?region=11')).toEqual(['Álvarez', 'Ñancupil']);
  expect(await names(`?cohort=${cohort.id}`)).toEqual(['Ñancupil']);
  expect(await names(`?region=16&cohort=${cohort.id}`)).toEqual([]);
  const { body } = await as(tutor).get(url).expect(200);
  expect(body).toMatchObject({ cohorts: [{ name: 'Grupo 2' }], regions: [{ cut: '11' }, { cut: '16' }] });
  for (const wrong of ['?region=1', '?cohort=x', '?other=1'])
    await as(tutor)
      .get(url + wrong)
      .expect(422);
});

it('counts what waits for a mark, and what was not handed in once its moment has come', async () => {
  const book = await aBook({ dates: { enrolUntil: inDays(-10), endsAt: inDays(-1) } });
  const [one, two] = book.people;
  await publish(one.enrolmentId, 'control', 55);
  const { body: before } = await as(book.tutor).get(book.url).expect(200);
  expect(before.people[1]).toMatchObject({ grades: [null, null], states: '--', grade: null });
  await setRules(book, { missing: { as: 'minimum', from: null } });
  const { body } = await as(book.tutor).get(book.url).expect(200);
  expect(body.people[0]).toMatchObject({ grades: [55, 10], states: 'gm', grade: 28 });
  expect(body.people[1]).toMatchObject({ id: two.enrolmentId, grades: [10, 10], states: 'mm', grade: 10 });
});

it('follows the rules of the edition, for its staff and for the learner', async () => {
  const book = await aBook();
  const [one] = book.people;
  await publish(one.enrolmentId, 'control', 70);
  await publish(one.enrolmentId, 'final', 39);
  await setRules(book, {
    requirements: [{ of: 'item', key: 'final', least: 40, cap: 39 }],
    attendance: { least: 75, cap: 35 },
  });
  const stand = async () => (await as(book.tutor).get(book.url).expect(200)).body.people[0];
  expect(await stand()).toMatchObject({ grade: null, provisional: 39, attendance: null });
  const at = { recordedBy: book.tutor.id, recordedAt: new Date() };
  await db.of(Attendance).insert({ enrolmentId: one.enrolmentId, percent: 60, ...at });
  expect(await stand()).toMatchObject({ grade: 35, attendance: 60 });
  const { body } = await as(one).get(`/api/enrolments/${one.enrolmentId}/grade`).expect(200);
  expect(body).toMatchObject({
    ...{ grade: 35, unlimited: 51, total: '5,14', told: '3,5', attendance: 60 },
    caps: [
      '«Final» tiene 3,9 y se exige 4,0. La nota del curso queda a lo más en 3,9.',
      'La asistencia es 60\u00a0% y se exige 75\u00a0%. La nota del curso queda a lo más en 3,5.',
    ],
    categories: [
      {
        grade: 51,
        items: [
          { title: 'Control', counts: true },
          { title: 'Final', counts: true },
        ],
      },
    ],
  });
  expect(body.rules).toContain('Reprueba si «Final» es menor que 4,0: la nota del curso es a lo más 3,9.');
});

it('changes a nota by hand, with a reason that its owner reads, and back', async () => {
  const { people, tutor, url } = await aBook();
  const [one] = people;
  await publish(one.enrolmentId, 'control', 37);
  const { body: cell } = await as(tutor).get(cellOf(one.enrolmentId)).expect(200);
  expect(cell).toMatchObject({ grade: 37, computed: 37, overridden: false, writable: true, title: 'Control' });
  const { body: changed } = await change(tutor, one.enrolmentId, { grade: 42, seen: cell.seen }).expect(200);
  expect(changed).toMatchObject({
    ...{ grade: 42, computed: 37, overridden: true },
    changes: [
      { cause: 'override', before: 37, after: 42, by: 'Javiera Millán Soto', ...reason },
      { cause: 'evaluation', before: null, after: 37, by: null },
    ],
  });
  const { body: book } = await as(tutor).get(url).expect(200);
  expect(book.people[0]).toMatchObject({ grades: [42, null], states: 'o-', computed: [[0, 37]] });
  const notices = await db.of(Notice).findBy({ personId: one.id });
  expect(notices).toMatchObject([
    { kind: 'grade.change', body: '«Control» ahora tiene 4,2. El criterio 3 omitió la fuente del anexo.' },
  ]);
  expect(await db.of(AuditEntry).countBy({ subjectId: one.enrolmentId, action: 'grade.change' })).toBe(1);
  const { body: lifted } = await takeBack(tutor, one.enrolmentId, changed.seen).expect(200);
  expect(lifted).toMatchObject({ grade: 37, overridden: false });
  expect((await takeBack(tutor, one.enrolmentId, lifted.seen).expect(409)).body.code).toBe('not_overridden');
});

it('refuses a change without a reason, an explanation, or within the scale', async () => {
  const book = await aBook();
  const { people, tutor } = book;
  const url = cellOf(people[0].enrolmentId);
  const sound = { ...reason, grade: 42, seen: null };
  for (const wrong of [
    { reason: 'x' },
    { explanation: 'corta' },
    { grade: 9 },
    { grade: 71 },
    { grade: 4.2 },
    { more: 1 },
  ])
    await as(tutor)
      .put(url)
      .send({ ...sound, ...wrong })
      .expect(422);
  await setRules(book, { min: 20 });
  expect(
    (
      await as(tutor)
        .put(url)
        .send({ ...sound, grade: 19 })
        .expect(422)
    ).body.errors,
  ).toEqual([{ path: 'grade', code: 'too_small' }]);
  await as(tutor).put(cellOf(people[0].enrolmentId, 'nada')).send(sound).expect(404);
  await as(tutor).put(url).send(sound).expect(200);
});

it('lets one of two who change the same nota at once, and tells the other what it is now', async () => {
  const { people, tutor, edition } = await aBook();
  const [{ enrolmentId }] = people;
  await publish(enrolmentId, 'control', 37);
  const seen = await seenBy(tutor, enrolmentId);
  const other = await staff({ role: 'tutor', editionId: edition.id });
  const answers = await heldBack('grade_change', () =>
    Promise.all([
      change(tutor, enrolmentId, { grade: 45, seen }).then((answer) => answer),
      change(other, enrolmentId, { grade: 50, seen }).then((answer) => answer),
    ]),
  );
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
  expect([won?.status, lost?.status]).toEqual([200, 409]);
  expect(lost?.body).toMatchObject({ code: 'stale_grade', detail: { grade: won?.body.grade, seen: won?.body.seen } });
});

it('is read by a coordinator for their region alone, and changed by none', async () => {
  const { url, people, edition } = await aBook();
  const me = await staff({ role: 'coordinator', regionCut: '11' });
  const { body } = await as(me).get(url).expect(200);
  expect((body.people as { family: string }[]).map(({ family }) => family)).toEqual(['Álvarez', 'Ñancupil']);
  expect(body).toMatchObject({ writable: false, regions: [{ cut: '11' }] });
  await as(me).get(cellOf(people[0].enrolmentId)).expect(200);
  await as(me).get(cellOf(people[1].enrolmentId)).expect(404);
  await change(me, people[0].enrolmentId, { grade: 50, seen: null }).expect(403);
  await takeBack(me, people[0].enrolmentId, null).expect(403);
  expect(edition.id).toBeTruthy();
});

it('is nothing to the tutor of another edition, to learners and to strangers', async () => {
  const [mine, other] = [await aBook(), await aBook()];
  const [{ enrolmentId }] = other.people;
  await as(mine.tutor).get(other.url).expect(404);
  await as(mine.tutor).get(cellOf(enrolmentId)).expect(404);
  await change(mine.tutor, enrolmentId, { grade: 50, seen: null }).expect(404);
  await takeBack(mine.tutor, enrolmentId, null).expect(404);
  const learner = await aLearner();
  await as(learner).get(other.url).expect(403);
  await as(learner).get(cellOf(enrolmentId)).expect(403);
  await change(learner, enrolmentId, { grade: 70, seen: null }).expect(403);
  await anonymous().get(other.url).expect(401);
  await anonymous().get(cellOf(enrolmentId)).expect(401);
});

it('shows the courses of a programme', async () => {
  const courses = [await aCourse(), await aCourse({ title: 'Segundo' })];
  const { versionId } = await aProgramme(courses.map((course, i) => ({ course, weight: i === 0 ? 25 : 75 })));
  const whole = await anEdition({ programmeVersionId: versionId });
  const [first] = courses.map((course) => anEdition({ courseVersionId: course.versionId, parentId: whole.id }));
  const run = await first!;
  const learner = await aLearner();
  const parent = await anEnrolment(learner, whole);
  const { id: enrolmentId } = await anEnrolment(learner, run, parent.id);
  await db.of(Result).insert({ enrolmentId, grade: 62, completedAt: new Date() });
  const { body } = await as(await staff({ role: 'tutor', editionId: whole.id }))
    .get(`/api/editions/${whole.id}/gradebook`)
    .expect(200);
  expect(body).toMatchObject({
    ...{ kind: 'programme', writable: false },
    columns: [
      { kind: 'course', share: 25_000, editionId: run.id },
      { kind: 'course', title: 'Segundo', share: 75_000 },
    ],
    people: [{ grades: [62, null], states: 'g-', grade: null, provisional: 62 }],
  });
});
