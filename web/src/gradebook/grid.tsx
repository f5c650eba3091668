import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Book } from './schemas.ts';
import { GridFoot } from './grid-foot.tsx';
import { GridHead, type Order } from './grid-head.tsx';
import { cellAddress, PersonRow } from './grid-row.tsx';
import { useCells } from './use-cells.ts';
import { words } from './words.ts';

const { book: says } = words;
type Person = Book['people'][number];

/** A row's height before it is measured, and what the fixed rows hide. */
const guess = { row: 51, head: 51, foot: 150 };
/** What is drawn before the browser has measured anything, and without a script. */
const first = { width: 800, height: 2500 };

const wholeOf = ({ grade, provisional }: Person) => grade ?? provisional;
const valueOf = (person: Person, by: Order['by']) =>
  by === 'whole' ? wholeOf(person) : (person.grades[Number(by)] ?? null);

/** By the column asked for; without a nota goes last either way. The people come by name. */
function sorted(people: readonly Person[], { by, down }: Order): readonly Person[] {
  if (by === 'name') return down ? people.toReversed() : people;
  const sign = down ? -1 : 1;
  return people.toSorted((a, b) => {
    const [one, other] = [valueOf(a, by), valueOf(b, by)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

/** Everyone by everything that is graded. Only the rows in sight are drawn; what is fixed stays in sight. */
export function Grid({ book, search }: { book: Book; search: string }) {
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  const people = useMemo(() => sorted(book.people, order), [book.people, order]);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    ...{ count: people.length, overscan: 8, initialRect: first },
    getScrollElement: () => frame.current,
    estimateSize: () => guess.row,
    ...{ scrollPaddingStart: guess.head, scrollPaddingEnd: guess.foot, paddingEnd: 0 },
  });
  const bounds = useMemo(() => ({ rows: people.length, columns: book.columns.length }), [people, book.columns]);
  const opened = useParams();
  const navigate = useNavigate();
  const show = useCallback((row: number) => virtual.scrollToIndex(row), [virtual]);
  const typed = useCallback(
    ({ row, column }: { row: number; column: number }, digit: string) => {
      const [person, unit] = [people[row], book.columns[column]?.unit];
      if (!book.writable || !person || !unit) return;
      void navigate(cellAddress(book.id, person.id, unit, search), {
        preventScrollReset: true,
        state: { typed: digit },
      });
    },
    [book, navigate, people, search],
  );
  const cells = useCells(frame, bounds, { show, typed });
  const items = virtual.getVirtualItems();
  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  return (
    <div className="grid-frame" tabIndex={0} role="region" aria-label={says.frame} ref={frame}>
      <table
        className="grid"
        role="grid"
        aria-rowcount={people.length + 1}
        aria-describedby="teclas"
        onKeyDown={cells.onKeyDown}
      >
        <caption className="visually-hidden">
          {says.caption} <span id="teclas">{says.keys}</span>
        </caption>
        <GridHead book={book} order={order} onOrder={setOrder} />
        <tbody role="rowgroup">
          <Spacer height={before} />
          {items.map(({ index }) => {
            const person = people[index];
            return (
              person && (
                <PersonRow
                  key={person.id}
                  {...{ book, person, index, search }}
                  active={cells.active.row === index ? cells.active.column : -1}
                  opened={opened['enrolment'] === person.id ? opened['unit'] : undefined}
                  onFocus={(column) => cells.setActive({ row: index, column })}
                  measure={virtual.measureElement}
                />
              )
            );
          })}
          <Spacer height={after} />
        </tbody>
        <GridFoot book={book} />
      </table>
    </div>
  );
}

/** The room of the rows that are not drawn. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer" aria-hidden="true">
      <td>
        <svg width="1" height={height} />
      </td>
    </tr>
  );
}
