import type { Locator, Page } from 'playwright-core';
import { Evaluation } from '../../api/src/assessment/question.entity.ts';
import { db } from '../support/app.ts';
import { alive, barriers, pageFor, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, password } from '../support/campus.ts';
import { questionOn, type Solved, solve, textOf } from '../support/right-answers.ts';

beforeAll(async () => {
  await anOpenEdition();
  await db.of(Evaluation).update({ unitKey: 'control-1' }, { draw: 100 });
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

/** Chooses a list's entry with the arrows, as it is done without opening the list. */
async function choose(page: Page, list: Locator, label: string): Promise<void> {
  await tabTo(page, list);
  const labels = await list.getByRole('option', { includeHidden: true }).allInnerTexts();
  for (let at = 0; at < labels.findIndex((text) => text.trim() === label); at++) await press(page, 'ArrowDown');
}

async function order(page: Page, question: Locator, wanted: readonly string[]): Promise<void> {
  for (const [place, item] of wanted.entries()) {
    const up = question.getByRole('button', { name: `Subir «${item}»`, exact: true });
    const items = await question.getByRole('listitem').allInnerTexts();
    const at = items.findIndex((text) => text.replace(/\s+/g, ' ').includes(item));
    if (at <= place) continue;
    if (!(await isFocused(up))) await activate(page, up);
    else await press(page, 'Enter');
    for (let moved = at - 1; moved > place; moved--) {
      expect(await isFocused(up)).toBe(true);
      await press(page, 'Enter');
    }
    await questionOn(page, 0).or(question).getByText(`«${item}» quedó en el lugar ${place + 1}`).waitFor({ state: 'attached' });
    await tabTo(page, question.getByRole('button').nth(1), 'Shift+Tab');
  }
}

async function answer(page: Page, { position, body, right }: Solved): Promise<void> {
  const question = questionOn(page, position);
  const radio = async (index: number) => {
    await activate(page, question.getByRole('radio').first(), 'Space');
    for (let at = 0; at < index; at++) await press(page, 'ArrowDown');
    expect(await question.getByRole('radio').nth(index).isChecked()).toBe(true);
  };
  if (right.kind === 'true_false') await radio(right.value ? 0 : 1);
  else if (right.kind === 'numeric') {
    await tabTo(page, question.getByLabel('Tu respuesta'));
    await page.keyboard.type(right.text);
  } else if (body.kind === 'single' && right.kind === 'single') {
    const names = await question.getByRole('radio').evaluateAll((all) => all.map((each) => each.closest('label')!.innerText));
    await radio(names.findIndex((name) => name.trim() === textOf(body.options, right.choice)));
  } else if (body.kind === 'multiple' && right.kind === 'multiple') {
    for (const { id } of body.options) {
      const box = question.getByRole('checkbox', { name: textOf(body.options, id), exact: true });
      if (right.choices.includes(id)) await box.focus().then(() => press(page, 'Space'));
    }
  } else if (body.kind === 'matching' && right.kind === 'matching') {
    for (const { id } of body.left) {
      const list = question.getByRole('combobox', { name: textOf(body.left, id), exact: true });
      await choose(page, list, textOf(body.right, right.pairs[id] ?? ''));
    }
  } else if (body.kind === 'ordering' && right.kind === 'ordering') {
    await order(
      page,
      question,
      right.order.map((id) => textOf(body.items, id)),
    );
  }
}

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
  const kinds = [...new Set(solved.map(({ body }) => body.kind))];
  expect(kinds).toHaveLength(6);
  for (const kind of kinds) {
    const [first] = solved.filter(({ body }) => body.kind === kind);
    if (!first) continue;
    await press(page, 'Home');
    const number = page.getByRole('link', { name: new RegExp(`^Pregunta ${first.position},`) });
    await tabTo(page, number, (await isAfter(page, number)) ? 'Tab' : 'Shift+Tab');
    await press(page, 'Enter');
    await page.waitForFunction((id) => document.activeElement?.id === id, `pregunta-${first.position}`);
    await answer(page, first);
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

/** Whether this comes after what has the focus. */
const isAfter = (page: Page, target: Locator) =>
  target.evaluate((element) => {
    const { activeElement } = document;
    return !activeElement || Boolean(activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
