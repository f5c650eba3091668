import type { Page } from 'playwright-core';
import { as } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { aTask, attach, draft, handIn } from '../support/hand-in.ts';
import { aReport } from '../support/sample-files.ts';

const roomOf = ({ edition, unit }: { edition: { id: string }; unit: string }, submission: string) =>
  `/calificar/${edition.id}/${unit}/${submission}`;
const ready = (page: Page) => page.locator('fieldset.criterion:not([disabled])').first().waitFor();
/** Until a page of a PDF is drawn. */
const drawn = (page: Page, name: RegExp) =>
  page.getByRole('img', { name }).and(page.locator('canvas[aria-busy=false]')).waitFor();
const saved = (page: Page) => page.getByText('Borrador guardado').waitFor({ state: 'attached' });

/** How much of the upper part of the page, where its title stands, is ink. */
const ink = (page: Page) =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, Math.round(canvas.height * 0.14));
    return data.filter((value, i) => i % 4 === 0 && value < 100).length;
  });

/** Draws from one place to another, in shares of what is shown. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = (await page.locator('.area-view > svg').boundingBox())!;
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

it('a PDF is read page by page, with comments on areas drawn by pointer and by keyboard, which its learner sees', async () => {
  const work = await aTask();
  const { submission, learner, enrolment, url } = await handIn(work);
  const script = 'app.alert("corre"); this.print();';
  await attach(submission, learner.id, 'acta.pdf', { bytes: aReport({ script }) });
  const page = await pageFor({ session: work.tutor });
  await visit(page, roomOf(work, submission));
  await ready(page);
  await page.getByRole('button', { name: 'Ver acta.pdf' }).click();
  await drawn(page, /acta\.pdf\. Página 1 de 3/);
  expect(await ink(page)).toBeGreaterThan(500); // letters of a font that the file does not bring

  await page.locator('.file-sheet').scrollIntoViewIfNeeded();
  await drag(page, [0.1, 0.1], [0.5, 0.2]);
  await page.getByLabel('Comentario nuevo').fill('¿De qué año es?');
  await page.getByRole('button', { name: 'Comentar', exact: true }).click();
  await page.getByRole('note', { name: 'Comentario 1' }).waitFor();

  await page.getByRole('button', { name: 'Página siguiente' }).focus();
  await page.keyboard.press('Enter');
  await drawn(page, /Página 2 de 3/);
  expect(await page.locator('.area-view rect').count()).toBe(0);
  await page.getByText('Comentar un área con números').focus();
  for (const key of ['Enter', 'Tab', '2', '0', 'Enter']) await page.keyboard.press(key);
  await page.getByLabel('Comentario nuevo').waitFor();
  await page.keyboard.type('Cita la fuente.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('note', { name: 'Comentario 2' }).waitFor();
  await saved(page);

  await page.getByRole('radio', { name: '200 %' }).check({ force: true });
  await drawn(page, /Página 2 de 3/);
  expect(await page.locator('.area-view rect').count()).toBe(1);
  await page.getByRole('button', { name: 'Página anterior' }).click();
  await drawn(page, /Página 1 de 3/);
  expect(await page.locator('.area-view rect').first().getAttribute('x')).toMatch(/^10(\.\d)?%$/);
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Editar el comentario 1' }).click();
  await page.getByLabel('Comentario nuevo').fill('¿De qué año es el dato?');
  await page.keyboard.press('Control+Enter');
  await page.getByText('¿De qué año es el dato?').waitFor();
  await saved(page);
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Ver acta.pdf' }).click();
  await page.getByText('¿De qué año es el dato?').waitFor();

  const { body } = await as(work.tutor).get(`${url}/marking`).expect(200);
  const { annotations } = body.mark as { annotations: { anchor: { page: number } }[] };
  expect(annotations.map(({ anchor }) => anchor.page).sort()).toEqual([1, 2]);
  const given = await as(work.tutor)
    .put(`${url}/mark`)
    .send(draft(1, { annotations, revision: body.mark.revision }))
    .expect(200);
  await as(work.tutor)
    .post(`${url}/publication`)
    .send({ version: 1, revision: given.body.revision, published: 0 })
    .expect(200);

  const reader = await pageFor({ session: learner, width: 390 });
  await visit(reader, `/estudio/${enrolment.id}/tareas/ficha/nota`);
  await reader.getByText('¿De qué año es el dato?').waitFor();
  await reader.getByRole('button', { name: 'Ver acta.pdf' }).click();
  await drawn(reader, /Página 1 de 3/);
  expect(await reader.locator('.area-view rect').count()).toBe(1);
  await reader.getByRole('button', { name: /ver el comentario 2/ }).click();
  await drawn(reader, /Página 2 de 3/);
  expect(await reader.locator('.area-view rect').count()).toBe(1);
  expect(await barriers(reader)).toEqual([]);
});

it('of a long PDF only what its open page needs is fetched', async () => {
  const work = await aTask();
  const { submission, learner } = await handIn(work);
  const bytes = aReport({ pages: 60 }, 250_000);
  await attach(submission, learner.id, 'informe.pdf', { bytes });
  const page = await pageFor({ session: work.tutor });
  let fetched = 0;
  page.on('response', (response) => {
    if (response.url().includes('/files/') && response.status() === 206)
      fetched += Number(response.headers()['content-length']);
  });
  await visit(page, roomOf(work, submission));
  await page.getByRole('button', { name: 'Ver informe.pdf' }).click();
  await drawn(page, /Página 1 de 60/);
  expect(fetched).toBeGreaterThan(0);
  expect(fetched).toBeLessThan(bytes.length / 3);
});

it('a photo is commented with a finger on a phone; what could run something is only downloaded', async () => {
  const work = await aTask();
  const { submission, learner } = await handIn(work);
  const page = await pageFor({ session: work.tutor, width: 390 });
  await visit(page, '/ayuda');
  const photo = await page.screenshot({ type: 'jpeg' });
  const add = (name: string, mediaType: string, bytes: Buffer) =>
    attach(submission, learner.id, name, { mediaType, bytes });
  await add('foto.jpg', 'image/jpeg', photo);
  await add('dibujo.svg', 'image/svg+xml', Buffer.from('<svg onload="alert(1)"/>'));
  const html = await add('pagina.html', 'text/html', Buffer.from('<script>alert(1)</script>'));
  await add('rota.pdf', 'application/pdf', Buffer.from('%PDF-1.4 nada'));
  await visit(page, roomOf(work, submission));
  await page.getByRole('button', { name: 'Ver foto.jpg' }).click();
  const image = page.getByRole('img', { name: 'Imagen foto.jpg' });
  await image.waitFor();
  expect(await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(390);
  await page.getByRole('button', { name: 'Marcar un área' }).click();
  await image.scrollIntoViewIfNeeded();
  await drag(page, [0.1, 0.1], [0.6, 0.3]);
  await page.getByLabel('Comentario nuevo').fill('Aquí falta la fecha.');
  await page.getByRole('button', { name: 'Comentar', exact: true }).click();
  await page.getByRole('note', { name: 'Comentario 1' }).waitFor();
  await saved(page);
  expect(await barriers(page)).toEqual([]);
  for (const name of ['dibujo.svg', 'pagina.html']) {
    expect(await page.getByRole('button', { name: `Ver ${name}` }).count()).toBe(0);
    await page.getByRole('link', { name: `Descargar ${name}` }).waitFor();
  }
  const { headers } = await as(work.tutor).get(`/api/submissions/${submission}/files/${html}`).expect(200);
  expect(headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-security-policy': "sandbox; default-src 'none'",
  });
  await page.getByRole('button', { name: 'Ver rota.pdf' }).click();
  await page.getByRole('alert').getByText('No pudimos mostrar este archivo').waitFor();
});
