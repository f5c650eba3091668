import { Attempt } from '../../api/src/assessment/attempt.entity.ts';
import { GradeChange, UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { as, db, heldBack, startJobs } from '../support/app.ts';
import { aLearner, staff } from '../support/make.ts';
import { anEnrolment } from '../support/make-course.ts';
import { aMistake, answers, apply, preview, settled } from '../support/make-regrade.ts';
import { answerAll, begin, submit } from '../support/take-evaluation.ts';

beforeAll(() => startJobs());

const notaOf = async ({ id }: { id: string }) =>
  (await db.of(UnitGrade).findOneByOrFail({ enrolmentId: id, unitKey: 'control' })).grade;
const changesOf = ({ id }: { id: string }) => db.of(GradeChange).findBy({ enrolmentId: id });

it('scores an open attempt by the decision when it ends', async () => {
  const { edition, questionId, versionId } = await aMistake();
  const learner = await aLearner();
  const { id } = await anEnrolment(learner, edition);
  const begun = await begin(learner, id);
  await answerAll(
    learner,
    begun,
    begun.questions.map(({ body }) => body.kind).filter((kind) => kind !== 'single'),
  );
  const admin = await staff({ role: 'admin' });
  await apply(admin, await preview(admin, { decision: 'version', questionId, versionId }));
  await submit(learner, begun.id).expect(204);
  expect(await notaOf({ id })).toBe(70);
  const { body } = await as(learner).get(`/api/attempts/${begun.id}/result`).expect(200);
  expect(body.questions.every(({ verdict }: { verdict: string }) => verdict === 'right')).toBe(true);
});

it('lets a learner who submits meanwhile end by one rule or the other, with points that add up', async () => {
  const { edition, questionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  for (let round = 0; round < 3; round++) {
    const learner = await aLearner();
    const { id } = await anEnrolment(learner, edition);
    const begun = await begin(learner, id);
    await answerAll(learner, begun, []);
    const url = await preview(admin, { decision: 'full', questionId });
    const [application] = await heldBack('attempt_question', () =>
      Promise.all([as(admin).put(`${url}/application`), submit(learner, begun.id).expect(204)]),
    );
    if (application.status === 204) await settled(admin, url, 'applied');
    else expect(application.body.code).toBe('stale_preview');
    const attempt = await db.of(Attempt).findOneByOrFail({ id: begun.id });
    const { rows } = await db.run('select sum(points)::integer as sum from attempt_question where attempt_id = $1', [
      begun.id,
    ]);
    expect(attempt.points).toBe((rows as { sum: number }[])[0]!.sum);
    expect(application.status === 204 ? [15] : [10, 15]).toContain(await notaOf({ id }));
  }
});

it('lets one regrade at a time work on an evaluation', async () => {
  const { questionId, versionId } = await aMistake();
  const admin = await staff({ role: 'admin' });
  const urls = [
    await preview(admin, { decision: 'version', questionId, versionId }),
    await preview(admin, { decision: 'full', questionId }),
  ];
  const race = await heldBack('regrade_place', () =>
    Promise.all(urls.map((url) => as(admin).put(`${url}/application`))),
  );
  expect(race.map(({ status }) => status).sort()).toEqual([204, 409]);
  const won = urls[race.findIndex(({ status }) => status === 204)]!;
  await settled(admin, won, 'applied');
  const twice = await as(admin).put(`${won}/application`).expect(409);
  expect(twice.body.code).toBe('regrade_moved_on');
});

it('goes on where it was when the database cuts it off half-way, and changes each nota once', async () => {
  const people = Array.from({ length: 80 }, () => answers('wrong'));
  const { people: made, questionId, versionId } = await aMistake(people);
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  await as(admin).put(`${url}/application`).expect(204);
  for (let cuts = 0; cuts < 40; cuts++) {
    await db.run(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '%attempt_question%'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await settled(admin, url, 'applied');
  for (const { enrolment } of made) {
    expect(await notaOf(enrolment)).toBe(70);
    expect((await changesOf(enrolment)).filter(({ cause }) => cause === 'regrade')).toHaveLength(1);
  }
}, 60_000);
