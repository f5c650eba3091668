import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { EvaluationSlot } from '../../api/src/assessment/evaluation.entity.ts';
import { maskRun } from '../../api/src/identity/run.policy.ts';
import { app, db, eventually, startJobs } from '../support/app.ts';
import { alive, browserOf, pageFor, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, gradeTask, password, readingOf, unitsOf } from '../support/campus.ts';
import { answerOn, questionOn, solve, takeRightly } from '../support/right-answers.ts';

beforeAll(async () => {
  await anOpenEdition();
  // so that each kind of question is met for sure, whatever is drawn
  await db.of(EvaluationSlot).update({ unitKey: 'control-1' }, { draw: 100 });
  await startJobs();
});

const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** From the front page into the course, signing in on the way. Answers the enrolment. */
async function join(page: Page, run: string): Promise<string> {
  await visit(page, '/');
  await link(page, 'Ver la oferta de formación').click();
  await heading(page, 'Oferta de formación').waitFor();
  await link(page, `Ver e inscribirte en ${course.title}`).click();
  await heading(page, course.title).waitFor();
  await link(page, 'Ingresar para inscribirte').click();
  await page.getByLabel('RUN').fill(run);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Ingresar con contraseña' }).click();
  await heading(page, course.title).waitFor();
  await page.getByRole('button', { name: 'Inscribirte' }).click();
  await page.getByRole('heading', { name: 'Tu nota' }).waitFor();
  return /\/estudio\/([\w-]+)$/.exec(page.url())?.[1] ?? '';
}

/** Marks the lesson on the page as read, and waits until that has arrived. */
async function markAsRead(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /Marcar como leída/ }).check();
  await page.getByText('Tu avance está al día').waitFor();
}

async function solveSelfCheck(page: Page): Promise<void> {
  const check = page.locator('[data-self-check]').first();
  const comment = check.getByRole('status');
  await check.getByRole('button', { name: 'Comprobar' }).click();
  expect(await comment.innerText()).toBe('Elige una alternativa.');
  await check.getByRole('radio', { name: 'El aislamiento.' }).check();
  await check.getByRole('button', { name: 'Comprobar' }).click();
  expect(await comment.innerText()).toContain('Todavía no');
  await check.getByRole('radio', { name: 'La menor rentabilidad social.' }).check();
  await check.getByRole('button', { name: 'Comprobar' }).click();
  expect(await comment.innerText()).toContain('Correcto');
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Agregar apunte' }).click();
  await page.getByLabel('Tu apunte').fill(text);
  await page.getByRole('button', { name: 'Guardar apunte' }).click();
  await page.getByRole('listitem').filter({ hasText: text }).waitFor();
  await page.getByText('Guardando…').waitFor({ state: 'detached' });
}

/** Takes the evaluation whose rules are on the page, every answer given by mouse and right. */
async function takeByMouse(page: Page): Promise<Set<string>> {
  await page.getByRole('button', { name: 'Empezar evaluación' }).click();
  await page.waitForURL(/\/intentos\/[\w-]+$/);
  await alive(page);
  const solved = await solve(page.url().split('/').at(-1) ?? '');
  for (const each of solved) await answerOn(page, each);
  await page.getByText(/^Guardado \d/).waitFor();
  await page.getByRole('button', { name: 'Terminar', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '¿Terminar la evaluación?' });
  expect(await dialog.innerText()).toMatch(/Sin responder\s+Ninguna/);
  await dialog.getByRole('button', { name: 'Terminar y enviar' }).click();
  await heading(page, /^Resultado de/).waitFor();
  return new Set(solved.map(({ kind }) => kind));
}

