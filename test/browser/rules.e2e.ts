import { as } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { aBook, publish } from '../support/gradebook.ts';

it('changes the rules of an edition field by field, sees whom they touch, and goes back to those of the course', async () => {
  const book = await aBook();
  const [one, two] = book.people;
  await publish(one.enrolmentId, 'control', 70);
  await publish(one.enrolmentId, 'final', 35);
  await publish(two.enrolmentId, 'final', 60);
  const page = await pageFor({ session: book.tutor, width: 390 });
  await visit(page, `/notas/ediciones/${book.edition.id}/reglas`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Agregar categoría').press('Enter');
  await page.getByLabel('Nombre').nth(1).fill('Examen');
  await page.getByLabel('Peso (%)').nth(0).fill('50');
  await page.getByLabel('Peso (%)').nth(1).fill('40');
  await page.getByText('Suman 90 %: faltan 10.').waitFor();
  const final = page.getByRole('group', { name: 'Final' });
  await final.getByLabel('Nota mínima exigida').fill('8');
  await button('Revisar a quién le cambia').press('Enter');
  await page.getByText('Corrige lo marcado').waitFor();
  await page.getByText('Pon aquí alguna evaluación o tarea con peso.').waitFor();
  await page.getByText('Escribe una nota como 4,0, o nada.').waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByLabel('Peso (%)').nth(1).fill('50');
  await page.getByText('Suman 100 de 100 %.').waitFor();
  await final.getByLabel('Va en').selectOption('Examen');
  await final.getByLabel('Nota mínima exigida').fill('4,0');
  await button('Revisar a quién le cambia').press('Enter');
  await page.getByText('Le cambia la nota a 1 de 3').waitFor();
  await page.getByRole('row', { name: 'Álvarez, Rocío 4,9 3,9 Baja 1,0' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Asistencia mínima').fill('75');
  await page.getByText('Revisa de nuevo antes de guardar.').waitFor();
  await page.getByLabel('Asistencia mínima').fill('');
  await button('Guardar reglas').press('Enter');
  await page.getByText('Guardamos las reglas').waitFor();
  await page.getByText('Reprueba si «Final» es menor que 4,0: la nota del curso es a lo más 3,9.').waitFor();
  const { body } = await as(book.tutor).get(`${book.url}/rules`).expect(200);
  expect(body.rules).toMatchObject({
    categories: [
      { title: 'Evaluaciones', weight: 50, items: [{ unit: 'control', weight: 40 }] },
      { title: 'Examen', weight: 50, items: [{ unit: 'final', weight: 60 }] },
    ],
    requirements: [{ of: 'item', key: 'final', least: 40, cap: 39 }],
  });

  await button('Usar las reglas del curso').press('Enter');
  await button('Revisar a quién le cambia').press('Enter');
  await button('Guardar reglas').press('Enter');
  await page.getByText('Se usan las reglas del curso.').waitFor();
});
