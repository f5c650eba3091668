import './library.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { Fragment, type Text } from '../ui/fragment.tsx';
import { words } from './words.ts';

const { glossary } = words;

export const handle: Handle = { title: glossary.title, description: glossary.description };

type Entry = { id: string; term: string; text: Text };

export async function loader({ request }: LoaderFunctionArgs): Promise<{ entries: Entry[] }> {
  const { items } = await read(api.GET('/api/glossary', { signal: request.signal }));
  return { entries: items.map(({ id, term, html }) => ({ id, term, text: { sha: `glosario-${id}`, html } })) };
}

/** The letter under which a term stands: without its accent, but ñ is a letter of its own. */
const letterOf = (term: string) => {
  const [first = ''] = term.toUpperCase();
  return first === 'Ñ' ? first : first.normalize('NFD').slice(0, 1);
};

export function Component() {
  const { entries } = useLoaderData<typeof loader>();
  const groups = Object.entries(Object.groupBy(entries, ({ term }) => letterOf(term)));
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{glossary.title}</h1>
        <p className="lead">{glossary.lead}</p>
        {groups.length > 1 && (
          <nav aria-label={glossary.letters} className="letters">
            {groups.map(([letter]) => (
              <a key={letter} href={`#letra-${letter}`}>
                {letter}
              </a>
            ))}
          </nav>
        )}
      </header>
      {groups.length === 0 && (
        <Empty text={glossary.empty}>
          <Link className="btn" to="/biblioteca">
            {glossary.toLibrary}
          </Link>
        </Empty>
      )}
      {groups.map(([letter, terms = []]) => (
        <section key={letter} className="glossary" aria-labelledby={`letra-${letter}`}>
          <h2 id={`letra-${letter}`} className="section-title">
            {letter}
          </h2>
          <dl>
            {terms.map(({ id, term, text }) => (
              <div key={id} id={id}>
                <dt>{term}</dt>
                <dd>
                  <Fragment text={text} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </main>
  );
}