it('leads a newcomer from the front page to a certificate that anyone can verify', async () => {
  const { written, run, ...me } = await anOfficial({ givenNames: 'Elena', familyNames: 'Huanca Ñancucheo' });
  const page = await pageFor();
  const enrolment = await join(page, written);
  const units = await unitsOf(me, enrolment);
  const lessons = units.filter(({ kind }) => kind === 'lesson');

  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Inicio' }).click();
  await heading(page, /, Elena$/).waitFor();
  await link(page, 'Empezar a leer').click();

  for (const [i, { title }] of lessons.slice(0, 3).entries()) {
    await heading(page, title).waitFor();
    if (i === 0) {
      await solveSelfCheck(page);
      await writeNote(page, 'Preguntar en la mesa técnica por el camino de Villa O’Higgins.');
    }
    await markAsRead(page);
    await link(page, /^Ir a «/).click();
  }
  await heading(page, 'Control del módulo 1').waitFor();
  expect(await page.getByText('60 % del puntaje da la nota 4,0').count()).toBe(1);
  expect((await takeByMouse(page)).size).toBe(6);
  expect(await page.getByLabel('Nota', { exact: true }).innerText()).toBe('7,0');

  await link(page, 'Cómo se calculó tu nota').click();
  await heading(page, 'Cómo se calculó tu nota').waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/Fijamos el corte[\s\S]*Redondeamos a un decimal/);

  const events = lessons.slice(3).map(({ key }) => readingOf(enrolment, key));
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/activity', { method: 'POST', headers, body })).status;
  }, JSON.stringify({ events }));
  expect(status).toBe(200);
  const evaluations = units.filter(({ kind }) => kind === 'evaluation');
  for (const { key } of evaluations.slice(1, -1)) await takeRightly(me, enrolment, key);
  await gradeTask(enrolment, 'ficha-de-brechas');
  await visit(page, `/estudio/${enrolment}/evaluaciones/${evaluations.at(-1)?.key ?? ''}`);
  await takeByMouse(page);

  await eventually(async () => {
    await visit(page, `/estudio/${enrolment}`);
    return page.getByText('Tu certificado está listo').isVisible();
  });
  await visit(page, '/certificados');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    link(page, `Descargar certificado · PDF de ${course.title}`).click(),
  ]);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);

  const address = await link(page, `Ver su página pública: ${course.title}`).getAttribute('href');
  const stranger = await pageFor();
  await visit(stranger, address ?? '');
  await heading(stranger, 'Certificado vigente').waitFor();
  const sheet = await stranger.getByRole('article', { name: 'Certificado' }).innerText();
  expect(sheet).toContain('Elena Huanca Ñancucheo');
  expect(sheet).toContain(maskRun(run));
  expect(sheet).not.toContain(written);
});

it('does on a phone what matters most: joining, reading, answering', async () => {
  const { written, ...me } = await anOfficial();
  const context = await browserOf({ width: 390 });
  const page = await context.newPage();
  const enrolment = await join(page, written);

  await link(page, /^Empezar con «/).click();
  await page.getByRole('checkbox', { name: /Marcar como leída/ }).waitFor();
  await markAsRead(page);
  await visit(page, `/estudio/${enrolment}`);
  expect(await page.getByText('1 de 9 lecciones leídas').count()).toBe(1);

  await visit(page, `/estudio/${enrolment}/evaluaciones/control-1`);
  await page.getByRole('button', { name: 'Empezar evaluación' }).click();
  await page.waitForURL(/\/intentos\//);
  await alive(page);
  const solved = await solve(page.url().split('/').at(-1) ?? '');
  for (const kind of ['single', 'matching', 'ordering']) {
    const [question] = solved.filter((each) => each.kind === kind);
    if (question) await answerOn(page, question);
  }
  await page.getByText(/^Guardado \d/).waitFor();

  // another device goes on where this one stopped
  const { id } = await page.evaluate(() => ({ id: location.pathname.split('/').at(-1) ?? '' }));
  const desk = await pageFor({ session: me });
  await visit(desk, `/estudio/${enrolment}/evaluaciones/control-1`);
  await desk.getByRole('button', { name: 'Continuar intento' }).click();
  await desk.waitForURL(`${await app.getUrl()}/intentos/${id}`);
  await alive(desk);
  const [first] = solved.filter(({ kind }) => kind === 'single');
  await desk.getByRole('link', { name: `Pregunta ${first?.position ?? 0}, respondida` }).click();
  const chosen = questionOn(desk, first?.position ?? 0).getByRole('radio', { checked: true });
  await chosen.waitFor();
  expect(await chosen.count()).toBe(1);
});
