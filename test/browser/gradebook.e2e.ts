import { as } from '../support/app.ts';
import { barriers, pageFor, visit } from '../support/browser.ts';
import { aBook, publish } from '../support/gradebook.ts';
import { staff } from '../support/make.ts';
import { take } from '../support/take-evaluation.ts';

const shots = process.env['SHOTS'];

it('changes a nota by keyboard; its owner reads why, appeals, and is answered twice', async () => {
  const book = await aBook();
  const [learner, other] = book.people;
  await take(learner, learner.enrolmentId, ['single', 'matching']);
  await publish(other.enrolmentId, 'control', 55);
  const coordinator = await staff({ role: 'coordinator', regionCut: '11' });

  const tutor = await pageFor({ session: book.tutor });
  await visit(tutor, `/notas/ediciones/${book.edition.id}`);
  if (shots) await tutor.screenshot({ path: `${shots}/libro.png`, fullPage: true });
  expect(await barriers(tutor)).toEqual([]);
  await tutor.locator('[data-row="0"][data-column="0"]').focus();
  await tutor.keyboard.press('ArrowRight');
  await tutor.keyboard.press('ArrowDown');
  await tutor.keyboard.press('Control+Home');
  await tutor.keyboard.press('4');
  const grade = tutor.getByLabel('Nota nueva');
  await grade.waitFor();
  await tutor.waitForFunction(() => document.activeElement?.getAttribute('name') === 'grade');
  await tutor.keyboard.type(',2');
  expect(await grade.inputValue()).toBe('4,2');
  await tutor.keyboard.press('Enter');
  await tutor.getByText('Explica el cambio con al menos 10 letras.').waitFor();
  await tutor.keyboard.type('El criterio 3 omitió la fuente del anexo.');
  await tutor.getByRole('button', { name: 'Guardar cambio' }).press('Enter');
  await tutor.getByText('Guardamos el cambio').waitFor();
  await tutor.getByText('era 3,0').waitFor();
  if (shots) await tutor.screenshot({ path: `${shots}/cambio.png`, fullPage: true });
  expect(await barriers(tutor)).toEqual([]);

  const own = await pageFor({ session: learner, width: 390 });
  await visit(own, `/estudio/${learner.enrolmentId}/evaluaciones/control/nota`);
  await own.getByText('El criterio 3 omitió la fuente del anexo.').waitFor();
  if (shots) await own.screenshot({ path: `${shots}/nota.png`, fullPage: true });
  await own.getByRole('link', { name: 'Pedir recorrección' }).click();
  await own.getByLabel('¿Qué debe revisarse y por qué?').fill('La pregunta 2 tenía dos respuestas correctas.');
  await own.getByRole('button', { name: 'Enviar solicitud' }).click();
  await own.getByText('En espera de respuesta').waitFor();
  expect(await barriers(own)).toEqual([]);

  await visit(tutor, '/notas/recorrecciones');
  await tutor.getByRole('link', { name: /Álvarez/ }).click();
  await tutor.getByLabel('Motivo').fill('La pregunta 2 tiene una sola respuesta correcta.');
  expect(await barriers(tutor)).toEqual([]);
  await tutor.getByRole('button', { name: 'Enviar respuesta' }).click();
  await tutor.getByText('Enviamos tu respuesta').waitFor();

  await visit(own, `/estudio/${learner.enrolmentId}/notas/control/recorreccion`);
  await own.getByLabel('¿Qué debe revisarse y por qué?').fill('La ley citada dice otra cosa que la pauta.');
  await own.getByRole('button', { name: 'Pedir segunda instancia' }).click();
  await own.getByText('En segunda instancia').waitFor();
  if (shots) await own.screenshot({ path: `${shots}/recorreccion.png`, fullPage: true });

  const judge = await pageFor({ session: coordinator });
  await visit(judge, '/notas/recorrecciones');
  await judge
    .getByRole('link', { name: /Álvarez/ })
    .first()
    .click();
  await judge.getByLabel('Acoger y cambiar la nota').check();
  await judge.getByLabel('Nota nueva').fill('5,0');
  await judge.getByLabel('Motivo').fill('La ley vigente respalda la respuesta de Rocío.');
  await judge.getByRole('button', { name: 'Enviar respuesta' }).click();
  await judge.getByText('Enviamos tu respuesta').waitFor();
  const { body } = await as(learner).get(`/api/enrolments/${learner.enrolmentId}/notas/control`).expect(200);
  expect(body).toMatchObject({ grade: 50, overridden: true, change: { cause: 'appeal' } });

  await visit(tutor, `/notas/ediciones/${book.edition.id}/planilla`);
  expect(await barriers(tutor)).toEqual([]);
  await visit(tutor, `/notas/inscripciones/${learner.enrolmentId}`);
  await tutor.getByRole('heading', { name: /Nota de Rocío/ }).waitFor();
  expect(await barriers(tutor)).toEqual([]);
});
