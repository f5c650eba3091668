import type { Locator, Page } from 'playwright-core';
import { Edition } from '../../api/src/catalogue/edition.entity.ts';
import { Session } from '../../api/src/identity/person.entity.ts';
import { db } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, enrol, password, type Someone } from '../support/campus.ts';
import { inDays } from '../support/make-course.ts';
import { takeRightly } from '../support/right-answers.ts';

const alert = (page: Page) => page.getByRole('alert');
const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
const described = (field: Locator) =>
  field.evaluate((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  });

/** Fills in the form and sends it. */
async function signIn(page: Page, run: string, secret: string): Promise<void> {
  await page.getByLabel('RUN').fill(run);
  await page.getByLabel('Contraseña', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Ingresar con contraseña' }).click();
}

it('tells a wrong RUN beside its field and aloud, and loses nothing typed', async () => {
  const page = await pageFor();
  await visit(page, '/ingresar');
  await signIn(page, '12.345.678-9', password);
  expect(await alert(page).innerText()).toContain('Revisa el dígito que va después del guion');
  const field = page.getByLabel('RUN');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await described(field)).toContain('Revisa el dígito');
  expect(await isFocused(field)).toBe(true);
  expect(await field.inputValue()).toBe('12.345.678-9');
  expect(await page.getByLabel('Contraseña', { exact: true }).inputValue()).toBe(password);
  expect(await barriers(page)).toEqual([]);
});

it('tells a wrong password without saying which of the two is wrong, and slows down who guesses', async () => {
  const { written } = await anOfficial();
  const page = await pageFor();
  await visit(page, '/ingresar');
  const field = page.getByLabel('Contraseña', { exact: true });
  for (let tries = 0; tries < 4; tries++) {
    await signIn(page, written, `no es esta, ${tries}`);
    await page.getByRole('button', { name: 'Ingresar con contraseña' }).waitFor();
    if (tries > 0) continue;
    expect(await alert(page).innerText()).toContain('El RUN y la contraseña no coinciden');
    expect(await isFocused(field)).toBe(true);
  }
  await alert(page).getByText('Hubo demasiados intentos seguidos').waitFor();
});

it('asks for what was left out', async () => {
  const page = await pageFor();
  await visit(page, '/ingresar');
  await page.getByRole('button', { name: 'Ingresar con contraseña' }).click();
  await alert(page).waitFor();
  expect(await page.getByLabel('RUN').getAttribute('aria-invalid')).toBe('true');
});

it('says so when the last seat went to someone else', async () => {
  const edition = await anOpenEdition({ name: 'Cupo único', seats: 1 });
  const page = await pageFor({ session: await anOfficial() });
  await visit(page, `/cursos/${course.slug}`);
  await enrol(await anOfficial(), edition);
  const box = page.getByRole('region', { name: 'Inscríbete' }).filter({ hasText: 'Cupo único' });
  await box.getByRole('button', { name: 'Inscribirte' }).click();
  expect(await alert(page).innerText()).toContain('Esta edición ya no tiene cupos');
  expect(await barriers(page)).toEqual([]);
});

it('says so when the edition closed meanwhile', async () => {
  const { id } = await anOpenEdition({ name: 'Cierre' });
  const page = await pageFor({ session: await anOfficial() });
  await visit(page, `/cursos/${course.slug}`);
  await db.of(Edition).update({ id }, { enrolUntil: inDays(-1) });
  const box = page.getByRole('region', { name: 'Inscríbete' }).filter({ hasText: 'Cierre' });
  await box.getByRole('button', { name: 'Inscribirte' }).click();
  expect(await alert(page).innerText()).toContain('Esta edición no recibe inscripciones');
});

describe('in a course', () => {
  let learner: Someone;
  let enrolment: string;
  beforeEach(async () => {
    learner = await anOfficial();
    enrolment = await enrol(learner, await anOpenEdition());
  });

  it('shows nobody the room of someone else', async () => {
    const page = await pageFor({ session: await anOfficial() });
    await visit(page, `/estudio/${enrolment}`);
    await page.getByRole('heading', { level: 1, name: 'No encontramos esta página' }).waitFor();
    expect(await page.getByText(course.title).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('opens no attempt beyond those allowed', async () => {
    await takeRightly(learner, enrolment, 'control-1', { blank: true });
    const page = await pageFor({ session: learner });
    await visit(page, `/estudio/${enrolment}/evaluaciones/control-1`);
    await takeRightly(learner, enrolment, 'control-1', { blank: true });
    await page.getByRole('button', { name: 'Empezar otro intento' }).click();
    expect(await alert(page).innerText()).toContain('Ya usaste todos los intentos');
    await page.reload();
    await page.getByText('Ya usaste todos los intentos de esta evaluación.').waitFor();
    expect(await page.getByRole('button', { name: /Empezar/ }).count()).toBe(0);
  });

  it('leads to sign in and back when the session is over', async () => {
    const page = await pageFor({ session: learner });
    await visit(page, `/estudio/${enrolment}`);
    await db.of(Session).delete({ personId: learner.id });
    await page.getByRole('link', { name: 'Cómo se calcula' }).click();
    await page.waitForURL(`**/ingresar?volver=${encodeURIComponent(`/estudio/${enrolment}/nota`)}`);
    await signIn(page, learner.written, password);
    await page.waitForURL(`**/estudio/${enrolment}/nota`);
    await page.getByRole('heading', { level: 1, name: 'Cómo se calcula la nota del curso' }).waitFor();
  });

  it('keeps a learner out of what is for those who manage', async () => {
    const page = await pageFor({ session: learner });
    await visit(page, '/gestion');
    await page.getByRole('heading', { level: 1, name: /No encontramos|Tu cuenta no ve/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
