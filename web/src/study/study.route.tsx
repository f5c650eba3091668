import './home.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { settled, useOutbox } from './activity.ts';
import { Formation } from './formation.tsx';
import { words } from './words.ts';

const { study: says, home } = words;

export const handle: Handle = { title: says.title, description: says.description };

export async function loader({ request }: LoaderFunctionArgs) {
  await settled();
  return read(api.GET('/api/home', { signal: request.signal }));
}

export function Component() {
  const mine = useLoaderData<typeof loader>();
  useOutbox();
  const isEmpty = mine.programmes.length + mine.courses.length === 0;
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-2">
        <h1>{says.title}</h1>
        {!isEmpty && (
          <p>
            <Link to="/oferta">{says.more}</Link>
          </p>
        )}
      </header>
      {isEmpty ? (
        <Empty text={home.empty}>
          <Link className="btn primary" to="/oferta">
            {home.goToOffer}
          </Link>
        </Empty>
      ) : (
        <Formation home={mine} />
      )}
    </main>
  );
}
