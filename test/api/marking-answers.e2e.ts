import { Notice } from '../../api/src/notify/notice.entity.ts';
import { as, db, heldBack, type Visitor } from '../support/app.ts';
import { grade } from '../support/evaluation-room.ts';
import { aPdf, download, upload } from '../support/make-task.ts';
import { aLearner, staff } from '../support/make.ts';
import { attemptRow, resultOf } from '../support/take-evaluation.ts';
import {
  answerInWriting,
  aWrittenRoom,
  giveAnswer,
  guide,
  publishAnswer,
  submissionOf,
} from '../support/written-answers.ts';

const read = async (me: Visitor, url: string) => (await as(me).get(url).expect(200)).body;

it('an essay and a file are queued, marked with points, and become a nota that their learner reads with its feedback', async () => {
  const { learner, enrolmentId, tutor, queue } = await aWrittenRoom();
  let file = '';
  const { attempt, place } = await answerInWriting(learner, enrolmentId, async (draft) => {
    file = await upload(learner, draft, 'acta.pdf', aPdf);
    return [file];
  });
  expect(await attemptRow(attempt)).toMatchObject({ grade: null });
  expect(await resultOf(learner, attempt)).toMatchObject({ pending: 2 });
  expect((await read(tutor, queue)).work).toMatchObject({ kind: 'answer', counts: { pending: 2 } });

  const [essay, sent] = [await submissionOf(attempt, place.essay), await submissionOf(attempt, place.file)];
  const item = await read(tutor, `/api/submissions/${essay}/marking`);
  expect(item).toMatchObject({ maxPoints: 6000, sample: guide, conversion: null, mayReturn: false });
  expect((await read(tutor, `/api/submissions/${sent}/marking`)).versions[0].files).toMatchObject([
    { name: 'acta.pdf', mediaType: 'application/pdf' },
  ]);
  await download(tutor, sent, file).expect(200);

  await giveAnswer(tutor, essay, 7000).expect(422);
  await giveAnswer(tutor, essay, 4500).expect(200);
  await publishAnswer(tutor, essay).expect(200);
  expect(await resultOf(learner, attempt)).toMatchObject({ pending: 1, grade: null });
  expect(await grade(enrolmentId)).toBeNull();
  await giveAnswer(tutor, sent, 4000).expect(200);
  await publishAnswer(tutor, sent).expect(200);

  expect(await grade(enrolmentId)).toMatchObject({ grade: 59 });
  const result = await resultOf(learner, attempt);
  expect(result).toMatchObject({ pending: 0, points: 8500, maxPoints: 10_000, grade: 59 });
  expect(result.questions.map(({ position, points }) => [position, points]).sort()).toEqual(
    [
      [place.essay, 4500],
      [place.file, 4000],
    ].sort(),
  );
  expect(await db.of(Notice).findBy({ personId: learner.id, kind: 'mark.published' })).toMatchObject([
    { path: `/intentos/${attempt}/resultado` },
  ]);
  const said = await as(learner).get(`/api/attempts/${attempt}/answers/${place.essay}/feedback`).expect(200);
  expect(said.body).toMatchObject({
    attemptId: attempt,
    publications: [{ points: 4500, maxPoints: 6000, feedback: 'Nombra tu fuente.' }],
  });
  expect(said.text).not.toContain(guide);
  for (const stranger of [await aLearner()])
    await as(stranger).get(`/api/attempts/${attempt}/answers/${place.essay}/feedback`).expect(404);
  await as(tutor).get(`/api/attempts/${attempt}/answers/${place.essay}/feedback`).expect(404);
});

it('marks again an answer that was published: its nota changes, with its cause', async () => {
  const { learner, enrolmentId, tutor } = await aWrittenRoom();
  const { attempt, place } = await answerInWriting(learner, enrolmentId);
  const essay = await submissionOf(attempt, place.essay);
  await giveAnswer(tutor, essay, 3000).expect(200);
  await publishAnswer(tutor, essay).expect(200);
  expect(await grade(enrolmentId)).toMatchObject({ grade: 25 }); // the file was left blank
  await giveAnswer(tutor, essay, 6000, { revision: 1 }).expect(200);
  await publishAnswer(tutor, essay, { revision: 2, published: 1 }).expect(200);
  expect(await grade(enrolmentId)).toMatchObject({ grade: 40 });
});

it('an attempt is opened again while an answer of it is marked: one waits for the other, and neither breaks', async () => {
  const { learner, enrolmentId, tutor } = await aWrittenRoom();
  const { attempt, place } = await answerInWriting(learner, enrolmentId);
  const essay = await submissionOf(attempt, place.essay);
  await giveAnswer(tutor, essay, 4500).expect(200);
  const other = await staff({ role: 'tutor' });
  const [published, reopened] = await heldBack('mark', () =>
    Promise.all([
      publishAnswer(tutor, essay),
      as(other).post(`/api/staff/attempts/${attempt}/reopening`).send({ minutes: 30, reason: 'Se cortó la señal' }),
    ]),
  );
  expect(reopened.status).toBe(204);
  expect([200, 404]).toContain(published.status);
  expect(await attemptRow(attempt)).toMatchObject({ submittedAt: null });
  await as(tutor).get(`/api/submissions/${essay}/marking`).expect(404);
});
