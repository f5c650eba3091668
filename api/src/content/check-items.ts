import type { Course, Evaluation, Programme, Publication } from './content.schema.ts';
import type { Problems } from './problems.ts';

type Item = { key: string; slug: string; files: { path: string }[] };
type Known = { topics: Set<string>; kinds: Set<string> };

/** What no file can tell alone: ids and addresses used twice, topics and kinds of territory that nobody declared. */
export function checkItems(
  { courses, programmes, publications }: { courses: Course[]; programmes: Programme[]; publications: Publication[] },
  known: Known,
  problems: Problems,
): void {
  reportTwice(courses, ({ key }) => key, 'id', problems);
  reportTwice(programmes, ({ key }) => key, 'id', problems);
  reportTwice(publications, ({ kind, key }) => `${kind}/${key}`, 'id', problems);
  reportTwice(publications, ({ slug }) => slug, 'nombre de carpeta', problems);
  for (const item of [...courses, ...programmes, ...publications])
    reportUnknown(item, item.topics, known.topics, 'El tema', 'Usa una clave de temas.yml', problems);
  for (const course of courses) for (const evaluation of testsOf(course)) reportFiling(course, evaluation, known, problems);
  for (const item of publications)
    reportUnknown(
      item,
      item.territoryKinds,
      known.kinds,
      'El tipo de territorio',
      'Usa una clave de territorio/tipos.yml',
      problems,
    );
}

const testsOf = ({ modules, final }: Course): Evaluation[] =>
  [...modules.flatMap(({ units }) => units), ...(final ? [final] : [])].filter((unit) => unit.kind === 'evaluation');

/** Topics and kinds of territory of an evaluation's questions; its course is named, which is where they are looked up. */
function reportFiling(course: Course, { key, questions }: Evaluation, known: Known, problems: Problems): void {
  for (const { key: question, meta } of questions) {
    const name = `de la pregunta «${key}/${question}»`;
    const topics = meta.topic === null ? [] : [meta.topic];
    reportUnknown(course, topics, known.topics, `El tema ${name}`, 'Usa una clave de temas.yml', problems);
    const remedy = 'Usa una clave de territorio/tipos.yml';
    reportUnknown(course, meta.territories, known.kinds, `El tipo de territorio ${name}`, remedy, problems);
  }
}

const mainOf = ({ files }: Item) => files[0]?.path ?? '.';

/** Both are at fault: nobody can say which one is meant. */
function reportTwice<T extends Item>(items: T[], valueOf: (item: T) => string, what: string, problems: Problems): void {
  for (const item of items) {
    const other = items.find((one) => one !== item && valueOf(one) === valueOf(item));
    if (other)
      problems.add(
        mainOf(item),
        1,
        `El ${what} «${valueOf(item)}» también está en ${mainOf(other)}`,
        `Da a cada uno su ${what}`,
      );
  }
}

function reportUnknown(
  item: Item,
  keys: string[],
  known: Set<string>,
  what: string,
  remedy: string,
  problems: Problems,
): void {
  for (const key of keys) if (!known.has(key)) problems.add(mainOf(item), 1, `${what} «${key}» no existe`, remedy);
}
