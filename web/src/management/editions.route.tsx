import './management.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { amount, tableDay } from '../ui/format.ts';
import { words } from './words.ts';

const { editions } = words;

export const handle: Handle = { title: words.title, description: editions.description };

export const loader = ({ request }: LoaderFunctionArgs) => read(api.GET('/api/editions', { signal: request.signal }));

export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5 staff" data-density="compact">
      <header className="stack gap-2">
        <h1>{editions.heading}</h1>
        <p className="meta">{editions.lead}</p>
      </header>
      {items.length === 0 ? (
        <Empty text={editions.empty}>
          <Link className="btn" to="/">
            {editions.home}
          </Link>
        </Empty>
      ) : (
        <div className="container">
          <EditionTable items={items} />
        </div>
      )}
    </main>
  );
}

type Item = Schemas['StaffEditionList']['items'][number];

function EditionTable({ items }: { items: readonly Item[] }) {
  return (
    <table role="table" className="table restack">
      <caption className="visually-hidden">{editions.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[editions.title, editions.edition, editions.dates].map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
          {[editions.taken, editions.completed].map((name) => (
            <th key={name} role="columnheader" scope="col" className="numeric">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <EditionRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function EditionRow({ item }: { item: Item }) {
  const { id, kind, title, name, startsAt, endsAt, timeZone, seats, taken, completed } = item;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="row-link" to={`/gestion/ediciones/${id}`}>
          {title}
        </Link>
        <span className="fine">{editions.kinds[kind]}</span>
      </th>
      <td role="cell" data-label={editions.edition}>
        {name}
      </td>
      <td role="cell" data-label={editions.dates}>
        {editions.between(tableDay(startsAt, timeZone), tableDay(endsAt, timeZone))}
      </td>
      <td role="cell" className="numeric" data-label={editions.taken}>
        {editions.takenOf(taken, seats)}
      </td>
      <td role="cell" className="numeric" data-label={editions.completed}>
        {amount(completed)}
      </td>
    </tr>
  );
}
