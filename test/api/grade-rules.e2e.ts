import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import type { GradeRules } from '../../api/src/content/grade-rules.schema.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, as, db, heldBack } from '../support/app.ts';
import { aBook, publish } from '../support/gradebook.ts';
import { aLearner, staff } from '../support/make.ts';
import { waiting } from '../support/take-evaluation.ts';

/** A book with notas, its rules, and others by which the final must be passed. */
async function ruled() {
  const book = await aBook();
  const [one, two] = book.people;
  await publish(one.enrolmentId, 'control', 70);
  await publish(one.enrolmentId, 'final', 35);
  await publish(two.enrolmentId, 'final', 60);
  const { body } = await as(book.tutor).get(`${book.url}/rules`).expect(200);
  const strict: GradeRules = { ...body.rules, requirements: [{ of: 'item', key: 'final', least: 40, cap: 39 }] };
  return { ...book, rules: body.rules as GradeRules, strict, at: `${book.url}/rules` };
}

it('tells the rules of an edition, each in a sentence', async () => {
  const { at, tutor } = await ruled();
  const { body } = await as(tutor).get(at).expect(200);
  expect(body).toMatchObject({
    ...{ n: 0, writable: true, passGrade: 40 },
    rules: {
      min: 10,
      categories: [
        {
          weight: 100,
          items: [
            { unit: 'control', weight: 40 },
            { unit: 'final', weight: 60 },
          ],
        },
      ],
    },
    units: [{ unit: 'control' }, { unit: 'final' }],
  });
  expect(body.sentences).toContain('Lo que no se entrega queda pendiente, y el curso sin nota final.');
});

it('shows who would change, then changes the rules and tells them', async () => {
  const { at, url, tutor, people, strict, edition } = await ruled();
  const { body: preview } = await as(tutor).post(`${at}/preview`).send({ rules: strict, n: 0 }).expect(200);
  expect(preview).toMatchObject({
    ...{ problems: [], people: 3, kept: 0 },
    changes: [{ enrolmentId: people[0].enrolmentId, person: 'Álvarez, Rocío', from: 49, to: 39 }],
  });
  expect((await as(tutor).get(url)).body.people[0].grade).toBe(49);
  const { body: changed } = await as(tutor).put(at).send({ rules: strict, n: 0 }).expect(200);
  expect(changed).toMatchObject({ n: 1, rules: { requirements: [{ key: 'final' }] } });
  expect((await as(tutor).get(url)).body.people[0].grade).toBe(39);
  expect(await db.of(Notice).countBy({ personId: people[0].id, kind: 'grade.rules' })).toBe(1);
  expect(await db.of(Notice).countBy({ personId: people[1].id, kind: 'grade.rules' })).toBe(0);
  expect(await db.of(AuditEntry).countBy({ subjectId: edition.id, action: 'grade.rules' })).toBe(1);
  expect(await waiting('completion-check', people[0].enrolmentId)).toBeGreaterThan(0);
  const { body: back } = await as(tutor).put(at).send({ rules: null, n: 1 }).expect(200);
  expect(back).toMatchObject({ n: 0, rules: { requirements: [] } });
});

it('keeps the nota of who has completed', async () => {
  const { at, tutor, people, strict } = await ruled();
  await db.of(Result).insert({ enrolmentId: people[0].enrolmentId, grade: 49, completedAt: new Date() });
  const { body } = await as(tutor).post(`${at}/preview`).send({ rules: strict, n: 0 }).expect(200);
  expect(body).toMatchObject({ kept: 1, changes: [] });
});

