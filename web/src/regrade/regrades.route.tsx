import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Empty } from '../ui/empty.tsx';
import { amount, tableDay } from '../ui/format.ts';
import { words } from './words.ts';

const { list } = words;

export const handle: Handle = { title: list.heading, description: words.description };

export function loader({ request }: LoaderFunctionArgs) {
  const query = given({ after: asked(request)('after') });
  return read(api.GET('/api/regrades', { params: { query }, signal: request.signal }));
}

/** What was counted anew, or simulated, in the editions that one may see. */
export function Component() {
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <header className="stack gap-2">
        <Breadcrumbs trail={[{ to: '/notas', name: words.book }]} />
        <h1>{list.heading}</h1>
        <p className="meta">{list.lead}</p>
      </header>
      {items.length === 0 ? (
        <Empty text={list.empty} />
      ) : (
        <div className="container">
          <table role="table" className="table restack">
            <caption className="visually-hidden">{list.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {[list.what, list.where, list.state, list.people, list.date].map((name) => (
                  <th key={name} role="columnheader" scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {items.map(({ id, decision, unitTitle, title, state, people, madeAt }) => (
                <tr key={id} role="row">
                  <th role="rowheader" scope="row">
                    <Link className="tap" to={`/notas/recalculos/${id}`}>
                      {words.decisions[decision]}
                    </Link>
                  </th>
                  <td role="cell" data-label={list.where}>
                    {unitTitle ? `${unitTitle}, ${title ?? ''}` : list.everywhere}
                  </td>
                  <td role="cell" data-label={list.state}>
                    {words.states[state]}
                  </td>
                  <td role="cell" data-label={list.people}>
                    {amount(people)}
                  </td>
                  <td role="cell" data-label={list.date}>
                    {tableDay(madeAt, 'America/Santiago')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <Link className="btn" to={`/notas/recalculos?after=${next}`}>
            {list.more}
          </Link>
        </p>
      )}
    </main>
  );
}
