import './marking.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import { searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { editionName, tableDay } from '../ui/format.ts';
import { plainText } from '../ui/plain-text.ts';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { works: says } = words;

export const handle: Handle = { title: says.heading, description: says.description };

export const loader = ({ request: { signal } }: LoaderFunctionArgs) => read(api.GET('/api/marking/works', { signal }));

export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <header className="stack gap-1">
        <h1>{says.heading}</h1>
        <p className="lead">{says.lead}</p>
      </header>
      {items.length === 0 ? (
        <Empty text={says.empty}>
          <Link className="btn" to="/inicio">
            {says.home}
          </Link>
        </Empty>
      ) : (
        <div className="container">
          <table className="table restack" role="table">
            <caption className="visually-hidden">{says.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {[says.work, says.course, says.pending, says.oldest].map((name) => (
                  <th key={name} role="columnheader" scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {items.map((work) => (
                <Row key={`${work.editionId} ${work.unit} ${work.question}`} work={work} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}

function Row({ work }: { work: Awaited<ReturnType<typeof loader>>['items'][number] }) {
  const { editionId, unit, question, title, prompt, course, edition, pending, all, oldestAt, timeZone } = work;
  const to = `/calificar/${editionId}/${unit}${searchOf({ question: question ?? undefined })}`;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="tap" to={to}>
          {title}
        </Link>
        {prompt && <p className="fine">{plainText(prompt).slice(0, 120)}</p>}
      </th>
      <td role="cell" data-label={says.course}>
        {course} · {editionName(edition)}
      </td>
      <td role="cell" data-label={says.pending}>
        {pending > 0 ? (
          says.of(pending, all)
        ) : (
          <Status tone="success" icon="check">
            {says.none}
          </Status>
        )}
      </td>
      <td role="cell" data-label={says.oldest}>
        {oldestAt ? tableDay(oldestAt, timeZone) : '—'}
      </td>
    </tr>
  );
}
