import type { Locator, Page } from 'playwright-core';
import { aPicture } from './make-task.ts';
import { placesIn, questionOn, type Solved, type Told } from './right-answers.ts';

export const press = (page: Page, key: string) => page.keyboard.press(key);
export const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether what has the focus shows it: an outline, of its own or of the row that it stands in, within the window. */
export const showsFocus = (page: Page) =>
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
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    await press(page, key);
    expect(await showsFocus(page)).toBe(true);
    if (await isFocused(target)) return;
  }
  throw new Error(`The Tab key never came to ${String(target)}`);
}

/** Which way `target` lies from what has the focus. */
export const wayTo = (target: Locator) =>
  target.evaluate((element) => {
    const { activeElement: here } = document;
    const after = !here || here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return after ? 'Tab' : 'Shift+Tab';
  });

export async function activate(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await press(page, key);
}

/** Waits for a page, whose heading must have taken the focus. */
export async function arrive(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await isFocused(heading)).toBe(true);
}

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

/** Opens the list of the device's files from its button; what it shows there is the device's own. */
async function attach(page: Page, question: Locator): Promise<void> {
  await tabTo(page, question.locator('input[type=file]'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Enter')]);
  await chooser.setFiles({ name: 'Mapa.png', mimeType: 'image/png', buffer: aPicture });
  await question.getByRole('button', { name: 'Quitar Mapa.png' }).waitFor();
}

const ways: Ways = {
  choice: (page, question, { names, role }) =>
    each(names, (name) => (role === 'radio' ? pick : tick)(page, question, name)),
  ...{ text: write, editor: write },
  gaps: (page, question, { gaps }) => each(gaps, (gap) => fillGap(page, question, gap)),
  pairs: (page, question, { pairs }) => each(pairs, (one) => pair(page, question, one)),
  file: attach,
  order: (page, question, { items }) => order(page, question, items),
};

/** Answers one question with the keyboard alone, from wherever the focus is before it. */
export const answerByKeyboard = (page: Page, { position, told }: Solved) =>
  (ways[told.by] as (page: Page, question: Locator, told: Told) => Promise<void>)(
    page,
    questionOn(page, position),
    told,
  );
