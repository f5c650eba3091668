import './gradebook.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { amount, editionName } from '../ui/format.ts';
import { words } from './words.ts';

const { books } = words;

export const handle: Handle = { title: words.title, description: books.description };

export const loader = ({ request }: LoaderFunctionArgs) => read(api.GET('/api/editions', { signal: request.signal }));

/** The editions whose notas one may see. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <header className="stack gap-2">
        <h1>{books.heading}</h1>
        <p className="meta">{books.lead}</p>
        <p className="cluster">
          <Link to="/notas/recorrecciones">{books.appeals}</Link>
          <Link to="/notas/recalculos">{books.regrades}</Link>
        </p>
      </header>
      {items.length === 0 ? (
        <Empty text={books.empty} />
      ) : (
        <div className="container">
          <table role="table" className="table restack">
            <caption className="visually-hidden">{books.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {[books.course, books.edition].map((name) => (
                  <th key={name} role="columnheader" scope="col">
                    {name}
                  </th>
                ))}
                <th role="columnheader" scope="col" className="numeric">
                  {books.people}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {items.map(({ id, title, kind, name, taken }) => (
                <tr key={id} role="row">
                  <th role="rowheader" scope="row">
                    <Link className="row-link" to={`/notas/ediciones/${id}`}>
                      {title}
                    </Link>
                    <span className="fine">{books.kinds[kind]}</span>
                  </th>
                  <td role="cell" data-label={books.edition}>
                    {editionName(name)}
                  </td>
                  <td role="cell" className="numeric" data-label={books.people}>
                    {amount(taken)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
