import type { Locator, Page } from 'playwright-core';
import { EvaluationSlot } from '../../api/src/assessment/evaluation.entity.ts';
import { db } from '../support/app.ts';
import { alive, barriers, pageFor, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, password } from '../support/campus.ts';
import { placesIn, questionOn, type Solved, solve, type Told } from '../support/right-answers.ts';

beforeAll(async () => {
  await anOpenEdition();
  await db.of(EvaluationSlot).update({ unitKey: 'control-1' }, { draw: 100 });
});

const press = (page: Page, key: string) => page.keyboard.press(key);
const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether what has the focus shows it: an outline, of its own or of the row that it stands in, within the window. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true;
    const { top, bottom } = focused.getBoundingClientRect();
    const outlined = [focused, focused.parentElement, focused.parentElement?.parentElement].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    return outlined && bottom > 0 && top < innerHeight ? true : focused.outerHTML.slice(0, 160);
  });

/** Goes on with the Tab key until `target` has the focus; everything on the way must show that it has it. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    await press(page, key);
    expect(await showsFocus(page)).toBe(true);
    if (await isFocused(target)) return;
  }
  throw new Error(`The Tab key never came to ${String(target)}`);
}

/** Which way `target` lies from what has the focus. */
const wayTo = (target: Locator) =>
  target.evaluate((element) => {
    const { activeElement: here } = document;
    const after = !here || here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return after ? 'Tab' : 'Shift+Tab';
  });

async function activate(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await press(page, key);
}

/** Waits for a page, whose heading must have taken the focus. */
async function arrive(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await isFocused(heading)).toBe(true);
}

const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Chooses an entry of a list with the arrows, as it is done without opening the list. */
async function pair(page: Page, question: Locator, [name, partner]: [string, string]): Promise<void> {
  const list = question.getByRole('combobox', { name, exact: true });
  if (!(await isFocused(list))) await tabTo(page, list, await wayTo(list));
  const labels = await list.getByRole('option', { includeHidden: true }).allInnerTexts();
  for (let at = 0; at < labels.findIndex((text) => text.trim() === partner); at++) await press(page, 'ArrowDown');
  expect(await list.locator('option:checked').innerText()).toBe(partner);
}

type Gap = { name: string; text: string; choice: boolean };

async function fillGap(page: Page, question: Locator, { name, text, choice }: Gap): Promise<void> {
  if (choice) return pair(page, question, [name, text]);
  await tabTo(page, question.getByLabel(name, { exact: true }));
  await page.keyboard.type(text);
}

/** Brings each item up to its place; the button that is pressed keeps the focus while its item moves. */
async function order(page: Page, question: Locator, items: readonly string[]): Promise<void> {
  for (const [place, item] of items.entries()) {
    const up = question.getByRole('button', { name: `Subir «${item}»`, exact: true });
    const from = (await placesIn(question, items)).indexOf(place);
    if (from > place && !(await isFocused(up))) await tabTo(page, up, await wayTo(up));
    for (let at = from; at > place; at--) {
      expect(await isFocused(up)).toBe(true);
      await press(page, 'Enter');
      await question.getByText(`«${item}» quedó en el lugar ${at} de ${items.length}`).waitFor({ state: 'attached' });
    }
  }
  expect(await placesIn(question, items)).toEqual(items.map((_, place) => place));
}

