import type { Page } from 'playwright-core';
import { as } from '../support/app.ts';
import { barriers, browserOf, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, enrol, type Someone } from '../support/campus.ts';
import { aHeic, aPicture } from '../support/make-task.ts';

const text = 'Las familias del sector alto reciben una ronda médica al mes. '.repeat(40);

/** Types at the end of the text, whichever field is there. */
async function type(page: Page, written: string): Promise<void> {
  await page.locator('[contenteditable="true"]').waitFor();
  await page.getByRole('textbox', { name: 'Tu texto' }).click();
  await page.keyboard.insertText(written);
}
const taskOf = async (me: Someone, enrolment: string) =>
  (await as(me).get(`/api/enrolments/${enrolment}/tasks/ficha-de-brechas`).expect(200)).body;

it('is written on a phone, outlives the network, takes a file, and ends with a receipt', async () => {
  const learner = await anOfficial();
  const enrolment = await enrol(learner, await anOpenEdition());
  const context = await browserOf({ session: learner, width: 390 });
  const page = await context.newPage();
  await visit(page, `/estudio/${enrolment}/tareas/ficha-de-brechas`);
  await page.getByRole('heading', { name: /Con qué pauta se corrige, 20 puntos/ }).waitFor();
  expect(await page.getByText('Ninguna nombra una obra').count()).toBe(1);

  await context.setOffline(true);
  await type(page, text);
  await page.getByText('Guardado en este equipo').waitFor();
  await context.setOffline(false);
  await page.getByText('Borrador guardado').waitFor();
  expect((await taskOf(learner, enrolment)).draft.html).toContain('ronda médica');

  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: aHeic });
  await page
    .getByRole('alert')
    .getByText(/HEIC, un formato que no se recibe/)
    .waitFor();
  await files.setInputFiles({ name: 'mapa.png', mimeType: 'image/png', buffer: aPicture });
  await page.getByRole('button', { name: 'Quitar mapa.png' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Entregar' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '¿Entregar ahora?' });
  await dialog.getByText(/440\spalabras y 1\sarchivo/).waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Entregar' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Comprobante de entrega' }).waitFor();
  const { versions } = await taskOf(learner, enrolment);
  expect(await page.getByRole('main').innerText()).toContain(versions[0].folio);
  expect(versions[0].files).toMatchObject([{ name: 'mapa.png' }]);
  expect(await barriers(page)).toEqual([]);
});
