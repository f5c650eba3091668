import { brotliCompressSync } from 'node:zlib';
import { visit } from 'unist-util-visit';
import { noticesOf } from './notices.policy.ts';
import type { Course, Lesson, Media, Unit } from './content.schema.ts';
import type { CourseCard, EvaluationCard, LessonCard, TaskCard } from './front-matter.schema.ts';
import { budgets } from './layout.policy.ts';
import type { Setting } from './library.ts';
import type { Page } from './page.ts';
import type { Problems } from './problems.ts';
import { readEvaluation } from './read-evaluation.ts';
import { readTask } from './read-task.ts';
import { renderText } from './render-text.ts';
import { filesOf } from './source-folder.ts';

/** The pages that make a course, in the order of their paths. */
export type CoursePages = {
  slug: string;
  main: Page<CourseCard>;
  lessons: Page<LessonCard>[];
  evaluations: Page<EvaluationCard>[];
  tasks: Page<TaskCard>[];
};
type SettingOf = (page: Page) => Setting;
type Read = { unit: Unit; path: string; module: string | null };

/** A course with all its units, or null where its card is broken. */
export function readCourse(pages: CoursePages, settingOf: SettingOf, problems: Problems): Course | null {
  const media: Media[] = [];
  const introduction = renderText(settingOf(pages.main), '', {});
  media.push(...introduction.media);
  const units = [
    ...pages.lessons.map((page) => readLesson(page, settingOf, media)),
    ...pages.tasks.filter(inModule).map((page) => readAssignment(page, settingOf, media)),
    ...pages.evaluations.map((page) => readTest(page, settingOf, media, pages.main.card?.resultados ?? [])),
    ...pages.tasks.filter((page) => !inModule(page)).map((page) => readAssignment(page, settingOf, media)),
  ].filter((unit) => unit !== null);
  reportRepeated(units, problems);
  const { card } = pages.main;
  if (!card) return null;
  checkModules(pages, card, problems);
  checkWeights(pages, card, problems);
  const files = filesOf(pages.main, ...pages.lessons, ...pages.evaluations, ...pages.tasks);
  return { ...courseOf(card, units), slug: pages.slug, introduction: introduction.html, files, media: once(media) };
}

export const once = (media: Media[]) => [...new Map(media.map((one) => [one.sha, one])).values()];

const courseOf = (card: CourseCard, units: Read[]): Omit<Course, 'slug' | 'introduction' | 'files' | 'media'> => ({
  key: card.id,
  status: card.estado === 'disponible' ? 'available' : 'announced',
  title: card.titulo,
  summary: card.resumen,
  minutes: Math.round(card.horas * 60),
  topics: card.temas,
  outcomes: card.resultados,
  requirements: card.requisitos,
  reviewedOn: card.revisado,
  notices: noticesOf(card),
  passGrade: Number(card.aprobacion.nota.replace(',', '')),
  modules: card.modulos.map(({ id, titulo, resumen, carpeta }) => ({
    key: id,
    title: titulo,
    summary: resumen,
    units: carpeta ? units.filter(({ module }) => module === carpeta).map(({ unit }) => unit) : [],
  })),
  final: units.flatMap(({ unit, module }) => (module === null && unit.kind === 'evaluation' ? [unit] : []))[0] ?? null,
  task: units.flatMap(({ unit, module }) => (module === null && unit.kind === 'task' ? [unit] : []))[0] ?? null,
});

const moduleOf = ({ place }: Page) => ('module' in place ? place.module : null);
const inModule = (page: Page) => moduleOf(page) !== null;

function readLesson(page: Page<LessonCard>, settingOf: SettingOf, media: Media[]): Read | null {
  const setting = settingOf(page);
  const { media: found, ...text } = renderText(setting, page.card?.titulo ?? '');
  media.push(...found);
  checkParts(setting);
  const weight = brotliCompressSync(text.html).length;
  if (weight > budgets.lesson)
    setting.problems.add(
      page.path,
      1,
      `La lección pesa ${Math.ceil(weight / 1000)} kB comprimida; el máximo es ${budgets.lesson / 1000} kB`,
      'Divídela en dos lecciones',
    );
  if (!page.card) return null;
  const { id, titulo, objetivo, revisado } = page.card;
  const unit: Lesson = { kind: 'lesson', key: id, title: titulo, aim: objetivo, reviewedOn: revisado, ...text };
  return { unit, path: page.path, module: moduleOf(page) };
}

