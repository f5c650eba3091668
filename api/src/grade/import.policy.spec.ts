import fc from 'fast-check';
import { formatRun } from '../identity/run.policy.ts';
import { diffOf } from './import.policy.ts';
import { columnTitles, sheetOf } from './sheet.policy.ts';

const columns = [
  { unit: 'control', title: 'Control' },
  { unit: 'final', title: 'Final' },
];
const person = (n: number, grades: Record<string, number> = {}, attendance: number | null = null) => ({
  ...{ id: `e${n}`, run: 12_000_000 + n, family: `Pérez ${n}`, given: 'Ana', attendance },
  grades: new Map(Object.entries(grades)),
});
const people = [person(1, { control: 37 }, 80), person(2, { control: 50, final: 60 })];
const known = { columns, min: 10, people };
const run = (n: number) => formatRun(12_000_000 + n);
const head = ['RUN', 'Control', 'Final', 'Asistencia'];
const changed = { enrolmentId: 'e1', person: 'Pérez 1, Ana', unit: 'control', title: 'Control' };

test('only what differs changes', () =>
  expect(
    diffOf([head, [run(1), '4,2', '', '75 %'], [run(2).replaceAll('.', ''), '5', '6.0', '—'], ['', '', '', '']], known),
  ).toEqual({
    changes: [
      { ...changed, from: 37, to: 42 },
      { ...changed, unit: null, title: 'Asistencia', from: 80, to: 75 },
    ],
    refused: [],
  }));

test.each([
  ['12.000.001-1', '4,2', { column: 'RUN', text: '12.000.001-1', fault: 'wrong_run' }],
  [run(9), '4,2', { column: 'RUN', text: run(9), fault: 'unknown_person' }],
  [run(1), '7,1', { column: 'Control', text: '7,1', fault: 'not_a_grade' }],
  [run(1), '4,25', { column: 'Control', text: '4,25', fault: 'not_a_grade' }],
  [run(1), '=1+1', { column: 'Control', text: '=1+1', fault: 'not_a_grade' }],
])('%s with «%s» is refused', (who, text, refusal) =>
  expect(diffOf([head.slice(0, 2), [who, text]], known)).toEqual({ changes: [], refused: [{ line: 2, ...refusal }] }),
);

test('a nota below the lowest, a person twice, a column that is not known, and no percentage', () => {
  const { refused } = diffOf([['RUN', 'Control', 'Otra', 'Asistencia'], [run(1), '1,5', '', '101'], [run(1)]], {
    ...known,
    min: 20,
  });
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'unknown_column'],
    [2, 'below_minimum'],
    [2, 'not_a_percent'],
    [3, 'repeated_person'],
  ]);
});

test('what is called the same is told apart', () =>
  expect(columnTitles([...columns, { unit: 'otro', title: 'Final' }, { unit: 'run', title: 'RUN' }])).toEqual([
    ...['Control', 'Final (final)', 'Final (otro)', 'RUN (run)'],
  ]));

test('bringing back what was taken out changes nothing', () => {
  const nota = fc.option(fc.integer({ min: 10, max: 70 }));
  const line = fc.record({ control: nota, final: nota, attendance: fc.option(fc.nat(100)) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const held = lines.map(({ control, final, attendance }, i) => {
        const grades = Object.fromEntries(Object.entries({ control, final }).filter(([, grade]) => grade !== null));
        return person(i, grades as Record<string, number>, attendance);
      });
      const shown = held.map((each) => ({
        ...each,
        ...{ region: null, grades: columns.map(({ unit }) => each.grades.get(unit) ?? null), computed: [] },
        ...{ states: 'gg', grade: null, provisional: null },
      }));
      const shared = { kind: 'evaluation' as const, share: 50_000, category: null, editionId: null };
      const { titles, rows } = sheetOf(
        { columns: columns.map((column) => ({ ...column, ...shared })), people: shown },
        new Map(held.map(({ id, run: number }) => [id, number])),
      );
      const table = [titles, ...rows.map((row) => row.map((cell) => String(cell ?? '')))];
      expect(diffOf(table, { ...known, people: held })).toEqual({ changes: [], refused: [] });
    }),
  );
});
