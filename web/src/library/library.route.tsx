import './library.css';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { asked, given, oneOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { ActiveFilters } from '../ui/active-filters.tsx';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Asked, Facets, searchAddress } from './facets.tsx';
import { Publication } from './publication.tsx';
import { words } from './words.ts';

const { library } = words;

export const handle: Handle = { title: library.title, description: library.description };

function askedOf(request: Request): Asked {
  const value = asked(request);
  return given({
    q: value('q')?.slice(0, 200),
    kind: oneOf(['booklet', 'manual', 'guidance'], value('kind')),
    topic: value('topic')?.slice(0, 40),
  });
}

export async function loader({ request }: LoaderFunctionArgs) {
  const query = askedOf(request);
  const found = await read(api.GET('/api/library', { params: { query: given(query) }, signal: request.signal }));
  return { ...found, query };
}

export function Component() {
  const { items, kinds, topics, corrected, query } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{library.title}</h1>
        <p className="lead">{library.lead}</p>
        <SearchBox query={query} />
      </header>
      <div className="split aside-first">
        <Facets query={query} kinds={kinds} topics={topics} />
        <section className="stack gap-3" aria-labelledby="results">
          <div role="status">
            <h2 className="small-title" id="results">
              {library.found(items.length, corrected ?? query.q)}
            </h2>
          </div>
          {corrected && query.q && (
            <Notice icon="search" title={library.corrected(corrected, query.q)}>
              {library.correctedText}
            </Notice>
          )}
          <ActiveFilters filters={activeOf(query, topics)} clear={searchAddress({ q: query.q })} />
          {items.length === 0 ? <NothingFound /> : <Publications items={items} />}
        </section>
      </div>
    </main>
  );
}

/** What else was chosen stays chosen. */
function SearchBox({ query: { q, kind, topic } }: { query: Asked }) {
  return (
    <Form className="search-box" role="search" action="/biblioteca" key={q ?? ''}>
      <div>
        <label className="visually-hidden" htmlFor="q">
          {library.field}
        </label>
        <Icon name="search" />
        <input className="input" id="q" name="q" type="search" defaultValue={q} maxLength={200} autoComplete="off" />
      </div>
      {kind && <input type="hidden" name="kind" value={kind} />}
      {topic && <input type="hidden" name="topic" value={topic} />}
      <button className="btn primary">{library.submit}</button>
    </Form>
  );
}

function Publications({ items }: { items: Schemas['LibraryItem'][] }) {
  return (
    <ol className="publications">
      {items.map((item) => (
        <Publication key={item.key} item={item} />
      ))}
    </ol>
  );
}

function NothingFound() {
  return (
    <Empty text={library.empty}>
      <p>{library.emptyHint}</p>
      <p className="cluster">
        <Link className="btn" to="/biblioteca">
          {library.showAll}
        </Link>
        <Link to="/glosario">{library.glossary}</Link>
      </p>
    </Empty>
  );
}

function activeOf(query: Asked, topics: Schemas['Library']['topics']) {
  const { kind, topic } = query;
  return [
    ...(kind ? [{ name: words.kindsMany[kind], without: searchAddress({ ...query, kind: undefined }) }] : []),
    ...(topic
      ? [
          {
            name: topics.find(({ key }) => key === topic)?.name ?? topic,
            without: searchAddress({ ...query, topic: undefined }),
          },
        ]
      : []),
  ];
}