const parts: [name: string, remedy: string][] = [
  ['caso', 'un caso: :::caso[Título]'],
  ['ejercicio', 'un ejercicio con su modelo: ::::ejercicio[Título]'],
  ['para-el-lunes', 'una tarea: :::para-el-lunes'],
  ['fuente', 'una fuente citada: una nota al pie'],
];

/** A lesson is worth an official's time: it has a case, an exercise with its model, something for Monday and a source. */
function checkParts({ page, problems }: Setting): void {
  const found = new Set<string>();
  visit(page.tree, (node) => {
    if (node.type === 'containerDirective') found.add(node.name);
    if (node.type === 'footnoteReference') found.add('fuente');
  });
  for (const [name, remedy] of parts)
    if (!found.has(name)) problems.add(page.path, 1, `A la lección le falta «${name}»`, `Agrega ${remedy}`);
}

function readTest(
  page: Page<EvaluationCard>,
  settingOf: SettingOf,
  media: Media[],
  outcomes: readonly string[],
): Read | null {
  const read = readEvaluation({ ...settingOf(page), page }, outcomes);
  media.push(...(read?.media ?? []));
  return read && { unit: read.evaluation, path: page.path, module: moduleOf(page) };
}

function readAssignment(page: Page<TaskCard>, settingOf: SettingOf, media: Media[]): Read | null {
  const read = readTask({ ...settingOf(page), page });
  media.push(...(read?.media ?? []));
  return read && { unit: read.task, path: page.path, module: moduleOf(page) };
}

function reportRepeated(units: Read[], problems: Problems): void {
  const first = new Map<string, string>();
  for (const { unit, path } of units) {
    const other = first.get(unit.key);
    if (other)
      problems.add(path, 2, `El id «${unit.key}» ya lo usa ${other}`, 'Da a cada unidad del curso un id propio');
    else first.set(unit.key, path);
  }
}

/** Folders and the modules of the card speak of each other; an available course has lessons in each. */
function checkModules({ main, lessons, evaluations, tasks }: CoursePages, card: CourseCard, problems: Problems): void {
  const keys = card.modulos.map(({ id }) => id);
  if (new Set(keys).size < keys.length)
    problems.add(main.path, 1, 'Dos módulos tienen el mismo id', 'Da a cada módulo un id propio');
  const declared = new Set(card.modulos.map(({ carpeta }) => carpeta ?? null));
  for (const page of [...lessons, ...evaluations, ...tasks]) checkFolder(page, declared, problems);
  const written = new Set(lessons.map(moduleOf));
  const due = card.modulos.filter(({ carpeta }) => carpeta !== undefined || card.estado === 'disponible');
  for (const { titulo } of due.filter(({ carpeta }) => !written.has(carpeta ?? null)))
    problems.add(main.path, 1, `El módulo «${titulo}» no tiene lecciones`, 'Escríbelas o anuncia el curso sin carpeta');
}

function checkFolder(page: Page, declared: ReadonlySet<string | null>, problems: Problems): void {
  const folder = moduleOf(page);
  if (folder !== null && !declared.has(folder))
    problems.add(page.path, 1, `La carpeta «${folder}» no está en los módulos del curso`, 'Agrégala en curso.md');
}

function checkWeights({ main, evaluations, tasks }: CoursePages, card: CourseCard, problems: Problems): void {
  const graded = [...evaluations, ...tasks];
  const sum = graded.reduce((total, { card: rules }) => total + (rules?.peso ?? 0), 0);
  const known = graded.every((page) => page.card);
  if (known && (graded.length > 0 || card.estado === 'disponible') && sum !== 100)
    problems.add(main.path, 1, `Los pesos de evaluaciones y tareas suman ${sum}`, 'Ajústalos hasta que sumen 100');
}
