import type { Page } from 'playwright-core';
import { EvaluationSlot } from '../../api/src/assessment/evaluation.entity.ts';
import { db } from '../support/app.ts';
import { alive, barriers, pageFor, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, password } from '../support/campus.ts';
import {
  activate,
  answerByKeyboard,
  arrive,
  isFocused,
  press,
  showsFocus,
  tabTo,
  wayTo,
} from '../support/by-keyboard.ts';
import { solve } from '../support/right-answers.ts';

beforeAll(async () => {
  await anOpenEdition();
  await db.of(EvaluationSlot).update({ unitKey: 'control-1' }, { draw: 100 });
});

const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

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
    await answerByKeyboard(page, first);
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
