import type { Page } from 'playwright-core';
import { MarkPublication } from '../../api/src/marking/marking.entity.ts';
import { db } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { aTask, handIn } from '../support/hand-in.ts';
import { inDays } from '../support/make-course.ts';

const room = ({ edition, unit }: { edition: { id: string }; unit: string }) => `/calificar/${edition.id}/${unit}`;

/** A task with some work handed in, the oldest first. */
async function aQueue(people: number) {
  const work = await aTask();
  const names = ['Mamani Choque', 'Quilodrán Vera', 'Barría Oyarzo', 'Lincoqueo Ñanco', 'Echeverría Rojas'];
  const sent = [];
  for (const [i, familyNames] of names.slice(0, people).entries())
    sent.push(await handIn(work, { familyNames, submittedAt: inDays(i - 6), region: i % 2 ? '10' : '11' }));
  return { ...work, sent };
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const saved = (page: Page) => page.getByText('Borrador guardado').waitFor();

it('a tutor marks three in a row by keyboard alone, and a learner reads it', async () => {
  const work = await aQueue(3);
  const page = await pageFor({ session: work.tutor });
  await visit(page, room(work));
  await page.getByRole('link', { name: /Mamani Choque/ }).focus();
  await press(page, 'Enter');
  for (const name of ['Mamani Choque', 'Quilodrán Vera', 'Barría Oyarzo']) {
    await page.locator('#submission + .meta', { hasText: name }).waitFor();
    await page.locator('fieldset.criterion:not([disabled])').first().waitFor();
    await press(page, '3', '4', '2');
    await page.locator('.total output', { hasText: '5,1' }).waitFor();
    await press(page, 'Control+Enter');
    await page.getByText(`Publicaste 5,1 a Rocío ${name}.`).waitFor();
  }
  expect(await db.of(MarkPublication).countBy({ actorId: work.tutor.id })).toBe(3);
  const [first] = work.sent;
  const reader = await pageFor({ session: first!.learner, width: 390 });
  await visit(reader, `/estudio/${first!.enrolment.id}/tareas/ficha/nota`);
  await reader.getByLabel('Tu nota', { exact: true }).filter({ hasText: '5,1' }).waitFor();
  await reader.getByText('Sumaste 9 de 12 puntos.').waitFor();
  expect(await barriers(reader)).toEqual([]);
});

it('comments a sentence by keyboard and a selection by mouse; both are there again, and letters in a field are letters', async () => {
  const work = await aQueue(1);
  const page = await pageFor({ session: work.tutor });
  await visit(page, `${room(work)}/${work.sent[0]!.submission}`);
  await page.locator('fieldset.criterion:not([disabled])').first().waitFor();
  await press(page, 'c', 'ArrowDown', 'Tab', 'Enter');
  await page.getByLabel('Comentario nuevo').waitFor();
  await page.keyboard.type('¿Cuántos días al año? jkc?');
  await press(page, 'Control+Enter');
  await page.getByRole('note', { name: 'Comentario 1' }).waitFor();
  await page.evaluate(() => {
    const words = document.createTreeWalker(document.querySelector('[data-block] em')!, NodeFilter.SHOW_TEXT);
    const text = words.nextNode()!;
    getSelection()!.setBaseAndExtent(text, 0, text, 9);
  });
  await press(page, 'c');
  await page.getByLabel('Comentario nuevo').fill('Di cuál.');
  await page.getByRole('button', { name: 'Comentar', exact: true }).click();
  await page.getByRole('note', { name: 'Comentario 2' }).waitFor();
  await saved(page);
  const marked = () => page.locator('[data-block]').evaluateAll((blocks) => blocks.map((block) => block.innerHTML));
  const before = await marked();
  expect(before[0]).toContain('<mark>el camino</mark>');
  await page.reload();
  await page.getByRole('note', { name: 'Comentario 2' }).waitFor();
  expect(await marked()).toEqual(before);
  await press(page, '?');
  await page.getByRole('dialog', { name: 'Atajos del teclado' }).waitFor();
  await press(page, 'Escape');
});

it('at 390 px, and with the network cut while writing: the draft stays here and is sent on return', async () => {
  const work = await aQueue(2);
  const page = await pageFor({ session: work.tutor, width: 390 });
  await visit(page, room(work));
  await page.getByRole('link', { name: /Mamani Choque/ }).click();
  await page.locator('#submission').waitFor();
  await page.getByRole('radio', { name: 'Pauta' }).check();
  await page.locator('fieldset.criterion:not([disabled])').first().waitFor();
  await page.context().setOffline(true);
  await page
    .getByRole('radio', { name: /^4 puntos/ })
    .first()
    .check({ force: true });
  await page.getByLabel('Retroalimentación general').fill('Escrito sin señal.');
  await page.getByText('Guardado en este equipo').waitFor();
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await page.getByRole('radio', { name: 'Pauta' }).check();
  expect(await page.getByLabel('Retroalimentación general').inputValue()).toBe('Escrito sin señal.');
  expect(await barriers(page)).toEqual([]);
});
