import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from '../../api/src/submission/submission.entity.ts';
import type { Task } from '../../api/src/submission/task.entity.ts';
import { UploadService } from '../../api/src/submission/upload.service.ts';
import { anonymous, app, as, db } from '../support/app.ts';
import { aCourse, anEdition, anEnrolment } from '../support/make-course.ts';
import { aGovernment, aLearner, staff } from '../support/make.ts';
import {
  aGroup,
  aHeic,
  announce,
  aPdf,
  aPicture,
  askOffset,
  aTask,
  download,
  sendPiece,
  upload,
  write,
} from '../support/make-task.ts';

async function aDraft(rules: Partial<Task> = {}) {
  const course = await aCourse();
  await aTask(course, rules);
  const edition = await anEdition({ courseVersionId: course.versionId });
  const { id: institutionId } = await aGovernment('11', 'Aysén');
  const learner = await aLearner({ institutionId });
  const enrolment = await anEnrolment(learner, edition);
  if (rules.mode === 'group') await aGroup(edition, 'tarea', [enrolment]);
  const url = `/api/enrolments/${enrolment.id}/tasks/tarea`;
  const { body } = await as(learner).post(`${url}/draft`).expect(201);
  return { edition, learner, enrolment, url, submission: body.id as string };
}
const arriving = () => readdir(join(process.env['DATA_DIR'] ?? '', 'uploads')).catch(() => [] as string[]);

it('takes a file in pieces, goes on where it stopped, and knows it by its hash', async () => {
  const { learner, url, submission } = await aDraft();
  const half = Math.floor(aPdf.length / 2);
  const announced = await announce(learner, submission, 'Ficha de brechas.pdf', aPdf.length).expect(201);
  const address = announced.headers['location'] ?? '';
  expect(address).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
  await sendPiece(learner, address, 0, aPdf.subarray(0, half)).expect(204);
  // the network was lost; whoever comes back asks how far it got
  const asked = await askOffset(learner, address).expect(200);
  expect(asked.headers['upload-offset']).toBe(String(half));
  await sendPiece(learner, address, 0, aPdf.subarray(half)).expect(409);
  await sendPiece(learner, address, half, aPdf.subarray(half)).expect(204);
  const { body } = await as(learner).get(url).expect(200);
  expect(body.draft.files).toMatchObject([
    {
      name: 'Ficha de brechas.pdf',
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(aPdf).digest('hex'),
    },
  ]);
  expect(await arriving()).toEqual([]);
});

it.each([
  ['a photo in HEIC', 'IMG_1.HEIC', aHeic, 'heic_file'],
  ['a photo in HEIC that is called JPEG', 'foto.jpg', aHeic, 'heic_file'],
  ['a program that is called PDF', 'ficha.pdf', Buffer.from(`MZ${'x'.repeat(100)}`), 'file_misfit'],
  ['a picture that is called PDF', 'ficha.pdf', aPicture, 'file_misfit'],
  ['what the rule does not name', 'ficha.html', Buffer.from('<script>'), 'wrong_file_type'],
])('refuses %s, and keeps nothing of it', async (_, name, bytes, code) => {
  const { learner, url, submission } = await aDraft();
  const announced = await announce(learner, submission, name, bytes.length);
  const refused =
    announced.status === 201 ? await sendPiece(learner, announced.headers['location'] ?? '', 0, bytes) : announced;
  expect(refused.status).toBe(422);
  expect(JSON.parse(refused.text)).toMatchObject({ code });
  const { body } = await as(learner).get(url).expect(200);
  expect(body.draft.files).toEqual([]);
  expect(await db.of(Upload).countBy({ submissionId: submission })).toBe(0);
});

it('refuses what is too large or too many, also when they arrive at once', async () => {
  const { learner, submission } = await aDraft({ maxFiles: 2, maxBytes: 500 });
  await announce(learner, submission, 'grande.pdf', 501).expect(413);
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => announce(learner, submission, `${name}.pdf`, 50)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  await announce(learner, submission, 'x.pdf', 0).expect(400);
});

it('is only for whoever began it, from our own page, and never hands the file out', async () => {
  const { learner, submission } = await aDraft();
  const other = await aLearner();
  await announce(other, submission, 'a.pdf', 10).expect(404);
  const announced = await announce(learner, submission, 'a.pdf', aPdf.length).expect(201);
  const address = announced.headers['location'] ?? '';
  await sendPiece(other, address, 0, aPdf).expect(404);
  await askOffset(other, address).expect(404);
  await anonymous().post('/api/uploads').set({ 'tus-resumable': '1.0.0', 'upload-length': '5' }).expect(401);
  await announce(learner, submission, 'a.pdf', 10).set('sec-fetch-site', 'cross-site').expect(403);
  await as(learner).get(address).expect(404);
  await sendPiece(learner, address, 0, Buffer.alloc(2_000_000)).expect(413);
});

