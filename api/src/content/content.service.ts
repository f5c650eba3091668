import { checkItems } from './check-items.ts';
import { checkText } from './check-text.ts';
import type { Content, SourceFile } from './content.schema.ts';
import type { Setting } from './library.ts';
import type { Page } from './page.ts';
import { Problems } from './problems.ts';
import { readCourse } from './read-course.ts';
import { readProgramme } from './read-programme.ts';
import { readPublication } from './read-publication.ts';
import { checkSearches, readGlossary, readTopics } from './read-reference.ts';
import { readTerritory } from './read-territory.ts';
import { courseKeys, libraryOf, type Shelf, shelve } from './shelf.ts';
import { openFolder } from './source-folder.ts';

/**
 * Reads a whole content folder, as docs/contenido.md describes it. Answers the items that are free of problems and all
 * the problems of the others; what is written wrong never throws. Touches no database: equal folders give equal content.
 */
export async function readContent(root: string): Promise<Content> {
  const problems = new Problems();
  const folder = await openFolder(root, problems);
  const shelf = shelve(folder, problems);
  const library = libraryOf(shelf, folder);
  const settingOf = (page: Page): Setting => ({ page, library, problems });
  for (const page of pagesOf(shelf)) checkText(settingOf(page));

  const topics = shelf.files.topics ? readTopics(shelf.files.topics, problems) : missing('temas.yml', problems);
  const glossary = shelf.glossary ? readGlossary(settingOf(shelf.glossary)) : missing('glosario.md', problems);
  const { regions, comunas, kinds, zones } = shelf.files;
  const territory = readTerritory({ regions, comunas, kinds, zones }, problems);
  const keys = courseKeys(shelf);
  const found = {
    courses: present(shelf.courses.map((pages) => readCourse(pages, settingOf, problems))),
    programmes: present(
      shelf.programmes.map(({ page, slug }) => readProgramme({ ...settingOf(page), page }, slug, keys)),
    ),
    publications: present(shelf.publications.map((pages) => readPublication(pages, settingOf, problems))),
  };
  const known = { topics: keysOf(topics?.topics), kinds: keysOf(territory?.kinds) };
  checkItems(found, known, problems);
  if (shelf.files.searches) checkSearches(shelf.files.searches, found.publications, problems);

  const clean = <T extends { files: SourceFile[] }>(items: T[]) => items.filter(({ files }) => problems.clean(files));
  const ifClean = <T extends { files: SourceFile[] }>(item: T | null) =>
    item && problems.clean(item.files) ? item : null;
  return {
    topics: ifClean(topics),
    glossary: ifClean(glossary),
    territory: ifClean(territory),
    courses: clean(found.courses),
    programmes: clean(found.programmes),
    publications: clean(found.publications),
    problems: problems.sorted(),
    paths: folder.texts.map(({ path }) => path),
  };
}

const pagesOf = ({ glossary, courses, programmes, publications }: Shelf): Page[] => [
  ...(glossary ? [glossary] : []),
  ...programmes.map(({ page }) => page),
  ...courses.flatMap(({ main, lessons, evaluations, tasks }) => [main, ...lessons, ...evaluations, ...tasks]),
  ...publications.flatMap(({ main, chapters }) => [main, ...chapters]),
];

const present = <T>(items: (T | null)[]) => items.filter((item) => item !== null);
const keysOf = (items: { key: string }[] | undefined) => new Set(items?.map(({ key }) => key));

function missing(path: string, problems: Problems): null {
  problems.add(path, 1, 'Falta el archivo', 'Agrégalo a la carpeta de contenido');
  return null;
}
