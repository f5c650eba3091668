import type { Page } from 'playwright-core';
import { EvaluationSlot } from '../../api/src/assessment/evaluation.entity.ts';
import { Person } from '../../api/src/identity/person.entity.ts';
import { NoticeService } from '../../api/src/notify/notice.service.ts';
import { app, as, db, eventually, startJobs, type Visitor } from './app.ts';
import { visit } from './browser.ts';
import {
  aCoordinator,
  anAdmin,
  anAuthor,
  anOfficial,
  anOpenEdition,
  aTutor,
  course,
  enrol,
  gradeTask,
  readingOf,
  unitsOf,
} from './campus.ts';
import { aClass } from './make-answers.ts';
import { aCourse, anEdition, anEnrolment } from './make-course.ts';
import { aPerson } from './make.ts';
import { aGroup, aTask } from './make-task.ts';
import { startAttempt, takeRightly } from './right-answers.ts';

/** Everything that there is a page of. */
export type Furnished = Awaited<ReturnType<typeof furnish>>;

const second = 'identificar-y-diagnosticar';
const programme = 'gestion-de-territorios-de-convergencia';

/** Someone who has completed a course and is in the middle of another, with all that this leaves behind. */
export async function furnish() {
  await startJobs();
  // so that a question of each kind is seen, whatever is drawn
  await db.of(EvaluationSlot).update({ unitKey: 'control-1' }, { draw: 100 });
  const edition = await anOpenEdition();
  await anOpenEdition({ kind: 'programme', slug: programme, name: 'Primera' });
  const [learner, coordinator, nobody] = [await anOfficial(), await aCoordinator(), null];
  const [tutor, author, admin] = [await aTutor(), await anAuthor(), await anAdmin()];
  const done = await enrol(learner, await anOpenEdition({ slug: second, name: 'Invierno' }));
  await complete(learner, done);
  const enrolment = await enrol(learner, edition);
  const lessons = (await unitsOf(learner, enrolment)).filter(({ kind }) => kind === 'lesson');
  const [lesson = { key: '' }] = lessons;
  await read(
    learner,
    enrolment,
    lessons.slice(0, 2).map(({ key }) => key),
  );
  const note = '/notes/019f0000-0000-7000-8000-000000000001';
  await as(learner)
    .put(`/api/enrolments/${enrolment}/lessons/${lesson.key}${note}`)
    .send({ body: 'Revisar con la mesa técnica.' });
  const blank = await takeRightly(learner, enrolment, 'control-1', { blank: true });
  await takeRightly(learner, enrolment, 'control-1');
  const { id: attempt } = await startAttempt(learner, enrolment, 'control-2');
  const code = await eventually(async () => {
    const { body } = await as(learner).get('/api/certificates').expect(200);
    return (body.items as { code: string }[])[0]?.code;
  });
  await app.get(NoticeService).tell([learner.id], {
    ...{ kind: 'grade.published', title: 'Tienes una nota nueva', body: 'Tu tutora publicó la nota de tu ficha.' },
    path: '/estudio',
  });
  await aClass(edition, 'control-1', 30);
  await db.of(Person).update({ id: learner.id }, { email: 'rocio.barria@ejemplo.cl' });
  const { cohort, shared } = await arrange(tutor, edition, enrolment);
  return {
    cohort,
    shared,
    edition,
    learner,
    coordinator,
    tutor,
    author,
    admin,
    nobody,
    enrolment,
    lesson: lesson.key,
    attempt,
    blank,
    code,
  };
}

/** A cohort with someone in it, an extension that holds and one withdrawn, and an edition with a task of groups. */
async function arrange(tutor: Visitor, { id }: { id: string }, enrolmentId: string) {
  const { body: cohort } = await as(tutor).post(`/api/editions/${id}/cohorts`).send({ name: 'Zona sur' }).expect(201);
  await as(tutor)
    .put(`/api/cohorts/${cohort.id}/people`)
    .send({ add: [enrolmentId], remove: [] })
    .expect(204);
  const more = {
    unit: 'control-2',
    enrolmentId: null,
    cohortId: cohort.id as string,
    extraAttempts: 0,
    closesAt: null,
  };
  const give = (said: object) =>
    as(tutor)
      .post(`/api/editions/${id}/extensions`)
      .send({ ...more, extraMinutes: 15, reason: 'Corte de luz en la comuna', ...said })
      .expect(201);
  await give({});
  const { body: given } = await give({ enrolmentId, cohortId: null });
  await as(tutor).post(`/api/extensions/${given.id}/withdrawal`).send({ reason: 'Se dio por error' }).expect(204);
  const tiny = await aCourse({ title: 'Curso con tarea grupal' });
  const unit = await aTask(tiny, { mode: 'group' });
  const shared = await anEdition({ courseVersionId: tiny.versionId });
  const people = [];
  for (const givenNames of ['Elena', 'Rocío', 'Nelson'])
    people.push(await anEnrolment(await aPerson({ givenNames }), shared));
  await aGroup(shared, unit, people.slice(0, 2));
  return { cohort: cohort.id as string, shared: shared.id };
}

const read = (me: Visitor, enrolment: string, units: string[]) =>
  as(me)
    .post('/api/activity')
    .send({ events: units.map((unit) => readingOf(enrolment, unit)) })
    .expect(200);

async function complete(me: Visitor, enrolment: string): Promise<void> {
  const units = await unitsOf(me, enrolment);
  const keysOf = (wanted: 'lesson' | 'evaluation' | 'task') =>
    units.filter(({ kind }) => kind === wanted).map(({ key }) => key);
  await read(me, enrolment, keysOf('lesson'));
  for (const key of keysOf('evaluation')) await takeRightly(me, enrolment, key);
  for (const key of keysOf('task')) await gradeTask(enrolment, key);
}

