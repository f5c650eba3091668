import { formatRun } from '../identity/run.policy.ts';
import { formatGrade } from './grade.policy.ts';
import type { GradebookView } from './gradebook.schema.ts';

type Cell = string | number | null;
type Book = Pick<GradebookView, 'columns' | 'people'>;

/** What stands before and after the notas; the names by which an import knows the columns. */
export const sheetTitles = {
  run: 'RUN',
  family: 'Apellidos',
  given: 'Nombres',
  region: 'Región',
  attendance: 'Asistencia',
  provisional: 'Promedio parcial',
  grade: 'Nota final',
} as const;

/** The title of each graded column, told apart where two are called the same. */
export function columnTitles(columns: readonly { unit: string; title: string }[]): string[] {
  const taken = new Set<string>(Object.values(sheetTitles));
  return columns.map(({ unit, title }, i) => {
    const same = columns.some((other, j) => j !== i && other.title === title) || taken.has(title);
    return same ? `${title} (${unit})` : title;
  });
}

const nota = (tenths: number | null | undefined) => (tenths == null ? null : formatGrade(tenths));

/** The gradebook as a table: a line a person, notas with a decimal comma. `runs` by enrolment. */
export function sheetOf(
  { columns, people }: Book,
  runs: ReadonlyMap<string, number>,
): { titles: string[]; rows: Cell[][] } {
  const { run, family, given, region, attendance, provisional, grade } = sheetTitles;
  return {
    titles: [run, family, given, region, ...columnTitles(columns), attendance, provisional, grade],
    rows: people.map((person) => [
      ...[formatRun(runs.get(person.id) ?? 0), person.family, person.given, person.region],
      ...person.grades.map((tenths, i) => (person.states[i] === 'm' ? null : nota(tenths))),
      ...[person.attendance, nota(person.provisional), nota(person.grade)],
    ]),
  };
}
