import { AuditEntry } from '../../api/src/audit/audit.entity.ts';
import { Credential } from '../../api/src/credential/credential.entity.ts';
import { CredentialService } from '../../api/src/credential/credential.service.ts';
import { IssueCredential } from '../../api/src/credential/issue-credential.ts';
import { Result } from '../../api/src/grade/result.entity.ts';
import { Person } from '../../api/src/identity/person.entity.ts';
import { newId } from '../../api/src/platform/id.ts';
import { anonymous, app, as, db, eventually, heldBack, startJobs, type Visitor } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment, aProgramme } from '../support/make-course.ts';
import { aGovernment, aLearner } from '../support/make.ts';
import { aStudent, take } from '../support/take-evaluation.ts';

const issue = (enrolmentId: string) => app.get(IssueCredential).issue(enrolmentId);
const verify = (code: string) => anonymous().get(`/api/verification/${encodeURIComponent(code)}`);
const complete = (enrolmentId: string, grade = 55) =>
  db.of(Result).insert({ enrolmentId, grade, completedAt: new Date('2026-11-22T15:00:00Z') });

/** A certificate as the job issues it. */
async function aCertificate() {
  const student = await aStudent();
  await complete(student.enrolmentId);
  await issue(student.enrolmentId);
  const credential = await db.of(Credential).findOneByOrFail({ enrolmentId: student.enrolmentId });
  return { ...student, credential };
}

const events = (me: Visitor, enrolmentId: string, units: string[]) =>
  as(me)
    .post('/api/activity')
    .send({
      events: units.map((unit) => ({ id: newId(), enrolmentId, unit, kind: 'read', at: new Date().toISOString() })),
    });

beforeEach(() => db.run(`delete from rate_count where key like 'verification %'`));

it('goes the whole way: reads, passes, and holds a certificate that anyone can verify', async () => {
  const { id: institutionId, name: institution } = await aGovernment();
  const { learner, enrolmentId, course } = await aStudent();
  await db.of(Person).update({ id: learner.id }, { institutionId });
  await startJobs();
  await events(learner, enrolmentId, ['leccion-1', 'leccion-2']).expect(200);
  await take(learner, enrolmentId);

  const mine = await eventually(async () => {
    const { body } = await as(learner).get('/api/certificates').expect(200);
    return (body.items as Record<string, string>[])[0];
  });
  expect(mine).toMatchObject({ kind: 'course', title: course.title, grade: 70, minutes: 600, annulled: false });
  expect(mine['folio']).toMatch(/^\d{4}-\d{6}$/);

  const { body } = await verify(mine['code'] ?? '').expect(200);
  expect(body).toMatchObject({
    state: 'valid',
    certificate: { folio: mine['folio'], personName: 'Rocío Barría Oyarzo', institution, regionStrip: 'AY' },
  });
});

