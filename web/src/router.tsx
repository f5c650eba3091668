import { data, type RouteObject } from 'react-router';
import { Failure } from './shell/failure.tsx';
import { loader, shouldRevalidate } from './shell/root.ts';
import { Shell } from './shell/shell.tsx';

/**
 * Every URL of the web. A page is one file, `<area>/<page>.route.tsx`, that exports only these:
 *
 * - `loader` reads with `read(api.GET(…, { signal: request.signal }))`, a text by `readText(sha)`. It answers plain
 *   JSON, never undefined, and runs on the server too: no window, no document.
 * - `action` writes with `write(api.POST(…))` and answers `data({ refused }, refused.status)` or a `redirect`.
 *   Forms work before the script has come: they post to the page's own address.
 * - `Component` starts with `<main id="main" className="wrap …">` and one `<h1>`. Texts go through `<Fragment>`.
 * - `handle: Handle<typeof loader>` says title and description.
 *
 * Its styles lie beside it and it imports them; its words are in `<area>/words.ts`. No `style` attribute, no inline
 * script: the browser would refuse both. `useMe()` tells who is signed in. Refusals (403, 404, 5xx, offline) show by
 * themselves; a 401 leads to /ingresar and back.
 *
 * `id` is the file, from which the server knows what chunks and styles the document must name.
 */
