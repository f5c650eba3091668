import { GradingService } from '../../api/src/assessment/grading.service.ts';
import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { Edition } from '../../api/src/catalogue/edition.entity.ts';
import { anonymous, app, as, db } from '../support/app.ts';
import { inDays } from '../support/make-course.ts';
import { aStudent, begin, evaluation, lease, resultOf, setDeadline, submit, take } from '../support/take-evaluation.ts';

const fails = [] as string[];
const atOnce = { rule: 'submission', at: null };
const unitGrade = (enrolmentId: string) => db.of(UnitGrade).findOneBy({ enrolmentId, unitKey: 'control' });

it('shows what counts before anything starts', async () => {
  const { learner, enrolmentId, course, edition } = await aStudent();
  const { body } = await as(learner).get(evaluation(enrolmentId)).expect(200);
  expect(body).toEqual({
    enrolmentId,
    course: { slug: course.slug, title: course.title },
    module: { title: 'El módulo uno', number: 1 },
    key: 'control',
    title: 'Control del módulo',
    instructions: '<p>Lee con calma.</p>',
    rules: {
      ...{
        questions: 6,
        sections: [],
        minutes: 20,
        attempts: 2,
        waitMinutes: 0,
        keep: 'best',
        demand: 60,
        weight: 100,
      },
      ...{ scale: 'nota', minGrade: 10, rounding: 'half_up', sequential: false, perPage: 'all', needsPassword: false },
      ...{ opensAt: edition.startsAt.toISOString(), closesAt: edition.endsAt.toISOString() },
      release: { score: atOnce, answers: atOnce, feedback: atOnce },
    },
    edition: {
      ...{ startsAt: edition.startsAt.toISOString(), endsAt: edition.endsAt.toISOString() },
      timeZone: 'America/Santiago',
    },
    ...{ attempts: [], grade: null, barred: null, waitUntil: null },
  });
});

it('lists the attempts, and says why no other can start', async () => {
  const { learner, enrolmentId } = await aStudent();
  const view = async () => (await as(learner).get(evaluation(enrolmentId)).expect(200)).body as unknown;

  const { id } = await begin(learner, enrolmentId);
  expect(await view()).toMatchObject({
    barred: 'attempt_open',
    attempts: [{ id, n: 1, submittedAt: null, grade: null }],
  });
  await submit(learner, id).expect(204);
  expect(await view()).toMatchObject({ barred: null, grade: 10, attempts: [{ grade: 10 }] });
  await take(learner, enrolmentId);
  expect(await view()).toMatchObject({
    barred: 'no_attempts_left',
    grade: 70,
    attempts: [{ grade: 10 }, { grade: 70 }],
  });
});

it.each([
  ['edition_not_started', { startsAt: inDays(1) }],
  ['edition_ended', { enrolUntil: inDays(-3), startsAt: inDays(-9), endsAt: inDays(-1) }],
])('starts nothing outside its edition: %s', async (code, dates) => {
  const { learner, enrolmentId } = await aStudent({}, dates);
  expect((await as(learner).get(evaluation(enrolmentId)).expect(200)).body.barred).toBe(code);
  const { body } = await as(learner)
    .post(`${evaluation(enrolmentId)}/attempts`)
    .send({ lease: lease() })
    .expect(409);
  expect(body.code).toBe(code);
});

it('ends every attempt with its edition, also without a time limit', async () => {
  const endsAt = new Date(Date.now() + 5 * 60_000);
  for (const timeLimit of [20, null]) {
    const { learner, enrolmentId } = await aStudent({ evaluations: [{ timeLimit }] }, { enrolUntil: endsAt, endsAt });
    const { id } = await begin(learner, enrolmentId);
    const { body } = await as(learner).get(`/api/attempts/${id}`);
    expect(body.deadlineAt).toBe(endsAt.toISOString());
  }
});

it('ends an attempt that ran out when its evaluation is looked at', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -30);
  const { body } = await as(learner).get(evaluation(enrolmentId)).expect(200);
  expect(body).toMatchObject({ barred: null, grade: 10, attempts: [{ id, submittedAt: expect.any(String) }] });
});

