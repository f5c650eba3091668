import type { BrowserContext, Page } from 'playwright-core';
import { AttemptQuestion } from '../../api/src/assessment/attempt.entity.ts';
import { LearningEvent } from '../../api/src/progress/progress.entity.ts';
import { db, eventually } from '../support/app.ts';
import { alive, barriers, browserOf, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, enrol, type Someone, unitsOf } from '../support/campus.ts';
import { answerOn, questionOn, type Solved, solve } from '../support/right-answers.ts';

let learner: Someone;
let enrolment: string;
let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  learner = await anOfficial();
  enrolment = await enrol(learner, await anOpenEdition());
  context = await browserOf({ session: learner });
  page = await context.newPage();
});

describe('in a lesson', () => {
  let unitKey: string;
  const readings = () => db.of(LearningEvent).countBy({ enrolmentId: enrolment, unitKey, kind: 'read' });
  const mark = (tab: Page) => tab.getByRole('checkbox', { name: /Marcar como leída/ });

  const waits = (tab: Page) => tab.getByRole('main').getByText(/^\d+ por enviar$/);

  beforeEach(async () => {
    const [lesson] = await unitsOf(learner, enrolment);
    unitKey = lesson?.key ?? '';
    await visit(page, `/estudio/${enrolment}/lecciones/${unitKey}`);
    await page.getByText('Tu avance está al día').waitFor();
  });

  it('keeps here what is read without a network, says so, and sends it on its return, once', async () => {
    await context.setOffline(true);
    await page.getByText('Sin conexión').waitFor();
    await mark(page).check();
    await waits(page).waitFor();
    expect(await readings()).toBe(0);
    expect(await barriers(page)).toEqual([]);

    await context.setOffline(false);
    await page.getByText('Tu avance está al día').waitFor();
    await page.getByText('Al día', { exact: true }).waitFor();
    expect(await readings()).toBe(1);
    expect(await mark(page).isChecked()).toBe(true);
  });

  it('sends again what may not have arrived, and it counts once', async () => {
    await page.route('**/api/activity', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await mark(page).check();
    await eventually(async () => (await readings()) === 1);
    await waits(page).waitFor();
    await page.unroute('**/api/activity');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Tu avance está al día').waitFor();
    expect(await readings()).toBe(1);
  });

  it('does not lose it when the page is closed meanwhile', async () => {
    await context.setOffline(true);
    await mark(page).check();
    await waits(page).waitFor();
    await page.close();
    await context.setOffline(false);
    await visit(await context.newPage(), `/estudio/${enrolment}`);
    await eventually(async () => (await readings()) === 1);
  });
});

describe('in an attempt', () => {
  let attempt: string;
  let solved: Solved[];
  const saved = async ({ position }: Solved) =>
    (await db.of(AttemptQuestion).findOneByOrFail({ attemptId: attempt, position })).response;

  beforeEach(async () => {
    await visit(page, `/estudio/${enrolment}/evaluaciones/control-1`);
    await page.getByRole('button', { name: 'Empezar evaluación' }).click();
    await page.waitForURL(/\/intentos\//);
    await alive(page);
    attempt = page.url().split('/').at(-1) ?? '';
    solved = await solve(attempt);
  });

  it('keeps what is answered without a network, says so, and saves it on its return', async () => {
    const [first, second] = [solved[0]!, solved[1]!];
    await answerOn(page, first);
    await page.getByText(/^Guardado \d/).waitFor();

    await context.setOffline(true);
    await answerOn(page, second);
    await page.getByText('Sin guardar: se intenta de nuevo').waitFor();
    await page.getByText('No logramos guardar').waitFor();
    expect(await saved(second)).toBeNull();
    await page.getByRole('button', { name: 'Terminar', exact: true }).click();
    await page.getByRole('button', { name: 'Terminar y enviar' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Volver a las preguntas' }).click();

    await context.setOffline(false);
    await page.getByText(/^Guardado \d/).waitFor();
    expect(await saved(second)).toEqual(second.right);
  });

  it('loses nothing when the page is loaded again without a network', async () => {
    const [first] = solved as [Solved];
    await context.setOffline(true);
    await answerOn(page, first);
    await page.getByText('Sin guardar: se intenta de nuevo').waitFor();
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    await context.setOffline(false);

    await visit(page, `/intentos/${attempt}`);
    await page.getByRole('link', { name: 'Pregunta 1, respondida' }).waitFor();
    await page.getByText(/^Guardado/).waitFor();
    expect(await saved(first)).toEqual(first.right);
  });

  it('still has them after the browser broke down, and goes on in another tab', async () => {
    const [first] = solved as [Solved];
    await context.setOffline(true);
    await answerOn(page, first);
    await page.getByText('Sin guardar: se intenta de nuevo').waitFor();
    await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)]);
    await page.close();
    expect(await saved(first)).toBeNull();
    await context.setOffline(false);

    const next = await context.newPage();
    await visit(next, `/intentos/${attempt}`);
    await next.getByRole('dialog').getByRole('button', { name: 'Seguir aquí' }).click();
    await next.getByText(/^Guardado \d/).waitFor();
    await next.getByRole('link', { name: 'Pregunta 1, respondida' }).waitFor();
    expect(await saved(first)).toEqual(first.right);
  });

  it('lives in one tab at a time, and goes on in the one that is said', async () => {
    const [first, second] = [solved[0]!, solved[1]!];
    const other = await context.newPage();
    await visit(other, `/intentos/${attempt}`);
    const dialog = (tab: Page) => tab.getByRole('dialog', { name: 'Este intento está abierto en otra pestaña' });
    await dialog(other).getByRole('button', { name: 'Seguir aquí' }).click();
    await dialog(other).waitFor({ state: 'detached' });
    await answerOn(other, first);
    await other.getByText(/^Guardado \d/).waitFor();

    await answerOn(page, second);
    await dialog(page).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await saved(second)).toBeNull();
    await dialog(page).getByRole('button', { name: 'Seguir aquí' }).click();
    await page.getByText(/^Guardado \d/).waitFor();
    expect([await saved(first), await saved(second)]).toEqual([first.right, second.right]);
    await questionOn(page, second.position).waitFor();
  });
});
