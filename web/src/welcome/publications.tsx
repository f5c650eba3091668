import { Form, Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Cover } from '../ui/cover.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { library } = words;

type Item = Schemas['LibraryItem'];

/** A few publications, and a way to search them all. */
export function Publications({ items }: { items: readonly Item[] }) {
  return (
    <section className="stack gap-4" aria-labelledby="library">
      <SectionTitle id="library">
        {library.heading}{' '}
        <Link className="tap" to="/biblioteca">
          {library.all}
        </Link>
      </SectionTitle>
      <Form action="/biblioteca" role="search" className="cluster nowrap gap-2">
        <input className="input" type="search" name="q" aria-label={library.field} placeholder={library.field} />
        <button className="btn">{library.submit}</button>
      </Form>
      {items.length === 0 ? (
        <p>{library.empty}</p>
      ) : (
        <ul className="shelf">
          {items.map((item) => (
            <Publication key={item.key} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Publication({ item: { kind, slug, title, summary, edition, minutes } }: { item: Item }) {
  return (
    <li>
      <Cover kind={kind} label={library.kinds[kind]} title={title} foot={library.edition(edition)} />
      <div className="stack gap-1">
        <p className="meta">{`${library.kinds[kind]} · ${library.minutes(minutes)}`}</p>
        <h3>
          <Link to={`/biblioteca/${slug}`}>{title}</Link>
        </h3>
        <p>{summary}</p>
      </div>
    </li>
  );
}
