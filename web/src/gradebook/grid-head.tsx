import type { Book } from './schemas.ts';
import { words } from './words.ts';

const { book: says } = words;

/** The column that the people are ordered by: `name`, `whole`, or the number of a column. */
export type Order = { by: string; down: boolean };
type HeadProps = { book: Book; order: Order; onOrder: (order: Order) => void };

const isWhole = ({ people }: Book) => people.every(({ grade }) => grade !== null);

export function GridHead({ book, order, onOrder }: HeadProps) {
  const sort = { order, onOrder };
  const { columns, people, hasAttendance } = book;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <Title by="name" name={says.person} more={says.people(people.length)} {...sort} />
        {columns.map((column, i) => (
          <Title key={column.unit} by={String(i)} name={column.title} more={weightOf(column)} {...sort} />
        ))}
        {hasAttendance && (
          <th scope="col" role="columnheader">
            {says.attendance}
          </th>
        )}
        <Title
          by="whole"
          name={isWhole(book) ? says.whole.final : says.whole.provisional}
          more={gradedOf(book)}
          {...sort}
        />
      </tr>
    </thead>
  );
}

const weightOf = ({ share, category }: Book['columns'][number]) =>
  [share === 0 ? says.formative : says.share(share), category].filter(Boolean).join(' · ');

/** What part of the whole has been graded for anyone. */
const gradedOf = ({ columns, statistics }: Book) =>
  says.share(columns.reduce((sum, { share }, i) => sum + (statistics.columns[i]?.n ? share : 0), 0));

type TitleProps = { by: string; name: string; more: string } & Pick<HeadProps, 'order' | 'onOrder'>;

function Title({ by, name, more, order, onOrder }: TitleProps) {
  const own = order.by === by;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={own ? (order.down ? 'descending' : 'ascending') : undefined}
      title={name}
    >
      <button type="button" onClick={() => onOrder({ by, down: own ? !order.down : by !== 'name' })}>
        {name}
        {own && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
      </button>
      <span className="under">{more}</span>
    </th>
  );
}