type Visited = {
  name: string;
  as?: 'learner' | 'coordinator' | 'tutor' | 'author' | 'admin';
  at: string | ((campus: Furnished) => string);
  /** How to get there, where its address is not enough. */
  through?: (page: Page, campus: Furnished) => Promise<void>;
};

const staffed = ({ edition }: Furnished) => `/gestion/ediciones/${edition.id}/evaluaciones/control-1`;
const arranged = ({ edition }: Furnished) => `/gestion/ediciones/${edition.id}`;
const room = ({ enrolment }: Furnished) => `/estudio/${enrolment}`;

/** Goes on with the open attempt in this tab, which from then on holds it. */
async function holdAttempt(page: Page, campus: Furnished): Promise<void> {
  await visit(page, `${room(campus)}/evaluaciones/control-2`);
  await page.getByRole('button', { name: 'Continuar intento' }).click();
  await page.waitForURL(/\/intentos\//);
}

/** Every page that there is, and the states of a page that look like another. */
export const pages: Visited[] = [
  { name: 'portada', at: '/' },
  { name: 'oferta', at: '/oferta' },
  { name: 'oferta-filtrada', at: '/oferta?type=course' },
  { name: 'diplomado', at: `/diplomados/${programme}` },
  { name: 'curso', at: `/cursos/${course.slug}` },
  { name: 'curso-anunciado', at: '/cursos/gobernar-y-seguir' },
  { name: 'biblioteca', at: '/biblioteca' },
  { name: 'biblioteca-busqueda', at: '/biblioteca?q=gobernansa' },
  { name: 'cartilla', at: '/biblioteca/zona-en-desarrollo' },
  { name: 'manual', at: '/biblioteca/formular-y-seguir-la-cartera' },
  { name: 'orientacion', at: '/biblioteca/participacion-y-gobernanza' },
  { name: 'glosario', at: '/glosario' },
  { name: 'verificar', at: '/verificar' },
  { name: 'certificado', at: ({ code }) => `/verificar/${code}` },
  { name: 'certificado-desconocido', at: '/verificar/7K3M92QDA1B2' },
  { name: 'ingresar', at: '/ingresar' },
  { name: 'recuperar', at: '/recuperar' },
  { name: 'contrasena-nueva', at: '/recuperar/no-es-un-enlace' },
  { name: 'accesibilidad', at: '/accesibilidad' },
  { name: 'privacidad', at: '/privacidad' },
  { name: 'ayuda', at: '/ayuda' },
  { name: 'perdida', at: '/no-hay-nada-aqui' },
  { name: 'inicio', as: 'learner', at: '/inicio' },
  { name: 'formacion', as: 'learner', at: '/estudio' },
  { name: 'curso-inscrito', as: 'learner', at: `/cursos/${course.slug}` },
  { name: 'sala', as: 'learner', at: room },
  { name: 'leccion', as: 'learner', at: (campus) => `${room(campus)}/lecciones/${campus.lesson}` },
  { name: 'reglas', as: 'learner', at: (campus) => `${room(campus)}/evaluaciones/control-1` },
  { name: 'intento', as: 'learner', at: ({ attempt }) => `/intentos/${attempt}`, through: holdAttempt },
  { name: 'intento-en-otra-parte', as: 'learner', at: ({ attempt }) => `/intentos/${attempt}` },
  { name: 'resultado', as: 'learner', at: ({ blank }) => `/intentos/${blank}/resultado` },
  { name: 'nota', as: 'learner', at: (campus) => `${room(campus)}/evaluaciones/control-1/nota` },
  { name: 'tarea', as: 'learner', at: (campus) => `${room(campus)}/tareas/ficha-de-brechas` },
  { name: 'nota-del-curso', as: 'learner', at: (campus) => `${room(campus)}/nota` },
  { name: 'certificados', as: 'learner', at: '/certificados' },
  { name: 'avisos', as: 'learner', at: '/avisos' },
  { name: 'avisos-vacios', as: 'coordinator', at: '/avisos' },
  { name: 'cuenta', as: 'learner', at: '/cuenta' },
  { name: 'inicio-vacio', as: 'coordinator', at: '/inicio' },
  { name: 'gestion', as: 'coordinator', at: '/gestion' },
  { name: 'gestion-edicion', as: 'coordinator', at: ({ edition }) => `/gestion/ediciones/${edition.id}` },
  { name: 'gestion-edicion-tutora', as: 'tutor', at: ({ edition }) => `/gestion/ediciones/${edition.id}` },
  { name: 'gestion-evaluacion', as: 'tutor', at: staffed },
  { name: 'plazos', as: 'tutor', at: (campus) => `${arranged(campus)}/plazos?nombre=barria` },
  { name: 'grupos', as: 'tutor', at: (campus) => `${arranged(campus)}/grupos?grupo=${campus.cohort}&nombre=barria` },
  { name: 'gestion-tarea', as: 'tutor', at: (campus) => `${arranged(campus)}/tareas/ficha-de-brechas` },
  { name: 'grupos-de-trabajo', as: 'tutor', at: ({ shared }) => `/gestion/ediciones/${shared}/tareas/tarea/grupos` },
  { name: 'analisis', as: 'coordinator', at: ({ edition }) => `/notas/analisis/${edition.id}/control-1` },
  { name: 'recalculos', as: 'coordinator', at: '/notas/recalculos' },
];

/** Brings `page` to this page, by its address, so that it is as someone finds it who opens it. */
export async function reach(page: Page, { at, through }: Visited, campus: Furnished): Promise<void> {
  await through?.(page, campus);
  await visit(page, typeof at === 'string' ? at : at(campus));
}
