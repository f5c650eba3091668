import { grade, percent } from '../ui/format.ts';
import type { Book } from './schemas.ts';
import { words } from './words.ts';

const { book: says } = words;
type Statistics = Book['statistics']['whole'];

const rows = (passGrade: number): [string, (of: Statistics) => string][] => [
  [says.statistics.average, ({ average }) => grade(average)],
  [says.statistics.median, ({ median }) => grade(median)],
  [
    says.statistics.range,
    ({ lowest, highest }) => (lowest === null || highest === null ? '—' : says.range(lowest, highest)),
  ],
  [says.statistics.passed(passGrade), ({ passed, n }) => percent(passed, n)],
];

/** The notas of each column summed up; always in sight. */
export function GridFoot({ book: { columns, statistics, passGrade, hasAttendance } }: { book: Book }) {
  return (
    <tfoot role="rowgroup">
      {rows(passGrade).map(([name, write]) => (
        <tr key={name} role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          {columns.map(({ unit }, i) => {
            const own = statistics.columns[i];
            return (
              <td key={unit} role="gridcell">
                {own ? write(own) : '—'}
              </td>
            );
          })}
          {hasAttendance && <td role="gridcell" />}
          <td role="gridcell">{write(statistics.whole)}</td>
        </tr>
      ))}
    </tfoot>
  );
}
