import type { Page } from 'playwright-core';
import { TaskSetting } from '../../api/src/submission/task.entity.ts';
import { db } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { activate, arrive, press, tabTo } from '../support/by-keyboard.ts';
import { anOfficial, anOpenEdition, aTutor, enrol } from '../support/campus.ts';
import { inDays } from '../support/make-course.ts';

const unit = 'ficha-de-brechas';

/** A learner whose task has closed, and who tutors them. */
async function aClosedTask() {
  const [learner, tutor, edition] = [await anOfficial({ givenNames: 'Elena' }), await aTutor(), await anOpenEdition()];
  const enrolment = await enrol(learner, edition);
  await db.of(TaskSetting).insert({
    ...{ editionId: edition.id, unitKey: unit, opensAt: null, dueAt: inDays(-1), cutoffAt: null, late: 'refuse' },
    ...{ penalty: null, changedBy: tutor.id, changedAt: new Date() },
  });
  return { learner, tutor, edition, enrolment, task: `/estudio/${enrolment}/tareas/${unit}` };
}

/** A date and hour in its field, part by part, as the keyboard writes it. */
async function writeDate(page: Page, at: Date): Promise<void> {
  const two = (n: number) => String(n).padStart(2, '0');
  await page
    .getByLabel('Nueva fecha y hora')
    .fill(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T12:00`);
}

it('is given by keyboard, told, used by the learner, and withdrawn with a reason', async () => {
  const { learner, tutor, edition, task } = await aClosedTask();
  const hers = await pageFor({ session: learner, width: 390 });
  await visit(hers, task);
  await hers.getByText('El plazo de esta tarea terminó.').waitFor();

  const page = await pageFor({ session: tutor });
  const main = page.getByRole('main');
  await visit(page, `/gestion/ediciones/${edition.id}`);
  await activate(page, main.getByRole('link', { name: 'Plazos ampliados' }));
  await arrive(page, 'Plazos ampliados');
  await tabTo(page, page.getByLabel(/Busca a la persona/));
  await page.keyboard.type('elena');
  await press(page, 'Enter');
  await page.getByRole('radio', { name: /Elena Barría Oyarzo/ }).waitFor();

  // nothing said yet: each fault stands beside its field
  await activate(page, page.getByRole('button', { name: 'Dar plazo' }));
  await page.getByRole('alert').waitFor();
  await page.getByText('Escribe el motivo.').waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByLabel('Evaluación o tarea').selectOption(unit);
  await writeDate(page, inDays(5));
  await tabTo(page, page.getByLabel(/Motivo/));
  await page.keyboard.type('Licencia médica');
  await activate(page, page.getByRole('button', { name: 'Dar plazo' }));
  await page.getByRole('status').getByText('Plazo dado').waitFor();
  await page.getByRole('rowheader', { name: /Elena Barría Oyarzo/ }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await visit(hers, '/avisos');
  await hers
    .getByText(/Tienes más plazo en «Ficha de brechas/)
    .first()
    .waitFor();
  await visit(hers, task);
  await hers.locator('[contenteditable="true"]').waitFor();
  await hers.getByRole('textbox', { name: 'Tu texto' }).click();
  await hers.keyboard.insertText('La brecha principal es de salud y acceso. '.repeat(60));
  await hers.getByText('Borrador guardado').waitFor();
  await hers.getByRole('button', { name: 'Entregar' }).click();
  await hers.getByRole('dialog').getByRole('button', { name: 'Entregar' }).click();
  await hers.getByRole('heading', { name: 'Comprobante de entrega' }).waitFor();
  await hers.getByText('A tiempo').waitFor();

  await activate(page, main.locator('summary').filter({ hasText: 'Retirar' }));
  await tabTo(page, page.getByLabel('Por qué se retira'));
  await page.keyboard.type('Ya entregó');
  await activate(page, page.getByRole('button', { name: 'Retirar plazo' }));
  await page.getByRole('status').getByText('Plazo retirado').waitFor();
  await main.getByText(/Ya entregó/).waitFor();
});