it('gives the holder a PDF, and nobody else', async () => {
  const { learner, credential } = await aCertificate();
  const pdf = await as(learner).get(`/api/certificates/${credential.id}/pdf`).expect(200);
  expect(pdf.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="certificado-${credential.folio}.pdf"`,
    'cache-control': 'private, no-store',
  });
  expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');

  const other = await aLearner();
  await as(other).get(`/api/certificates/${credential.id}/pdf`).expect(404);
  expect((await as(other).get('/api/certificates').expect(200)).body.items).toEqual([]);
  await as(learner).get(`/api/certificates/${newId()}/pdf`).expect(404);
  await anonymous().get('/api/certificates').expect(401);
});

it('tells the public who and what, and no more', async () => {
  const { learner, credential } = await aCertificate();
  const { body, text } = await verify(credential.code).expect(200);
  expect(body.certificate).toEqual({
    ...{ code: credential.code, folio: credential.folio, kind: 'course', personName: 'Rocío Barría Oyarzo' },
    ...{ run: expect.stringMatching(/^\d\d\.\*\*\*\.\*\*\*-[\dK]$/), institution: null, regionStrip: null },
    ...{ title: 'Curso de prueba', minutes: 600, startedOn: expect.any(String), completedOn: '2026-11-22' },
    ...{ issuedAt: credential.issuedAt.toISOString(), annulledAt: null, replacedBy: null },
  });
  for (const secret of [String(learner.run), learner.id, credential.id, 'grade', 'ejemplo.cl'])
    expect(text).not.toContain(secret);
});

it('reads a code however it is typed', async () => {
  const { credential } = await aCertificate();
  const { code } = credential;
  const grouped = code.replace(/(.{4})(?=.)/g, '$1-');
  for (const typed of [code.toLowerCase(), grouped, ` ${grouped.replaceAll('-', ' ')} `, grouped.replaceAll('0', 'o')])
    expect((await verify(typed).expect(200)).body.state).toBe('valid');
});

it('answers a wrong code like one that nobody has', async () => {
  for (const code of ['000000000000', '12', 'UUUUUUUUUUUU', `' or 1=1 --`, '<script>'])
    expect((await verify(code).expect(200)).body).toEqual({ state: 'unknown', certificate: null });
  await verify('0'.repeat(41)).expect(422);
});

it('slows down whoever tries codes out', async () => {
  const answers = [];
  for (let i = 0; i < 31; i++) answers.push(await verify('000000000000'));
  expect(answers.slice(0, 30).every(({ status }) => status === 200)).toBe(true);
  const last = answers[30];
  expect(last?.status).toBe(429);
  expect(last?.body.code).toBe('too_many');
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
});

it('annuls, once, and says so in public without the reason', async () => {
  const { learner, credential } = await aCertificate();
  const service = app.get(CredentialService);
  await service.annul(learner, credential.id, 'Se emitió por error');
  await expect(service.annul(learner, credential.id, 'Otra vez')).rejects.toMatchObject({ code: 'not_found' });

  const { body, text } = await verify(credential.code).expect(200);
  expect(body).toMatchObject({ state: 'annulled', certificate: { annulledAt: expect.any(String) } });
  expect(text).not.toContain('por error');
  expect((await as(learner).get('/api/certificates')).body.items).toMatchObject([{ annulled: true }]);
  await as(learner).get(`/api/certificates/${credential.id}/pdf`).expect(200);
  const audit = await db.of(AuditEntry).findOneByOrFail({ subjectId: credential.id, action: 'credential.annul' });
  expect(audit).toMatchObject({ actorId: learner.id, detail: { why: 'Se emitió por error' } });
});

it('states for ever what held when it was issued', async () => {
  const { learner, credential } = await aCertificate();
  await db.of(Person).update({ id: learner.id }, { familyNames: 'Otra Persona' });
  expect((await verify(credential.code)).body.certificate.personName).toBe('Rocío Barría Oyarzo');
});

it('issues nothing for what is not complete, and once for what is', async () => {
  const { enrolmentId } = await aStudent();
  await issue(enrolmentId);
  expect(await db.of(Credential).countBy({ enrolmentId })).toBe(0);
  await complete(enrolmentId);
  await heldBack('credential', () => Promise.all(Array.from({ length: 5 }, () => issue(enrolmentId))));
  expect(await db.of(Credential).countBy({ enrolmentId })).toBe(1);
  expect(await db.of(AuditEntry).countBy({ action: 'credential.issue' })).toBe(await db.of(Credential).count());
});

it('numbers certificates without gaps and never twice, however many are issued at once', async () => {
  const enrolments: string[] = [];
  for (let i = 0; i < 8; i++) enrolments.push((await aStudent({ evaluations: [] })).enrolmentId);
  for (const enrolmentId of enrolments) await complete(enrolmentId);
  await heldBack('credential', () => Promise.all(enrolments.map(issue)));

  const all = await db.of(Credential).find();
  const numbers = all.map(({ folio }) => Number(folio.slice(5))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: all.length }, (_, i) => i + 1));
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
});

it('certifies a programme with the hours of its courses', async () => {
  const learner = await aLearner();
  const courses = [await aCourse({ minutes: 600 }), await aCourse({ minutes: 720 })];
  const { versionId } = await aProgramme(courses.map((course) => ({ course, weight: 50 })));
  const whole = await anEdition({ programmeVersionId: versionId });
  const parent = await anEnrolment(learner, whole);
  for (const { versionId: courseVersionId } of courses)
    await anEnrolment(learner, await anEdition({ courseVersionId, parentId: whole.id }), parent.id);
  await complete(parent.id, 61);
  await issue(parent.id);
  const { body } = await as(learner).get('/api/certificates').expect(200);
  expect(body.items).toMatchObject([{ kind: 'programme', title: 'Diplomado de prueba', minutes: 1320, grade: 61 }]);
});
