import './gradebook.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { asked, given, oneOf, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Empty } from '../ui/empty.tsx';
import { day, hour } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { words } from './appeal-words.ts';
import { words as book } from './words.ts';

const { appeals: says } = words;
type Appeal = Schemas['Appeal'];

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export async function loader({ request }: LoaderFunctionArgs) {
  const value = asked(request);
  const query = given({ state: oneOf(['open', 'all'] as const, value('state')), after: value('after') });
  return { page: await read(api.GET('/api/appeals', { params: { query }, signal: request.signal })), query };
}

/** Requests to mark again of whoever one looks after. */
export function Component() {
  const { page, query } = useLoaderData<typeof loader>();
  const { items, next } = page;
  const state = query.state ?? 'open';
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <Breadcrumbs trail={[{ to: '/notas', name: book.title }]} />
      <header className="stack gap-2">
        <h1>{says.title}</h1>
        <p className="meta">{says.lead}</p>
        <nav className="cluster" aria-label={says.which}>
          {(['open', 'all'] as const).map((each) => (
            <Link key={each} to={`?state=${each}`} aria-current={each === state ? 'page' : undefined}>
              {says[each]}
            </Link>
          ))}
        </nav>
      </header>
      {items.length === 0 ? <Empty text={says.empty} /> : <Table items={items} />}
      {next && (
        <p>
          <Link className="btn" to={`/notas/recorrecciones${searchOf({ ...query, after: next })}`}>
            {says.more}
          </Link>
        </p>
      )}
    </main>
  );
}

function Table({ items }: { items: readonly Appeal[] }) {
  return (
    <div className="container">
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[says.person, says.about, says.state, says.due].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((appeal) => (
            <Row key={appeal.id} appeal={appeal} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ appeal }: { appeal: Appeal }) {
  const { id, person, title, state, overdue, answerDueAt, settleDueAt } = appeal;
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const due = state === 'asked' ? answerDueAt : state === 'second' ? settleDueAt : null;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="row-link" to={`/notas/recorrecciones/${id}`}>
          {person.family}, {person.given}
        </Link>
        <span className="fine">{person.region ?? ''}</span>
      </th>
      <td role="cell" data-label={says.about}>
        {title}
      </td>
      <td role="cell" data-label={says.state}>
        {says.states[state]}
      </td>
      <td role="cell" data-label={says.due}>
        {due ? `${day(due, zone)}, ${hour(due, zone)}` : '—'}{' '}
        {overdue && (
          <Status tone="danger" icon="alert">
            {says.overdue}
          </Status>
        )}
      </td>
    </tr>
  );
}