it('throws away what did not arrive within a day, and what is taken back', async () => {
  const { learner, submission } = await aDraft();
  const announced = await announce(learner, submission, 'a.pdf', aPdf.length).expect(201);
  const id = announced.headers['location']?.split('/').at(-1) ?? '';
  expect((await arriving()).some((name) => name.startsWith(id))).toBe(true);
  await app.get(UploadService).cancel(id);
  await app.get(UploadService).cancel(id);
  expect((await arriving()).some((name) => name.startsWith(id))).toBe(false);
  expect(await db.of(Upload).existsBy({ id })).toBe(false);
});

it('serves a file as a download in which nothing runs', async () => {
  const { learner, submission } = await aDraft();
  const file = await upload(learner, submission, 'Ñandú 1.pdf', aPdf);
  const { headers, body } = await download(learner, submission, file).expect(200);
  expect(Buffer.compare(body as Buffer, aPdf)).toBe(0);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="_and_ 1.pdf"; filename*=UTF-8''%C3%91and%C3%BA%201.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});

it('serves a part of a file, and all of it where no part is meant', async () => {
  const { learner, submission } = await aDraft();
  const file = await upload(learner, submission, 'acta.pdf', aPdf);
  const part = await download(learner, submission, file).set('range', 'bytes=5-9').expect(206);
  expect((part.body as Buffer).equals(aPdf.subarray(5, 10))).toBe(true);
  expect(part.headers).toMatchObject({ 'content-range': `bytes 5-9/${aPdf.length}`, 'content-length': '5' });
  await download(learner, submission, file).set('range', `bytes=${aPdf.length}-`).expect(200);
});

it('gives a file to its owner, their group, and those in scope; a draft to no tutor', async () => {
  const { learner, enrolment, edition, url, submission } = await aDraft({ mode: 'group' });
  const file = await upload(learner, submission, 'ficha.pdf', aPdf);
  const [tutor, everyTutor] = [await staff({ role: 'tutor', editionId: edition.id }), await staff({ role: 'tutor' })];
  const [here, elsewhere] = [
    await staff({ role: 'coordinator', regionCut: '11' }),
    await staff({ role: 'coordinator', regionCut: '16' }),
  ];
  const otherTutor = await staff({ role: 'tutor', editionId: (await aDraft()).edition.id });
  const author = await staff({ role: 'author' });
  await download(tutor, submission, file).expect(404);

  const seq = await write(learner, enrolment.id, '<p>Va</p>');
  await as(learner).post(`${url}/submission`).send({ seq }).expect(201);
  for (const reader of [learner, tutor, everyTutor, here]) await download(reader, submission, file).expect(200);
  for (const stranger of [otherTutor, elsewhere, author, await aLearner()])
    await download(stranger, submission, file).expect(404);
  await download(null, submission, file).expect(401);
  const other = await aDraft();
  await download(other.learner, other.submission, file).expect(404);
});

it('takes a file away while it is of the draft, and never once it is sent', async () => {
  const { learner, enrolment, url, submission } = await aDraft();
  const first = await upload(learner, submission, 'a.pdf', aPdf);
  const second = await upload(learner, submission, 'b.pdf', aPdf);
  await as(await aLearner())
    .delete(`/api/submissions/${submission}/files/${first}`)
    .expect(404);
  await as(learner).delete(`/api/submissions/${submission}/files/${first}`).expect(204);
  await download(learner, submission, first).expect(404);
  await download(learner, submission, second).expect(200); // the same bytes
  const seq = await write(learner, enrolment.id, '<p>Va</p>');
  await as(learner).post(`${url}/submission`).send({ seq }).expect(201);
  await as(learner).delete(`/api/submissions/${submission}/files/${second}`).expect(404);
  const { body } = await as(learner).get(url).expect(200);
  expect(body.versions[0].files).toMatchObject([{ name: 'b.pdf' }]);
  expect(body.draft.files).toEqual([]);
});

it('brings the files of the last version back into the draft when another is asked for', async () => {
  const { edition, learner, url, submission } = await aDraft();
  const tutor = await staff({ role: 'tutor', editionId: edition.id });
  const [kept, dropped] = [
    await upload(learner, submission, 'ficha.pdf', aPdf),
    await upload(learner, submission, 'foto.png', aPicture),
  ];
  await as(learner).post(`${url}/submission`).send({ seq: 0 }).expect(201);
  const note = 'Falta la fuente.';
  await as(tutor).post(`/api/submissions/${submission}/return`).send({ version: 1, note }).expect(204);
  const seen = async () => (await as(learner).get(url).expect(200)).body;
  const files = (await seen()).draft.files as { id: string; name: string }[];
  expect(files.map(({ name }) => name)).toEqual(['ficha.pdf', 'foto.png']);
  // what is taken away now stays with the version that was sent
  const photo = files.find(({ name }) => name === 'foto.png')!.id;
  await as(learner).delete(`/api/submissions/${submission}/files/${photo}`).expect(204);
  await download(tutor, submission, dropped).expect(200);
  await as(learner).post(`${url}/submission`).send({ seq: 0 }).expect(201);
  const [second, first] = (await seen()).versions;
  expect(second.files).toMatchObject([{ name: 'ficha.pdf' }]);
  expect(first.files).toMatchObject([{ id: kept }, { id: dropped }]);
});