it('refuses rules that do not hold, with a sentence for each fault', async () => {
  const { at, tutor, rules } = await ruled();
  const [category] = rules.categories;
  const wrong = { ...rules, categories: [{ ...category, weight: 90 }] };
  const { body: preview } = await as(tutor).post(`${at}/preview`).send({ rules: wrong, n: 0 }).expect(200);
  expect(preview.problems).toEqual(['Los pesos de las categorías suman 90; deben sumar 100.']);
  const { body } = await as(tutor).put(at).send({ rules: wrong, n: 0 }).expect(422);
  expect(body).toMatchObject({ code: 'wrong_rules', detail: { problems: preview.problems } });
  await as(tutor)
    .put(at)
    .send({ rules: { ...rules, other: 1 }, n: 0 })
    .expect(422);
});

it.each(['first', 'later'])('lets one of two who change the rules at once (%s)', async (when) => {
  const { at, tutor, strict, edition } = await ruled();
  const other = await staff({ role: 'tutor', editionId: edition.id });
  if (when === 'later') await as(tutor).put(at).send({ rules: strict, n: 0 }).expect(200);
  const n = when === 'later' ? 1 : 0;
  const put = (me: typeof other) =>
    as(me)
      .put(at)
      .send({ rules: strict, n })
      .then(({ status }) => status);
  const statuses = await heldBack('grade_scheme', () => Promise.all([put(tutor), put(other)]));
  expect(statuses.toSorted()).toEqual([200, 409]);
});

it('is read within scope, and changed by whoever writes notas there', async () => {
  const [mine, other] = [await ruled(), await ruled()];
  const body = { rules: other.strict, n: 0 };
  for (const [who, read, written] of [
    [mine.tutor, 404, 404],
    [await staff({ role: 'coordinator', regionCut: '11' }), 200, 403],
    [await aLearner(), 403, 403],
  ] as const) {
    await as(who).get(other.at).expect(read);
    await as(who).post(`${other.at}/preview`).send(body).expect(written);
    await as(who).put(other.at).send(body).expect(written);
  }
  await anonymous().get(other.at).expect(401);
});

it('explains a learner’s nota to their tutor and coordinator, and to nobody else', async () => {
  const { people, tutor, edition } = await ruled();
  const [one, two] = people;
  const staffCourse = (id: string) => `/api/gradebook/${id}`;
  const { body } = await as(tutor).get(staffCourse(one.enrolmentId)).expect(200);
  expect(body).toMatchObject({ person: { family: 'Álvarez', editionId: edition.id }, grade: { grade: 49 } });
  const coordinator = await staff({ role: 'coordinator', regionCut: '16' });
  await as(coordinator).get(staffCourse(two.enrolmentId)).expect(200);
  await as(coordinator).get(staffCourse(one.enrolmentId)).expect(404);
  await as(coordinator)
    .get(`${staffCourse(one.enrolmentId)}/control/explanation`)
    .expect(404);
  await as(await staff({ role: 'tutor', editionId: (await aBook()).edition.id }))
    .get(staffCourse(one.enrolmentId))
    .expect(404);
  await as(one).get(staffCourse(one.enrolmentId)).expect(403);
  const nota = await as(one).get(`/api/enrolments/${one.enrolmentId}/notas/final`).expect(200);
  expect(nota.body).toMatchObject({ grade: 35, title: 'Final', kind: 'evaluation', overridden: false });
  await as(two).get(`/api/enrolments/${one.enrolmentId}/notas/final`).expect(404);
  await anonymous().get(`/api/enrolments/${one.enrolmentId}/notas/final`).expect(401);
});

it('records attendance within scope', async () => {
  const { people, tutor } = await ruled();
  const at = `/api/attendance/${people[0].enrolmentId}`;
  await as(tutor).put(at).send({ percent: 80 }).expect(204);
  await as(tutor).put(at).send({ percent: 85 }).expect(204);
  await as(tutor).put(at).send({ percent: 101 }).expect(422);
  const stranger = await staff({ role: 'tutor', editionId: (await aBook()).edition.id });
  await as(stranger).put(at).send({ percent: 80 }).expect(404);
  await as(await staff({ role: 'coordinator', regionCut: '11' }))
    .put(at)
    .send({ percent: 80 })
    .expect(403);
});
