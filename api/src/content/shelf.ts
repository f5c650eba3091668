import type { z } from 'zod';
import type { Course } from './content.schema.ts';
import {
  ChapterCard,
  CourseCard,
  EvaluationCard,
  GlossaryCard,
  LessonCard,
  ProgrammeCard,
  PublicationCard,
  TaskCard,
} from './front-matter.schema.ts';
import { readImage } from './image.ts';
import type { Place } from './layout.policy.ts';
import type { Library, Shelved } from './library.ts';
import { type Page, readPage } from './page.ts';
import type { Problems } from './problems.ts';
import type { CoursePages } from './read-course.ts';
import type { PublicationPages } from './read-publication.ts';
import type { SourceFolder, SourceText } from './source-folder.ts';

/** Every page of the folder, read and put where it belongs. */
export type Shelf = {
  glossary: Page<z.infer<typeof GlossaryCard>> | null;
  courses: CoursePages[];
  programmes: { slug: string; page: Page<z.infer<typeof ProgrammeCard>> }[];
  publications: PublicationPages[];
  files: Partial<Record<Place['kind'], SourceText>>;
};

/** Sorts the pages into items. What belongs to an item without its main file is a problem. */
export function shelve({ texts }: SourceFolder, problems: Problems): Shelf {
  const pagesOf = <Card>(kind: Place['kind'], schema: z.ZodType<Card>) =>
    texts.filter(({ place }) => place.kind === kind).map((file) => readPage(file, schema, problems));
  const mains = (kind: 'booklet' | 'manual' | 'guidance') =>
    pagesOf(kind, PublicationCard).map((main) => ({ kind, main, slug: folderOf(main) }));
  const [lessons, evaluations] = [pagesOf('lesson', LessonCard), pagesOf('evaluation', EvaluationCard)];
  const tasks = pagesOf('task', TaskCard);
  const chapters = pagesOf('chapter', ChapterCard);
  const courses = pagesOf('course', CourseCard).map((main) => ({
    slug: folderOf(main),
    main,
    lessons: lessons.filter((page) => folderOf(page) === folderOf(main)),
    evaluations: evaluations.filter((page) => folderOf(page) === folderOf(main)),
    tasks: tasks.filter((page) => folderOf(page) === folderOf(main)),
  }));
  const publications = [...mains('booklet'), ...mains('manual'), ...mains('guidance')].map((one) => ({
    ...one,
    chapters: one.kind === 'manual' ? chapters.filter((page) => folderOf(page) === one.slug) : [],
  }));
  reportLost([...lessons, ...evaluations, ...tasks], courses, 'curso.md', problems);
  reportLost(
    chapters,
    publications.filter(({ kind }) => kind === 'manual'),
    'manual.md',
    problems,
  );
  return {
    glossary: pagesOf('glossary', GlossaryCard)[0] ?? null,
    courses,
    programmes: pagesOf('programme', ProgrammeCard).map((page) => ({ slug: folderOf(page), page })),
    publications,
    files: Object.fromEntries(texts.map((file) => [file.place.kind, file])),
  };
}

const folderOf = ({ place }: Page) => ('folder' in place ? place.folder : '');

function reportLost(pages: Page[], items: { slug: string }[], main: string, problems: Problems): void {
  const slugs = new Set(items.map(({ slug }) => slug));
  for (const page of pages)
    if (!slugs.has(folderOf(page)))
      problems.add(page.path, 1, `Su carpeta no tiene ${main}`, `Agrega ${main} o mueve el archivo`);
}

/** What the texts may speak of. A lesson's address is its line in the page of the course. */
export function libraryOf(shelf: Shelf, { images }: SourceFolder): Library {
  const shelved = [
    ...(shelf.glossary ? [shelvedAs(shelf.glossary, '/glosario')] : []),
    ...shelf.programmes.map(({ slug, page }) => shelvedAs(page, `/diplomados/${slug}`)),
    ...shelf.courses.flatMap(courseShelf),
    ...shelf.publications.flatMap(publicationShelf),
  ];
  const seen = new Map<string, ReturnType<typeof readImage>>();
  return {
    pages: new Map(shelved),
    terms: shelf.glossary?.anchors ?? new Set(),
    image: (path) => {
      const bytes = images.get(path);
      if (bytes && !seen.has(path)) seen.set(path, readImage(path, bytes));
      return seen.get(path);
    },
  };
}

const shelvedAs = ({ path, anchors }: Page, url: string, unit: string | null = null): [string, Shelved] => [
  path,
  { url, anchors, unit },
];

/** What a page is called in an address; a card that is broken has no name, and is never published. */
const nameOf = ({ card }: Page<{ id: string }>) => card?.id ?? '';

const courseShelf = ({ slug, main, lessons, evaluations, tasks }: CoursePages) => [
  shelvedAs(main, `/cursos/${slug}`),
  ...[...lessons, ...evaluations, ...tasks].map((page) =>
    shelvedAs(page, `/cursos/${slug}#${nameOf(page)}`, `${nameOf(main)}/${nameOf(page)}`),
  ),
];

const publicationShelf = ({ slug, main, chapters }: PublicationPages) => [
  shelvedAs(main, `/biblioteca/${slug}`),
  ...chapters.map((page) => shelvedAs(page, `/biblioteca/${slug}/${nameOf(page)}`)),
];

/** The ids of all courses, broken ones too: a programme may count on a course that is being mended. */
export const courseKeys = ({ courses }: Shelf): Set<Course['key']> =>
  new Set(courses.flatMap(({ main }) => (main.card ? [main.card.id] : [])));
