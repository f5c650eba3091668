import type { Page } from 'playwright-core';
import { pageFor } from '../support/browser.ts';
import { anOfficial, anOpenEdition, course, enrol, password, unitsOf } from '../support/campus.ts';

let page: Page;
beforeAll(() => anOpenEdition());
beforeEach(async () => {
  page = await pageFor({ script: false });
});

/** Opens an address and answers how the page names and describes itself. */
async function open(address: string) {
  const response = await page.goto(address);
  expect(response?.status()).toBe(200);
  return {
    title: await page.title(),
    description: await page.locator('meta[name=description]').getAttribute('content'),
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
  };
}

it.each([
  ['/', 'Inicio', 'Que el lugar donde vives no limite tus oportunidades'],
  ['/oferta', 'Oferta de formación', 'Oferta de formación'],
  [`/cursos/${course.slug}`, course.title, course.title],
  ['/biblioteca', 'Biblioteca', 'Biblioteca'],
  ['/glosario', 'Glosario', 'Glosario'],
  ['/verificar', 'Verificar un certificado', 'Verificar un certificado'],
  ['/ayuda', 'Ayuda', 'Ayuda'],
])('tells its name, what it is and its content: %s', async (address, name, title) => {
  const { title: named, description, heading } = await open(address);
  expect(named).toBe(`${name} · Aula Convergencia`);
  expect(description?.length).toBeGreaterThan(40);
  expect(heading).toBe(title);
  expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(300);
});

it('offers the course with its dates and the way in', async () => {
  await open('/oferta');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(course.title) })
    .first()
    .click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(course.title);
  await page.getByRole('link', { name: 'Ingresar para inscribirte' }).click();
  expect(page.url()).toMatch(/\/ingresar\?volver=/);
});

it('refuses and admits with plain forms', async () => {
  const { written } = await anOfficial();
  await open(`/ingresar?volver=/cursos/${course.slug}`);
  await page.getByLabel('RUN').fill(written);
  await page.getByLabel('Contraseña', { exact: true }).fill('no es esta, claro');
  await page.getByRole('button', { name: 'Ingresar con contraseña' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('El RUN y la contraseña no coinciden');
  expect(await page.getByLabel('RUN').inputValue()).toBe(written);

  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Ingresar con contraseña' }).click();
  await page.waitForURL(`**/cursos/${course.slug}`);
  expect(await page.getByRole('button', { name: 'Inscribirte' }).count()).toBe(1);
});

it('searches the library', async () => {
  await open('/biblioteca');
  await page.getByRole('search').getByLabel('Buscar en la biblioteca').fill('gobernanza');
  await page.getByRole('search').getByRole('button', { name: 'Buscar' }).click();
  expect(page.url()).toContain('q=gobernanza');
  await page
    .getByRole('link', { name: /Participación y gobernanza/ })
    .first()
    .click();
  expect(await page.getByRole('article').innerText()).toContain('gobernanza');
});

it('finds no certificate under a code that nobody has', async () => {
  await open('/verificar');
  await page.getByLabel('Código de verificación').fill('7K3M-92QD-A1B2');
  await page.getByRole('main').getByRole('button', { name: 'Verificar' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('No existe un certificado con ese código');
});

it('shows a lesson with its answers, to whoever is in the course', async () => {
  const learner = await anOfficial();
  const enrolment = await enrol(learner, await anOpenEdition());
  const [lesson] = await unitsOf(learner, enrolment);
  page = await pageFor({ script: false, session: learner });
  const { heading } = await open(`/estudio/${enrolment}/lecciones/${lesson?.key ?? ''}`);
  expect(heading).toBe(lesson?.title);
  expect((await page.getByRole('article').innerText()).length).toBeGreaterThan(3000);
  await page.locator('[data-self-check] summary').first().click();
  expect(await page.locator('[data-self-check] details').first().innerText()).toMatch(/Correcta|correcta/);
});