/** Goes to one of several with the arrows, which also choose it. */
async function pick(page: Page, question: Locator, name: string): Promise<void> {
  const options = question.getByRole('radio');
  await activate(page, options.first(), 'Space');
  const wanted = question.getByRole('radio', { name, exact: true });
  for (let steps = await options.count(); steps > 0 && !(await wanted.isChecked()); steps--)
    await press(page, 'ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
}

async function tick(page: Page, question: Locator, name: string): Promise<void> {
  const box = question.getByRole('checkbox', { name, exact: true });
  await tabTo(page, box, await wayTo(box));
  await press(page, 'Space');
}

type Ways = { [K in Told['by']]: (page: Page, question: Locator, told: Extract<Told, { by: K }>) => Promise<void> };

async function each<T>(items: readonly T[], go: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await go(item);
}

async function write(page: Page, question: Locator, { text }: { text: string }): Promise<void> {
  await tabTo(page, question.getByRole('textbox', { name: 'Tu respuesta' }));
  await page.keyboard.type(text);
}

const ways: Ways = {
  choice: (page, question, { names, role }) =>
    each(names, (name) => (role === 'radio' ? pick : tick)(page, question, name)),
  ...{ text: write, editor: write },
  gaps: (page, question, { gaps }) => each(gaps, (gap) => fillGap(page, question, gap)),
  pairs: (page, question, { pairs }) => each(pairs, (one) => pair(page, question, one)),
  order: (page, question, { items }) => order(page, question, items),
};

const answer = (page: Page, { position, told }: Solved) =>
  (ways[told.by] as (page: Page, question: Locator, told: Told) => Promise<void>)(
    page,
    questionOn(page, position),
    told,
  );

it('lets someone without a mouse do all: sign in, join, read, answer, hand in', async () => {
  const { written } = await anOfficial();
  const page = await pageFor();
  await visit(page, '/');

  await press(page, 'Tab');
  const skip = page.getByRole('link', { name: 'Saltar al contenido' });
  expect([await isFocused(skip), await showsFocus(page)]).toEqual([true, true]);
  await press(page, 'Enter');
  await activate(page, link(page, 'Ver la oferta de formación'));
  await arrive(page, 'Oferta de formación');
  await activate(page, link(page, `Ver e inscribirte en ${course.title}`));
  await arrive(page, course.title);
  await activate(page, link(page, 'Ingresar para inscribirte'));
  await arrive(page, 'Ingresa a tu aula');

  await tabTo(page, page.getByLabel('RUN'));
  await page.keyboard.type(written);
  await tabTo(page, page.getByLabel('Contraseña', { exact: true }));
  await page.keyboard.type(password);
  await press(page, 'Enter');
  await arrive(page, course.title);
  await activate(page, button(page, 'Inscribirte'));
  await page.waitForURL(/\/estudio\//);
  await arrive(page, course.title);

  await activate(page, link(page, /^Empezar con «/));
  await page.waitForURL(/\/lecciones\//);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  const read = page.getByRole('checkbox', { name: /Marcar como leída/ });
  await activate(page, read, 'Space');
  expect(await read.isChecked()).toBe(true);
  await page.getByText('Tu avance está al día').waitFor();

  await visit(page, page.url().replace(/lecciones.*/, 'evaluaciones/control-1'));
  await activate(page, button(page, 'Empezar evaluación'));
  await page.waitForURL(/\/intentos\//);
  await alive(page);
  const solved = await solve(page.url().split('/').at(-1) ?? '');
  const kinds = [...new Set(solved.map(({ kind }) => kind))];
  expect(kinds).toHaveLength(6);
  for (const kind of kinds) {
    const [first] = solved.filter((each) => each.kind === kind);
    if (!first) continue;
    const number = page.getByRole('link', { name: new RegExp(`^Pregunta ${first.position},`) });
    await tabTo(page, number, await wayTo(number));
    await press(page, 'Enter');
    await page.waitForFunction((id) => document.activeElement?.id === id, `pregunta-${first.position}`);
    await answer(page, first);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: new RegExp(`^Pregunta ${first.position}, respondida`) }).waitFor();
  }
  await page.getByText(/^Guardado \d/).waitFor();

  const finish = button(page, 'Terminar');
  await tabTo(page, finish, 'Shift+Tab');
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: '¿Terminar la evaluación?' });
  await dialog.waitFor();
  expect(await isFocused(dialog.getByRole('button', { name: 'Volver a las preguntas' }))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  for (let tabs = 0; tabs < 6; tabs++) {
    await press(page, 'Tab');
    const inside = () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null;
    expect(await page.evaluate(inside)).toBe(true);
  }
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await isFocused(finish)).toBe(true);

  await press(page, 'Enter');
  await dialog.waitFor();
  await tabTo(page, dialog.getByRole('button', { name: 'Terminar y enviar' }), 'Shift+Tab');
  await press(page, 'Enter');
  await arrive(page, /^Resultado de/);
});
