import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { Credential } from '../../api/src/credential/credential.entity.ts';
import { IssueCredential } from '../../api/src/credential/issue-credential.ts';
import { CompletionService } from '../../api/src/grade/completion.service.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { anonymous, app, as, db, heldBack, startJobs } from '../support/app.ts';
import { aBook, change, publish, seenBy, setRules, takeBack } from '../support/gradebook.ts';
import { aCourse, anEdition, anEnrolment, aProgramme } from '../support/make-course.ts';
import { answers, apply, graded, mend, preview, undo } from '../support/make-regrade.ts';
import { aLearner, staff } from '../support/make.ts';

/** What the jobs do, one after the other. */
async function follow(enrolmentId: string) {
  await app.get(CompletionService).check(enrolmentId);
  await app.get(IssueCredential).issue(enrolmentId);
}
const resultOf = (enrolmentId: string) => db.of(Result).findOneBy({ enrolmentId });
const certificatesOf = (enrolmentId: string) =>
  db.of(Credential).find({ where: { enrolmentId }, order: { id: 'ASC' } });
const verify = async (code: string) => (await anonymous().get(`/api/verification/${code}`).expect(200)).body;

/** Someone of a book who has passed with 5,8 and holds the certificate that says so. */
async function passed() {
  const book = await aBook();
  const [learner] = book.people;
  await publish(learner.enrolmentId, 'control', 55);
  await publish(learner.enrolmentId, 'final', 60);
  await follow(learner.enrolmentId);
  const [certificate] = await certificatesOf(learner.enrolmentId);
  return { ...book, learner, enrolmentId: learner.enrolmentId, certificate: certificate! };
}

const by = async ({ tutor, enrolmentId }: Awaited<ReturnType<typeof passed>>, grade: number) =>
  change(tutor, enrolmentId, { grade, seen: await seenBy(tutor, enrolmentId) }).expect(200);

it('brings the result up to a corrected nota, and puts another certificate in the place of the first', async () => {
  const found = await passed();
  const { learner, enrolmentId, certificate } = found;
  await by(found, 70);
  await follow(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 64 });
  expect(
    await db.of(AuditEntry).findOneByOrFail({ subjectId: enrolmentId, action: 'enrolment.correct' }),
  ).toMatchObject({
    detail: { before: 58, grade: 64 },
  });
  const [old, newer] = await certificatesOf(enrolmentId);
  expect(old).toMatchObject({ id: certificate.id, corrected: true, replacedBy: newer?.id });
  expect(newer).toMatchObject({ annulledAt: null, detail: { grade: 64 } });
  expect(await verify(certificate.code)).toMatchObject({
    ...{ state: 'replaced', certificate: { replacedBy: { code: newer?.code, folio: newer?.folio } } },
  });
  expect(await verify(newer!.code)).toMatchObject({ state: 'valid', certificate: { replacedBy: null } });
  expect((await as(learner).get('/api/certificates')).body.items).toMatchObject([
    { annulled: false, grade: 64 },
    { annulled: true, replaced: true },
  ]);
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'credential.correct' })).toBe(1);

  await follow(enrolmentId);
  expect(await certificatesOf(enrolmentId)).toHaveLength(2);
  expect(await db.of(Notice).countBy({ personId: learner.id, kind: 'credential.correct' })).toBe(1);
});

it('takes the certificate back from who passes no more, and gives another once they pass again', async () => {
  const found = await passed();
  const { tutor, enrolmentId, certificate } = found;
  await publish(enrolmentId, 'final', 42);
  await by(found, 10);
  await follow(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 40 });
  await by(found, 15);
  await setRules(found, { missing: { as: 'pending', from: null } });
  await follow(enrolmentId);
  await change(tutor, enrolmentId, { grade: 30, seen: await seenBy(tutor, enrolmentId, 'final') }, 'final').expect(200);
  await follow(enrolmentId);
  expect(await resultOf(enrolmentId)).toBeNull();
  const before = await certificatesOf(enrolmentId);
  expect(before.every(({ annulledAt }) => annulledAt)).toBe(true);
  expect(await verify(before.at(-1)!.code)).toMatchObject({ state: 'annulled' });
  expect(await db.of(AuditEntry).countBy({ subjectId: enrolmentId, action: 'enrolment.reopen' })).toBe(1);
  await follow(enrolmentId);
  expect(await certificatesOf(enrolmentId)).toHaveLength(before.length);

  await takeBack(tutor, enrolmentId, await seenBy(tutor, enrolmentId, 'final'), 'final').expect(200);
  await takeBack(tutor, enrolmentId, await seenBy(tutor, enrolmentId)).expect(200);
  await follow(enrolmentId);
  const after = await certificatesOf(enrolmentId);
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)).toMatchObject({ annulledAt: null });
  expect(await verify(before.at(-1)!.code)).toMatchObject({ state: 'replaced' });
  expect((await verify(certificate.code)).state).toBe('replaced');
});

