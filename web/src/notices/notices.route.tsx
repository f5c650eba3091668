import './notices.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { asked, given, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Empty } from '../ui/empty.tsx';
import { day, hour } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Status } from '../ui/status.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

type Line = Schemas['Notice'];

export const handle: Handle = { title: words.title, description: words.description };

export async function loader({ request }: LoaderFunctionArgs) {
  const query = given({ after: asked(request)('after') });
  return { page: await read(api.GET('/api/notices', { params: { query }, signal: request.signal })), query };
}

export async function action({ request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const { refused } = await write(api.PUT('/api/notices/read', { body: { upTo: text('upTo') } }));
  return data({ refused }, refused?.status ?? 200);
}

/** What happened to whoever is here, the newest first. */
export function Component() {
  const { page, query } = useLoaderData<typeof loader>();
  const { items, next } = page;
  return (
    <main id="main" className="wrap stack gap-5 notices">
      <Head items={items} />
      {items.length === 0 ? (
        <Empty text={words.empty}>
          <Link className="btn" to="/inicio">
            {words.home}
          </Link>
        </Empty>
      ) : (
        <ul className="rows">
          {items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      <p className="cluster">
        {next && (
          <Link className="btn" to={`/avisos${searchOf({ after: next })}`}>
            {words.older}
          </Link>
        )}
        {query.after && <Link to="/avisos">{words.newest}</Link>}
      </p>
    </main>
  );
}

function Head({ items }: { items: readonly Line[] }) {
  const refused = useActionData<typeof action>()?.refused;
  const [newest] = items;
  const waiting = items.some(({ readAt }) => readAt === null);
  return (
    <header className="stack gap-3">
      <div className="cluster between">
        <h1>{words.title}</h1>
        {newest && waiting && (
          <Form method="post">
            <button className="btn" name="upTo" value={newest.id}>
              {words.readAll}
            </button>
          </Form>
        )}
      </div>
      {refused && (
        <Notice tone="danger" role="alert" title={words.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
    </header>
  );
}

function NoticeLine({ notice: { title, body, path, createdAt, readAt } }: { notice: Line }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  return (
    <li className="cluster between">
      <div className="stack gap-1">
        <strong>{title}</strong>
        <p>{body}</p>
        <p className="cluster meta">
          {day(createdAt, zone)}, {hour(createdAt, zone)}
          {readAt === null && (
            <Status tone="info" icon="info">
              {words.unread}
            </Status>
          )}
        </p>
      </div>
      <Link className="btn" to={path} aria-label={words.open(title)}>
        {words.view}
      </Link>
    </li>
  );
}
