import { RoleGrant } from '../../api/src/identity/person.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { GradeChange, UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { Notice } from '../../api/src/notify/notice.entity.ts';
import { Submission } from '../../api/src/submission/submission.entity.ts';
import { as, db } from '../support/app.ts';
import { aTask, handIn, markAs } from '../support/hand-in.ts';
import { anEnrolment } from '../support/make-course.ts';
import { aGroup } from '../support/make-task.ts';
import { aLearner, staff } from '../support/make.ts';

/** Work of three people, who handed in as one, and somebody else's beside it. */
async function aSharedWork(rules: Parameters<typeof aTask>[0] = {}) {
  const work = await aTask({ mode: 'group', ...rules });
  const sent = await handIn(work);
  const mates = [];
  for (const familyNames of ['Mamani Choque', 'Lincoqueo Ñanco']) {
    const learner = await aLearner({ familyNames });
    mates.push({ learner, enrolment: await anEnrolment(learner, work.edition) });
  }
  const members = [{ learner: sent.learner, enrolment: sent.enrolment }, ...mates];
  const group = await aGroup(
    work.edition,
    work.unit,
    members.map(({ enrolment }) => enrolment),
  );
  await db.of(Submission).update({ id: sent.submission }, { groupId: group.id });
  const alone = await handIn(work, { familyNames: 'Sola' });
  return { work, url: sent.url, members, group, alone };
}

it('publishing the mark of a group reaches every member: nota, notice, feedback; and nobody else', async () => {
  const { work, url, members, group, alone } = await aSharedWork();
  const item = await as(work.tutor).get(`${url}/marking`).expect(200);
  expect(item.body).toMatchObject({ group: group.name });
  expect(item.body.members).toHaveLength(3);
  expect((await markAs(work.tutor, url, 1)).status).toBe(200);
  for (const { learner, enrolment } of members) {
    const enrolmentId = enrolment.id;
    expect(await db.of(UnitGrade).findOneBy({ enrolmentId, unitKey: work.unit })).toMatchObject({ grade: 51 });
    expect(await db.of(GradeChange).countBy({ enrolmentId })).toBe(1);
    const path = `/estudio/${enrolmentId}/tareas/${work.unit}/nota`;
    expect(await db.of(Notice).findBy({ personId: learner.id })).toMatchObject([{ kind: 'mark.published', path }]);
    const { body } = await as(learner).get(`/api/enrolments/${enrolmentId}/tasks/${work.unit}/feedback`).expect(200);
    expect(body.publications).toMatchObject([{ grade: 51, points: 9000 }]);
  }
  expect(await db.of(UnitGrade).countBy({ enrolmentId: alone.enrolment.id })).toBe(0);
  expect(await db.of(Notice).countBy({ personId: alone.learner.id })).toBe(0);
});

it('two marks that agree, and a correction that is asked for, reach every member too', async () => {
  const { work, url, members } = await aSharedWork({ doubleThreshold: 10 });
  const other = await staff({ role: 'tutor', editionId: work.edition.id });
  await markAs(work.tutor, url, 1);
  for (const { enrolment } of members) expect(await db.of(UnitGrade).countBy({ enrolmentId: enrolment.id })).toBe(0);
  expect((await markAs(other, url, 1)).body.outcome).toBe('published');
  for (const { enrolment } of members)
    expect(await db.of(UnitGrade).findOneBy({ enrolmentId: enrolment.id })).toMatchObject({ grade: 51 });

  const again = await aSharedWork();
  await as(again.work.tutor).post(`${again.url}/return`).send({ version: 1, note: 'Citen la fuente.' }).expect(204);
  for (const { learner } of again.members)
    expect(await db.of(Notice).findBy({ personId: learner.id })).toMatchObject([{ kind: 'submission.returned' }]);
});

it('nobody marks the work of their own group', async () => {
  const { work, url, members } = await aSharedWork();
  const tutor = members[1]!.learner;
  await db.of(RoleGrant).insert({
    ...{ id: newId(), personId: tutor.id, role: 'tutor', regionCut: null, editionId: work.edition.id },
    ...{ validFrom: new Date(0), validTo: null },
  });
  await as(tutor).put(`${url}/claim`).expect(404);
  expect((await as(tutor).get(`${url}/marking`).expect(200)).body).toMatchObject({ open: false });
  const give = { way: 'evenly', markers: [tutor.id] };
  expect((await as(work.tutor).post(`${work.queue}/allocation`).send(give).expect(200)).body).toEqual({ allocated: 1 });
});
