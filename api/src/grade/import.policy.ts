import { parseRun } from '../identity/run.policy.ts';
import type { ImportChange, ImportRefusal } from './import.schema.ts';
import { columnTitles, sheetTitles } from './sheet.policy.ts';

type Known = {
  columns: readonly { unit: string; title: string }[];
  /** The lowest nota of the rules. */
  min: number;
  people: readonly {
    id: string;
    run: number;
    family: string;
    given: string;
    attendance: number | null;
    /** Published notas by unit. */
    grades: ReadonlyMap<string, number>;
  }[];
};
type Diff = { changes: ImportChange[]; refused: ImportRefusal[] };
type Column = { at: number; title: string; unit: string | null };
type Fault = ImportRefusal['fault'];

const nothing = new Set(['', '-', '—']);
const clean = (text: string | undefined) => (text ?? '').replace(/^'/, '').trim();

/**
 * What a table would change: a line a person, known by RUN; a column a unit, known by its title. What says nothing, or
 * what is so already, changes nothing. The first line holds the titles.
 */
export function diffOf([titles = [], ...lines]: readonly (readonly string[])[], known: Known): Diff {
  const columns = columnsIn(titles, known);
  const runAt = titles.findIndex((title) => clean(title).toUpperCase() === sheetTitles.run);
  const diff: Diff = { changes: [], refused: unknownColumns(titles, columns) };
  const find = finder(known);
  for (const [i, cells] of lines.entries()) {
    if (cells.every((cell) => clean(cell) === '')) continue;
    const [line, text] = [i + 2, clean(cells[runAt])];
    const person = find(text);
    if (typeof person === 'string') diff.refused.push({ line, column: sheetTitles.run, text, fault: person });
    else for (const column of columns) readCell(diff, line, clean(cells[column.at]), column, person, known);
  }
  return diff;
}

/** Who a RUN is, each once; or why it is nobody. */
function finder({ people }: Known): (text: string) => Known['people'][number] | Fault {
  const byRun = new Map(people.map((person) => [person.run, person]));
  const seen = new Set<number>();
  return (text) => {
    const run = parseRun(text)?.number;
    if (run === undefined) return 'wrong_run';
    if (seen.has(run)) return 'repeated_person';
    seen.add(run);
    return byRun.get(run) ?? 'unknown_person';
  };
}

function columnsIn(titles: readonly string[], { columns }: Known): Column[] {
  const names = columnTitles(columns);
  const find = (title: string) => titles.findIndex((each) => clean(each).toLowerCase() === title.toLowerCase());
  return [
    ...columns.map(({ unit }, i) => ({ at: find(names[i] ?? ''), title: names[i] ?? '', unit })),
    { at: find(sheetTitles.attendance), title: sheetTitles.attendance, unit: null },
  ].filter(({ at }) => at >= 0);
}

/** Columns with a title that names nothing here. */
function unknownColumns(titles: readonly string[], columns: readonly Column[]): ImportRefusal[] {
  const known = new Set(Object.values(sheetTitles).map((title) => title.toLowerCase()));
  return titles.flatMap((text, at): ImportRefusal[] => {
    const title = clean(text);
    const means = title === '' || known.has(title.toLowerCase()) || columns.some((column) => column.at === at);
    return means ? [] : [{ line: 1, column: title, text: title, fault: 'unknown_column' }];
  });
}

function readCell(
  diff: Diff,
  line: number,
  text: string,
  column: Column,
  person: Known['people'][number],
  known: Known,
) {
  if (nothing.has(text)) return;
  const { unit, title } = column;
  const read = unit === null ? percentIn(text) : gradeIn(text, known.min);
  if (typeof read === 'string') {
    diff.refused.push({ line, column: title, text, fault: read });
    return;
  }
  const from = unit === null ? person.attendance : (person.grades.get(unit) ?? null);
  const name = `${person.family}, ${person.given}`;
  if (from !== read) diff.changes.push({ enrolmentId: person.id, person: name, unit, title, from, to: read });
}

/** Tenths, of `4,2`, `4.2` or `4`. */
function gradeIn(text: string, min: number): number | Fault {
  const [, whole, tenth = '0'] = /^([1-7])(?:[,.](\d)0*)?$/.exec(text) ?? [];
  const tenths = Number(whole) * 10 + Number(tenth);
  if (whole === undefined || tenths > 70) return 'not_a_grade';
  return tenths < min ? 'below_minimum' : tenths;
}

function percentIn(text: string): number | Fault {
  const [, percent] = /^(\d{1,3})\s*%?$/.exec(text) ?? [];
  return percent === undefined || Number(percent) > 100 ? 'not_a_percent' : Number(percent);
}