it('ends an attempt that ran out when its result is looked at', async () => {
  const { learner, enrolmentId } = await aStudent();
  const { id } = await begin(learner, enrolmentId);
  await setDeadline(id, -30);
  const { body } = await as(learner).get(`/api/attempts/${id}/result`).expect(200);
  expect(body).toMatchObject({ endedBy: 'deadline', points: 0, grade: 10 });
});

it.each([
  ['best', 70],
  ['last', 10],
  ['average', 40],
] as const)('keeps the %s attempt: %d', async (keep, grade) => {
  const { learner, enrolmentId } = await aStudent({ evaluations: [{ keep }] });
  await take(learner, enrolmentId);
  await take(learner, enrolmentId, fails);
  expect((await as(learner).get(evaluation(enrolmentId))).body.grade).toBe(grade);
  expect((await unitGrade(enrolmentId))?.grade).toBe(grade);
});

it('publishes results when the edition closes, if the rules say so, and nowhere before', async () => {
  const { learner, enrolmentId, edition } = await aStudent({ evaluations: [{ release: 'closing' }] });
  const id = await take(learner, enrolmentId);
  const result = () => resultOf(learner, id);

  expect(await result()).toMatchObject({
    releasedAt: null,
    points: null,
    grade: null,
    questions: [],
    maxPoints: 10_000,
  });
  const { body } = await as(learner).get(evaluation(enrolmentId));
  expect(body).toMatchObject({ grade: null, attempts: [{ grade: null, submittedAt: expect.any(String) }] });
  expect(
    (
      await as(learner)
        .get(`${evaluation(enrolmentId)}/grade`)
        .expect(409)
    ).body.code,
  ).toBe('not_released');
  expect((await as(learner).get(`/api/enrolments/${enrolmentId}/grade`)).body).toMatchObject({
    grade: null,
    provisional: null,
  });
  await app.get(GradingService).publish(enrolmentId, 'control'); // a job that comes too early
  expect(await unitGrade(enrolmentId)).toBeNull();

  const endsAt = inDays(-1);
  await db.of(Edition).update({ id: edition.id }, { enrolUntil: endsAt, endsAt });
  await app.get(GradingService).publish(enrolmentId, 'control');
  expect(await result()).toMatchObject({ releasedAt: endsAt.toISOString(), points: 10_000, grade: 70 });
  expect((await as(learner).get(evaluation(enrolmentId))).body).toMatchObject({ grade: 70, barred: 'edition_ended' });
  expect(
    (
      await as(learner)
        .get(`${evaluation(enrolmentId)}/grade`)
        .expect(200)
    ).body.grade,
  ).toBe(70);
  expect((await as(learner).get(`/api/enrolments/${enrolmentId}/grade`)).body.grade).toBe(70);
});

it('waits for the edition to close with a job that it enqueued on submission', async () => {
  const { learner, enrolmentId, edition } = await aStudent({ evaluations: [{ release: 'closing' }] });
  await take(learner, enrolmentId);
  const { rows } = await db.run(
    `select start_after as at from pgboss.job where name = 'grade-release' and data->>'enrolmentId' = $1`,
    [enrolmentId],
  );
  expect(rows).toEqual([{ at: edition.endsAt }]);
});

it('finds no evaluation where there is none', async () => {
  const { learner, enrolmentId } = await aStudent();
  await as(learner).get(evaluation(enrolmentId, 'otra')).expect(404);
  await as(learner).get(evaluation(enrolmentId, 'leccion-1')).expect(404);
  await as(learner).get(evaluation(enrolmentId, 'No%20vale')).expect(422);
  await anonymous().get(evaluation(enrolmentId)).expect(401);
});

it('refuses a start that it cannot read', async () => {
  const { learner, enrolmentId } = await aStudent();
  const start = (body: object) =>
    as(learner)
      .post(`${evaluation(enrolmentId)}/attempts`)
      .send(body)
      .expect(422);
  for (const body of [{}, { lease: 'mine' }, { lease: lease(), attempts: 99 }])
    expect((await start(body)).body.code).toBe('invalid');
});
