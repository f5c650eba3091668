import type { Programme } from './content.schema.ts';
import type { ProgrammeCard } from './front-matter.schema.ts';
import type { Setting } from './library.ts';
import { noticesOf } from './notices.policy.ts';
import type { Page } from './page.ts';
import type { Problems } from './problems.ts';
import { renderText } from './render-text.ts';
import { filesOf } from './source-folder.ts';

/** A diplomado, or null where its card is broken. `courses` are the ids of all courses in the folder. */
export function readProgramme(
  setting: Setting & { page: Page<ProgrammeCard> },
  slug: string,
  courses: ReadonlySet<string>,
): Programme | null {
  const { page, problems } = setting;
  const { html: introduction, media } = renderText(setting, page.card?.titulo ?? '');
  if (media.length > 0)
    problems.add(page.path, 1, 'El diplomado trae figuras', 'Pásalas a la presentación de uno de sus cursos');
  const { card } = page;
  if (!card) return null;
  checkCourses(card, page.path, courses, problems);
  return {
    key: card.id,
    slug,
    title: card.titulo,
    summary: card.resumen,
    topics: card.temas,
    outcomes: card.resultados,
    requirements: card.requisitos,
    reviewedOn: card.revisado,
    notices: noticesOf(card),
    introduction,
    courses: card.cursos.map(({ curso, peso }) => ({ key: curso, weight: peso })),
    files: filesOf(page),
  };
}

function checkCourses({ cursos }: ProgrammeCard, path: string, courses: ReadonlySet<string>, problems: Problems): void {
  const keys = cursos.map(({ curso }) => curso);
  for (const key of keys.filter((one) => !courses.has(one)))
    problems.add(path, 1, `El curso «${key}» no existe`, 'Escribe el id de un curso de cursos/');
  if (new Set(keys).size < keys.length)
    problems.add(path, 1, 'Un curso aparece dos veces en el diplomado', 'Deja una sola línea por curso');
  const sum = cursos.reduce((total, { peso }) => total + peso, 0);
  if (sum !== 100) problems.add(path, 1, `Los pesos de los cursos suman ${sum}`, 'Ajústalos hasta que sumen 100');
}
