import { db, eventually, startJobs } from '../support/app.ts';
import { pageFor, visit } from '../support/browser.ts';
import { UnitGrade } from '../../api/src/ledger/grade-change.entity.ts';
import { signedIn, staff } from '../support/make.ts';
import { aMistake, answers } from '../support/make-regrade.ts';

beforeAll(() => startJobs());

it('leads a tutor from a bad question to notas counted anew, and back', async () => {
  const { edition, people } = await aMistake(
    Array.from({ length: 12 }, (_, i) => (i < 8 ? answers('wrong') : answers('right', 'wrong'))),
  );
  const [first] = people;
  const page = await pageFor({ session: await staff({ role: 'tutor', editionId: edition.id }) });
  await visit(page, `/notas/analisis/${edition.id}/control`);
  await page.getByText('Revísala: la aciertan más quienes tienen menor puntaje.').waitFor();
  await page.getByRole('link', { name: 'Simular notas sin ella' }).click();
  await page.getByRole('heading', { level: 1, name: 'Simular un recálculo' }).waitFor();
  await page.getByRole('button', { name: 'Simular recálculo' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('radio', { name: /Corregir con la versión nueva/ }).check();
  await page.getByLabel('Motivo (obligatorio)').fill('La clave estaba mal.');
  await page.getByRole('button', { name: 'Simular recálculo' }).click();
  await page.getByRole('button', { name: 'Aplicar y avisar a 8 personas' }).click();
  const notaOf = async () => (await db.of(UnitGrade).findOneByOrFail({ enrolmentId: first!.enrolment.id })).grade;
  await eventually(async () => (await notaOf()) === 70);
  await page.reload();
  await page.getByRole('button', { name: 'Deshacer el recálculo' }).waitFor();

  const learner = await pageFor({ session: await signedIn(first!.person), width: 390 });
  await visit(learner, '/avisos');
  await learner.getByText('Tu nota de «Control del módulo» pasó de 6,3 a 7,0.', { exact: false }).first().waitFor();

  await page.getByRole('button', { name: 'Deshacer el recálculo' }).click();
  await eventually(async () => (await notaOf()) === 63);
  await page.reload();
  await page.getByText('Deshecho', { exact: false }).first().waitFor();
});
