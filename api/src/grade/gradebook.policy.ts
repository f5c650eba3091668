import type { GradeRules } from '../content/grade-rules.schema.ts';
import { type Outcome, shareOf } from './grade.policy.ts';
import type { CellState, GradebookView } from './gradebook.schema.ts';
import { isClosed, outcomeOf, rulesOf } from './ruled.policy.ts';
import { statisticsOf } from './statistics.policy.ts';

export type BookColumn = {
  unit: string;
  kind: 'evaluation' | 'task' | 'course';
  title: string;
  weight: number;
  editionId: string | null;
};
/** An edition as its statement finds it. */
export type Book = { columns: BookColumn[]; rules: GradeRules | null; endsAt: Date; passGrade: number };
/** A person as their statement finds them; `grades` by unit, what was computed, and whether somebody decided. */
export type BookRow = {
  id: string;
  family: string;
  given: string;
  region: string | null;
  attendance: number | null;
  grades: [unit: string, grade: number, computed: number | null, overridden: boolean][];
  handed: string[];
  result: number | null;
};
type Person = GradebookView['people'][number];
const none = (columns: BookColumn[]) =>
  columns.map(({ unit, weight }) => ({ unit, weight, grade: null, handed: false }));

/** The rules that hold in an edition. */
export const rulesOfBook = ({ rules, columns }: Pick<Book, 'rules' | 'columns'>): GradeRules =>
  rulesOf({ rules, items: none(columns) });

/** What the rules give a person; a rule that is being tried may stand in for the edition's. */
export function outcomeOfRow(book: Book, row: BookRow, now: Date, rules = rulesOfBook(book)): Outcome {
  const grades = new Map(row.grades.map(([unit, grade]) => [unit, grade]));
  const items = book.columns.map(({ unit, weight }) => ({
    ...{ unit, weight, grade: grades.get(unit) ?? null, handed: row.handed.includes(unit) },
  }));
  return outcomeOf({ rules, items, attendance: row.attendance, endsAt: book.endsAt }, now);
}

/** The columns with what each weighs in the whole, and in which category it stands. */
export function columnsOf(book: Book): GradebookView['columns'] {
  const rules = rulesOfBook(book);
  const categoryOf = (unit: string) =>
    rules.categories.length > 1
      ? (rules.categories.find(({ items }) => items.some((item) => item.unit === unit))?.title ?? null)
      : null;
  return book.columns.map(({ unit, kind, title, editionId }) => ({
    ...{ unit, kind, title, editionId, share: shareOf(rules, unit), category: categoryOf(unit) },
  }));
}

/** A person's line: a nota and a letter for each column, and the whole. A complete course keeps the nota of that moment. */
export function lineOf(book: Book, row: BookRow, now: Date, rules = rulesOfBook(book)): Person {
  const found = new Map(row.grades.map((grade) => [grade[0], grade]));
  const missing = rules.missing.as === 'minimum' && isClosed(rules, book.endsAt, now);
  const states = book.columns.map(({ unit }): CellState =>
    stateOf(found.get(unit), row.handed.includes(unit), missing),
  );
  const { grade, provisional } = outcomeOfRow(book, row, now, rules);
  const { id, family, given, region, attendance } = row;
  return {
    ...{ id, family, given, region, attendance, provisional, grade: row.result ?? grade },
    grades: book.columns.map(({ unit }, i) => found.get(unit)?.[1] ?? (states[i] === 'm' ? rules.min : null)),
    states: states.join(''),
    computed: book.columns.flatMap(({ unit }, i): [number, number][] => {
      const [, , computed = null, overridden = false] = found.get(unit) ?? [];
      return overridden && computed !== null ? [[i, computed]] : [];
    }),
  };
}

function stateOf(found: BookRow['grades'][number] | undefined, handed: boolean, missing: boolean): CellState {
  if (found) return found[3] ? 'o' : 'g';
  if (handed) return 'p';
  return missing ? 'm' : '-';
}

/** The notas of each column and of the whole, summed up; the whole as far as it is known. */
export function statisticsOfBook({ columns, passGrade }: Book, people: readonly Person[]): GradebookView['statistics'] {
  const known = (grades: (number | null | undefined)[]) => grades.filter((grade) => grade != null);
  return {
    columns: columns.map((_, i) => statisticsOf(known(people.map(({ grades }) => grades[i])), passGrade)),
    whole: statisticsOf(known(people.map(({ grade, provisional }) => grade ?? provisional)), passGrade),
  };
}