const pages: RouteObject[] = [
  { index: true, id: 'welcome/welcome.route.tsx', lazy: () => import('./welcome/welcome.route.tsx') },
  { path: 'oferta', id: 'catalogue/catalogue.route.tsx', lazy: () => import('./catalogue/catalogue.route.tsx') },
  {
    path: 'diplomados/:slug',
    id: 'catalogue/programme.route.tsx',
    lazy: () => import('./catalogue/programme.route.tsx'),
  },
  { path: 'cursos/:slug', id: 'catalogue/course.route.tsx', lazy: () => import('./catalogue/course.route.tsx') },
  { path: 'biblioteca', id: 'library/library.route.tsx', lazy: () => import('./library/library.route.tsx') },
  {
    path: 'biblioteca/:slug/:chapter?',
    id: 'library/reading.route.tsx',
    lazy: () => import('./library/reading.route.tsx'),
  },
  { path: 'glosario', id: 'library/glossary.route.tsx', lazy: () => import('./library/glossary.route.tsx') },
  { path: 'verificar', id: 'certificates/verify.route.tsx', lazy: () => import('./certificates/verify.route.tsx') },
  {
    path: 'verificar/:code',
    id: 'certificates/verification.route.tsx',
    lazy: () => import('./certificates/verification.route.tsx'),
  },
  {
    path: 'certificados',
    id: 'certificates/certificates.route.tsx',
    lazy: () => import('./certificates/certificates.route.tsx'),
  },
  { path: 'gestion', id: 'management/editions.route.tsx', lazy: () => import('./management/editions.route.tsx') },
  {
    path: 'gestion/ediciones/:edition',
    id: 'management/edition.route.tsx',
    lazy: () => import('./management/edition.route.tsx'),
  },
  {
    path: 'gestion/ediciones/:edition/evaluaciones/:unit',
    id: 'assessing/settings.route.tsx',
    lazy: () => import('./assessing/settings.route.tsx'),
  },
  {
    path: 'gestion/ediciones/:edition/plazos',
    id: 'arranging/extensions.route.tsx',
    lazy: () => import('./arranging/extensions.route.tsx'),
  },
  {
    path: 'gestion/ediciones/:edition/grupos',
    id: 'arranging/cohorts.route.tsx',
    lazy: () => import('./arranging/cohorts.route.tsx'),
  },
  {
    path: 'gestion/ediciones/:edition/tareas/:unit',
    id: 'arranging/task-settings.route.tsx',
    lazy: () => import('./arranging/task-settings.route.tsx'),
  },
  {
    path: 'gestion/ediciones/:edition/tareas/:unit/grupos',
    id: 'arranging/work-groups.route.tsx',
    lazy: () => import('./arranging/work-groups.route.tsx'),
  },
  { path: 'avisos', id: 'notices/notices.route.tsx', lazy: () => import('./notices/notices.route.tsx') },
  {
    path: 'notas/recalculos',
    id: 'regrade/regrades.route.tsx',
    lazy: () => import('./regrade/regrades.route.tsx'),
  },
  {
    path: 'notas/recalculos/nuevo',
    id: 'regrade/new-regrade.route.tsx',
    lazy: () => import('./regrade/new-regrade.route.tsx'),
  },
  {
    path: 'notas/recalculos/:regrade',
    id: 'regrade/regrade.route.tsx',
    lazy: () => import('./regrade/regrade.route.tsx'),
  },
  {
    path: 'notas/analisis/:edition/:unit',
    id: 'analysis/analysis.route.tsx',
    lazy: () => import('./analysis/analysis.route.tsx'),
  },
  { path: 'notas', id: 'gradebook/books.route.tsx', lazy: () => import('./gradebook/books.route.tsx') },
  {
    path: 'notas/ediciones/:edition',
    id: 'gradebook/book.route.tsx',
    lazy: () => import('./gradebook/book.route.tsx'),
    children: [
      {
        path: ':enrolment/:unit',
        id: 'gradebook/cell.route.tsx',
        lazy: () => import('./gradebook/cell.route.tsx'),
      },
    ],
  },
  { path: 'banco', id: 'bank/bank.route.tsx', lazy: () => import('./bank/bank.route.tsx') },
  { path: 'banco/categorias', id: 'bank/categories.route.tsx', lazy: () => import('./bank/categories.route.tsx') },
  { path: 'banco/importar', id: 'bank/import.route.tsx', lazy: () => import('./bank/import.route.tsx') },
  {
    path: 'banco/preguntas/nueva',
    id: 'bank/new-question.route.tsx',
    lazy: () => import('./bank/new-question.route.tsx'),
  },
  { path: 'banco/preguntas/:question', id: 'bank/question.route.tsx', lazy: () => import('./bank/question.route.tsx') },
  { path: 'inicio', id: 'study/home.route.tsx', lazy: () => import('./study/home.route.tsx') },
  { path: 'estudio', id: 'study/study.route.tsx', lazy: () => import('./study/study.route.tsx') },
  { path: 'estudio/:enrolment', id: 'study/room.route.tsx', lazy: () => import('./study/room.route.tsx') },
  {
    path: 'estudio/:enrolment/lecciones/:unit',
    id: 'study/lesson.route.tsx',
    lazy: () => import('./study/lesson.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/evaluaciones/:unit',
    id: 'evaluation/rules.route.tsx',
    lazy: () => import('./evaluation/rules.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/evaluaciones/:unit/nota',
    id: 'evaluation/grade.route.tsx',
    lazy: () => import('./evaluation/grade.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/notas/:unit/recorreccion',
    id: 'evaluation/appeal.route.tsx',
    lazy: () => import('./evaluation/appeal.route.tsx'),
  },
  {
    path: 'notas/inscripciones/:enrolment',
    id: 'evaluation/staff-course.route.tsx',
    lazy: () => import('./evaluation/staff-course.route.tsx'),
  },
  {
    path: 'notas/inscripciones/:enrolment/:unit',
    id: 'evaluation/staff-grade.route.tsx',
    lazy: () => import('./evaluation/staff-grade.route.tsx'),
  },
  {
    path: 'notas/recorrecciones',
    id: 'gradebook/appeals.route.tsx',
    lazy: () => import('./gradebook/appeals.route.tsx'),
  },
  {
    path: 'notas/recorrecciones/:appeal',
    id: 'gradebook/appeal.route.tsx',
    lazy: () => import('./gradebook/appeal.route.tsx'),
  },
  {
    path: 'notas/ediciones/:edition/reglas',
    id: 'gradebook/rules.route.tsx',
    lazy: () => import('./gradebook/rules.route.tsx'),
  },
  {
    path: 'notas/ediciones/:edition/planilla',
    id: 'gradebook/sheet.route.tsx',
    lazy: () => import('./gradebook/sheet.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/tareas/:unit',
    id: 'task/task.route.tsx',
    lazy: () => import('./task/task.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/nota',
    id: 'evaluation/course-grade.route.tsx',
    lazy: () => import('./evaluation/course-grade.route.tsx'),
  },
  {
    path: 'intentos/:attempt',
    id: 'evaluation/attempt.route.tsx',
    lazy: () => import('./evaluation/attempt.route.tsx'),
  },
  {
    path: 'intentos/:attempt/resultado',
    id: 'evaluation/result.route.tsx',
    lazy: () => import('./evaluation/result.route.tsx'),
  },
  {
    path: 'estudio/:enrolment/tareas/:unit/nota',
    id: 'feedback/feedback.route.tsx',
    lazy: () => import('./feedback/feedback.route.tsx'),
  },
  {
    path: 'intentos/:attempt/respuestas/:position',
    id: 'feedback/answer.route.tsx',
    lazy: () => import('./feedback/answer.route.tsx'),
  },
  { path: 'calificar', id: 'marking/works.route.tsx', lazy: () => import('./marking/works.route.tsx') },
  {
    path: 'calificar/:edition/:unit/reparto',
    id: 'marking/share.route.tsx',
    lazy: () => import('./marking/share.route.tsx'),
  },
  {
    path: 'calificar/:edition/:unit/acuerdo',
    id: 'marking/quality.route.tsx',
    lazy: () => import('./marking/quality.route.tsx'),
  },
  {
    path: 'calificar/:edition/:unit/:submission?',
    id: 'marking/room.route.tsx',
    lazy: () => import('./marking/room.route.tsx'),
  },
  { path: 'accesibilidad', id: 'about/accessibility.route.tsx', lazy: () => import('./about/accessibility.route.tsx') },
  { path: 'privacidad', id: 'about/privacy.route.tsx', lazy: () => import('./about/privacy.route.tsx') },
  { path: 'ayuda', id: 'about/help.route.tsx', lazy: () => import('./about/help.route.tsx') },
  { path: 'cuenta', id: 'account/account.route.tsx', lazy: () => import('./account/account.route.tsx') },
  { path: 'ingresar', id: 'account/sign-in.route.tsx', lazy: () => import('./account/sign-in.route.tsx') },
  { path: 'recuperar', id: 'account/recovery.route.tsx', lazy: () => import('./account/recovery.route.tsx') },
  {
    path: 'recuperar/:token',
    id: 'account/new-password.route.tsx',
    lazy: () => import('./account/new-password.route.tsx'),
  },
];

/** Any other address: nothing is there. */
const lost: RouteObject = {
  path: '*',
  loader: () => {
    throw data({ code: 'not_found' }, 404);
  },
  Component: () => null,
};

export const routes: RouteObject[] = [
  {
    id: 'root',
    loader,
    shouldRevalidate,
    Component: Shell,
    ErrorBoundary: Failure,
    HydrateFallback: () => null,
    children: [...pages, lost],
  },
];
