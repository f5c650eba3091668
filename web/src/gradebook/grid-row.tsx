import { memo } from 'react';
import { Link } from 'react-router';
import { grade as written } from '../ui/format.ts';
import type { Book } from './schemas.ts';
import { words } from './words.ts';

const { book: says } = words;
type Person = Book['people'][number];
type Column = Book['columns'][number];

/** Where a nota is seen and changed. The fragment keeps the focus from going to the top of the page. */
export const cellAddress = (edition: string, enrolment: string, unit: string, search: string) =>
  `/notas/ediciones/${edition}/${enrolment}/${unit}${search}#cambio`;

type RowProps = {
  book: Book;
  person: Person;
  index: number;
  search: string;
  /** The column that Tab reaches, or -1; the unit whose panel is open. */
  active: number;
  opened: string | undefined;
  onFocus: (column: number) => void;
  measure: (row: HTMLElement | null) => void;
};

export const PersonRow = memo(Row, (a, b) =>
  (['book', 'person', 'index', 'search', 'active', 'opened'] as const).every((name) => a[name] === b[name]),
);

function Row({ book, person, index, search, active, opened, onFocus, measure }: RowProps) {
  const { id, family, given, region, attendance } = person;
  const whole = person.grade ?? person.provisional;
  return (
    <tr role="row" aria-rowindex={index + 2} data-index={index} ref={measure}>
      <th scope="row" role="rowheader">
        <Link to={`/notas/inscripciones/${id}`} tabIndex={-1}>
          <b>
            {family}, {given}
          </b>
          <span>{region ?? ''}</span>
        </Link>
      </th>
      {book.columns.map((column, i) => (
        <td
          key={column.unit}
          role="gridcell"
          className={classOf(person, i, book.passGrade)}
          aria-current={opened === column.unit || undefined}
        >
          <Cell
            {...{ column, person, i, index }}
            to={column.kind === 'course' ? null : cellAddress(book.id, id, column.unit, search)}
            reach={active === i ? 0 : -1}
            onFocus={() => onFocus(i)}
          />
        </td>
      ))}
      {book.hasAttendance && <td role="gridcell">{says.percent(attendance)}</td>}
      <td role="gridcell" className={whole !== null && whole < book.passGrade ? 'avg low' : 'avg'}>
        {written(whole)}
      </td>
    </tr>
  );
}

function classOf({ grades, states }: Person, i: number, passGrade: number): string | undefined {
  const [grade, state] = [grades[i] ?? null, states[i]];
  if (state === 'p') return 'todo';
  const low = grade !== null && grade < passGrade;
  return [low && 'low', state === 'o' && 'edited'].filter(Boolean).join(' ') || undefined;
}

type CellProps = {
  column: Column;
  person: Person;
  i: number;
  index: number;
  to: string | null;
  reach: 0 | -1;
  onFocus: () => void;
};

function Cell({ column, person, i, index, to, reach, onFocus }: CellProps) {
  const { family, given, grades, states, computed } = person;
  const state = states[i];
  const was = computed.find(([at]) => at === i)?.[1];
  const shown = state === 'p' ? says.pending[column.kind] : written(grades[i] ?? null);
  const more = state === 'm' ? says.missing : was !== undefined ? says.was(was) : null;
  const place = { 'data-row': index, 'data-column': i, tabIndex: reach, onFocus };
  const text = (
    <>
      {shown}
      {more && <small>{more}</small>}
    </>
  );
  if (to === null) return <span {...place}>{text}</span>;
  return (
    <Link to={to} {...place} preventScrollReset>
      <span className="visually-hidden">{says.open(`${given} ${family}`, column.title)}: </span>
      {text}
    </Link>
  );
}
