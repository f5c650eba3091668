import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { SeatQuota } from '../../api/src/catalogue/edition.entity.ts';
import { Enrolment } from '../../api/src/enrolment/enrolment.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, as, db, heldBack } from '../support/app.ts';
import { aCourse, anEdition, aProgramme, inDays } from '../support/make-course.ts';
import { aGovernment, aLearner, aRegion } from '../support/make.ts';

const enrolments = ({ id }: { id: string }) => `/api/editions/${id}/enrolments`;

it('enrols whoever asks, takes a seat and writes it down', async () => {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId });
  const me = await aLearner();
  const created = await as(me).post(enrolments(edition)).expect(201);
  expect(created.body).toEqual({
    ...{ id: expect.any(String), editionId: edition.id, parentId: null, enrolledAt: expect.any(String) },
  });
  expect(await db.of(SeatQuota).findOneBy({ editionId: edition.id })).toMatchObject({ taken: 1 });
  expect(await db.of(AuditEntry).findOneBy({ subjectId: created.body.id })).toMatchObject({
    ...{ action: 'enrolment.create', actorId: me.id },
  });
  await as(me).get(`/api/enrolments/${created.body.id}`).expect(200);
});

it('gives the last seat once, however many ask at the same time', async () => {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId, seats: 1 });
  const people = await Promise.all(Array.from({ length: 8 }, () => aLearner()));
  const answers = await heldBack('enrolment', () => Promise.all(people.map((me) => as(me).post(enrolments(edition)))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('edition_full');
  expect(await db.of(Enrolment).countBy({ editionId: edition.id })).toBe(1);
});

it('takes one seat of whoever asks twice, also at the same time', async () => {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId });
  const me = await aLearner();
  const answers = await heldBack('enrolment', () =>
    Promise.all(Array.from({ length: 4 }, () => as(me).post(enrolments(edition)))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await as(me).post(enrolments(edition)).expect(409)).body.code).toBe('already_enrolled');
  expect(await db.of(SeatQuota).findOneBy({ editionId: edition.id })).toMatchObject({ taken: 1 });
});

it('keeps the seats of a region for its people', async () => {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId, seats: 1 });
  await aRegion('11', 'Aysén');
  await db.of(SeatQuota).insert({ id: newId(), editionId: edition.id, regionCut: '11', seats: 1, taken: 0 });
  const { id: institutionId } = await aGovernment('11', 'Aysén');
  const [local, otherLocal, stranger, otherStranger] = [
    await aLearner({ institutionId }),
    await aLearner({ institutionId }),
    await aLearner(),
    await aLearner(),
  ];
  await as(local).post(enrolments(edition)).expect(201);
  await as(otherLocal).post(enrolments(edition)).expect(409);
  await as(stranger).post(enrolments(edition)).expect(201);
  await as(otherStranger).post(enrolments(edition)).expect(409);
});

it.each([
  ['has not opened', { enrolFrom: inDays(1) }],
  ['has closed', { enrolUntil: inDays(-1) }],
])('refuses an edition whose enrolment %s', async (_, dates) => {
  const { versionId } = await aCourse();
  const edition = await anEdition({ courseVersionId: versionId, ...dates });
  expect(
    (
      await as(await aLearner())
        .post(enrolments(edition))
        .expect(409)
    ).body.code,
  ).toBe('enrolment_closed');
});

it('enters a programme and each of its courses at once, or none of them', async () => {
  const courses = [await aCourse(), await aCourse()];
  const { versionId } = await aProgramme(courses.map((course) => ({ course, weight: 50 })));
  const edition = await anEdition({ programmeVersionId: versionId, seats: 1 });
  const parts = [];
  for (const course of courses)
    parts.push(await anEdition({ courseVersionId: course.versionId, parentId: edition.id }));
  const [first, second] = [await aLearner(), await aLearner()];
  const { body } = await as(first).post(enrolments(edition)).expect(201);
  expect(await db.of(Enrolment).countBy({ parentId: body.id })).toBe(2);
  await as(second).post(enrolments(edition)).expect(409);
  expect(await db.of(Enrolment).countBy({ personId: second.id })).toBe(0);
  await as(second).post(enrolments(parts[0]!)).expect(404);
});

it('is closed to strangers, and knows no edition that is not there', async () => {
  await anonymous()
    .post(enrolments({ id: newId() }))
    .expect(401);
  await as(await aLearner())
    .post(enrolments({ id: newId() }))
    .expect(404);
});