it('issues a certificate for who comes to pass by a correction', async () => {
  const book = await aBook();
  const [{ enrolmentId }] = book.people;
  await publish(enrolmentId, 'control', 30);
  await publish(enrolmentId, 'final', 42);
  await follow(enrolmentId);
  expect(await certificatesOf(enrolmentId)).toEqual([]);
  await change(book.tutor, enrolmentId, { grade: 50, seen: await seenBy(book.tutor, enrolmentId) }).expect(200);
  await follow(enrolmentId);
  expect(await certificatesOf(enrolmentId)).toMatchObject([{ detail: { grade: 45 } }]);
});

it('leaves the result to what was tried later, and to rules changed since', async () => {
  const found = await passed();
  const { enrolmentId } = found;
  await publish(enrolmentId, 'final', 70);
  await setRules(found, { requirements: [{ of: 'item', key: 'control', least: 65, cap: 39 }] });
  await follow(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 58 });
  await by(found, 60);
  await follow(enrolmentId);
  expect(await resultOf(enrolmentId)).toMatchObject({ grade: 60 });
});

it('corrects the diplomado with its course', async () => {
  const learner = await aLearner();
  const courses = [await aCourse({ lessons: 0 }), await aCourse({ lessons: 0 })];
  const { versionId } = await aProgramme(courses.map((course) => ({ course, weight: 50 })));
  const whole = await anEdition({ programmeVersionId: versionId });
  const parent = await anEnrolment(learner, whole);
  const parts = [];
  for (const { versionId: courseVersionId } of courses)
    parts.push(await anEnrolment(learner, await anEdition({ courseVersionId, parentId: whole.id }), parent.id));
  for (const { id } of parts) {
    await publish(id, 'control', 50);
    await follow(id);
  }
  await follow(parent.id);
  expect(await resultOf(parent.id)).toMatchObject({ grade: 50 });
  const admin = await staff({ role: 'admin' });
  const one = parts[0]!.id;
  await change(admin, one, { grade: 70, seen: await seenBy(admin, one) }).expect(200);
  await follow(one);
  await follow(parent.id);
  expect(await resultOf(parent.id)).toMatchObject({ grade: 60 });
  await change(admin, one, { grade: 30, seen: await seenBy(admin, one) }).expect(200);
  await follow(one);
  await follow(parent.id);
  expect(await resultOf(parent.id)).toBeNull();
  expect((await certificatesOf(parent.id)).map(({ annulledAt }) => annulledAt === null)).toEqual([false, false]);
});

it('replaces once, however many jobs look at once', async () => {
  const found = await passed();
  await by(found, 70);
  await app.get(CompletionService).check(found.enrolmentId);
  await heldBack('credential', () =>
    Promise.all(Array.from({ length: 4 }, () => app.get(IssueCredential).issue(found.enrolmentId))),
  );
  expect(await certificatesOf(found.enrolmentId)).toHaveLength(2);
});

it('goes with a regrade and comes back with its undoing', async () => {
  await startJobs();
  const course = await aCourse({ lessons: 0 });
  const edition = await anEdition({ courseVersionId: course.versionId });
  const { enrolment } = await graded(edition, answers('wrong'));
  await follow(enrolment.id);
  const was = await resultOf(enrolment.id);
  const { questionId, versionId } = await mend(course, { kind: 'single', correct: 'a' });
  const admin = await staff({ role: 'admin' });
  const url = await preview(admin, { decision: 'version', questionId, versionId });
  await apply(admin, url);
  await follow(enrolment.id);
  expect((await resultOf(enrolment.id))!.grade).toBeGreaterThan(was!.grade);
  await undo(admin, url);
  await follow(enrolment.id);
  expect(await resultOf(enrolment.id)).toMatchObject({ grade: was!.grade });
  const all = await certificatesOf(enrolment.id);
  expect(all.map(({ annulledAt }) => annulledAt === null)).toEqual([false, false, true]);
  expect(all.map(({ replacedBy }) => replacedBy)).toEqual([all[1]!.id, all[2]!.id, null]);
});
