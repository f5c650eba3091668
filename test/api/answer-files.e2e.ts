import { as } from '../support/app.ts';
import { staff } from '../support/make.ts';
import { aPdf, aPicture, download, upload } from '../support/make-task.ts';
import { fileQuestion } from '../support/question-kinds.ts';
import { aStudent, begin, lease, resultOf, save, submit } from '../support/take-evaluation.ts';

type Page = { questions: { files: { id: string; name: string }[]; response: unknown }[] };

async function aFileQuestion() {
  const student = await aStudent({ pool: [fileQuestion], evaluations: [{ draw: 1 }] });
  const begun = await begin(student.learner, student.enrolmentId);
  const at = `/api/attempts/${begun.id}/answers/1/draft`;
  const { body } = await as(student.learner).post(at).expect(201);
  const answer = (files: string[], seq: number) =>
    save(student.learner, begun.id, 1, {
      ...{ lease: begun.lease, seq, response: { kind: 'file', files }, flagged: false },
    }).expect(200);
  return { ...student, ...begun, draft: body.id as string, answer };
}
const pageOf = async (me: Parameters<typeof as>[0], id: string) =>
  (await as(me).get(`/api/attempts/${id}`).expect(200)).body as Page;

it('keeps the files of an answer by name until it is sent, and then a tutor opens them', async () => {
  const { learner, edition, id, draft, answer } = await aFileQuestion();
  const map = await upload(learner, draft, 'Mapa del sector.png', aPicture);
  const wrong = await upload(learner, draft, 'Equivocado.pdf', aPdf);
  await as(learner).delete(`/api/submissions/${draft}/files/${wrong}`).expect(204);
  const report = await upload(learner, draft, 'Ficha.pdf', aPdf);
  // what has arrived is shown although the page was closed before the answer said so
  const [question] = (await pageOf(learner, id)).questions;
  expect(question).toMatchObject({ response: null, files: [{ id: map, name: 'Mapa del sector.png' }, { id: report }] });
  await answer([map, report], 1);
  await submit(learner, id).expect(204);

  const { works, pending } = await resultOf(learner, id);
  expect(pending).toBe(1);
  expect(works).toMatchObject([
    {
      ...{ position: 1, submissionId: draft, told: false, folio: expect.stringMatching(/^E-\d{4}-\d{6}$/) },
      files: [{ name: 'Mapa del sector.png' }, { name: 'Ficha.pdf' }],
    },
  ]);
  const tutor = await staff({ role: 'tutor', editionId: edition.id });
  await as(tutor).get(`/api/submissions/${draft}/marking`).expect(200);
  const { body } = await download(tutor, draft, map).expect(200);
  expect(body).toEqual(aPicture);
  const stranger = await staff({ role: 'tutor', editionId: (await aStudent()).edition.id });
  await download(stranger, draft, map).expect(404);
});

it('takes no file for an answer once its attempt has ended, nor for a question of another kind', async () => {
  const { learner, id, draft } = await aFileQuestion();
  await submit(learner, id).expect(204);
  await as(learner).post(`/api/attempts/${id}/answers/1/draft`).expect(404);
  await as(learner).delete(`/api/submissions/${draft}/files/${lease()}`).expect(404);
  const other = await aStudent();
  const begun = await begin(other.learner, other.enrolmentId);
  await as(other.learner).post(`/api/attempts/${begun.id}/answers/1/draft`).expect(404);
});
