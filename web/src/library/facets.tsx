import '../ui/facets.css';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { searchOf } from '../api/search-params.ts';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

const { library } = words;

export type Kind = Schemas['LibraryItem']['kind'];
export type Asked = { q?: string | undefined; kind?: Kind | undefined; topic?: string | undefined };
type Facet = Schemas['Library']['topics'][number];

/** The address of a search. */
export const searchAddress = (query: Asked) => `/biblioteca${searchOf(query)}`;

type FacetsProps = { query: Asked; kinds: readonly Facet[]; topics: readonly Facet[] };

/** What can be narrowed down, with how many each leaves. Links, so that they work without a script. */
export function Facets({ query, kinds, topics }: FacetsProps) {
  const on = [query.kind, query.topic].filter(Boolean).length;
  return (
    <aside className="facets" aria-label={library.filters}>
      <details className="all-facets">
        <summary>
          <Icon name="filter" />
          <span className="grow">{on > 0 ? library.filtersOn(on) : library.filters}</span>
          <Icon name="chevron-down" />
        </summary>
        <Group title={library.kind} name="kind" facets={kinds} query={query} />
        <Group title={library.topic} name="topic" facets={topics} query={query} />
      </details>
    </aside>
  );
}

type GroupProps = { title: string; name: 'kind' | 'topic'; facets: readonly Facet[]; query: Asked };

function Group({ title, name, facets, query }: GroupProps) {
  const useful = facets.filter(({ key, count }) => count > 0 || key === query[name]);
  if (useful.length === 0) return null;
  return (
    <details open>
      <summary>
        {title}
        <Icon name="chevron-down" />
      </summary>
      <ul className="facet-list">
        {useful.map((facet) => (
          <Choice key={facet.key} name={name} facet={facet} query={query} />
        ))}
      </ul>
    </details>
  );
}

/** Chosen again, it is let go. */
function Choice({
  name,
  facet: { key, name: text, count },
  query,
}: Pick<GroupProps, 'name' | 'query'> & { facet: Facet }) {
  const chosen = query[name] === key;
  return (
    <li>
      <Link
        className="option plain"
        to={searchAddress({ ...query, [name]: chosen ? undefined : key })}
        aria-current={chosen || undefined}
        preventScrollReset
      >
        <span className="box-mark">{chosen && <Icon name="check" />}</span>
        <span>{text}</span>
        <span className="trailing">{library.count(count)}</span>
      </Link>
    </li>
  );
}
