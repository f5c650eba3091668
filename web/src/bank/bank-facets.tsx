import '../ui/facets.css';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { amount } from '../ui/format.ts';
import { type Asked, bankAddress, filtersOf, type Kind } from './bank-query.ts';
import { words } from './words.ts';

const { list: says } = words;

type Facets = Schemas['BankFacets'];
type Facet = { key: string; name: string; count: number | null; depth?: number };
type Name = keyof Asked;

const levels = words.difficulty.map((name, i) => ({ key: String(i + 1), name, count: null }));
const origins = Object.entries(words.origins).map(([key, name]) => ({ key, name, count: null }));

/** Every facet with its values, in the order in which they stand. */
export function facetsOf(facets: Facets): [Name, string, Facet[]][] {
  const categories = facets.categories.map(({ id, name, depth, all }) => ({ key: id, name, depth, count: all }));
  const none = facets.uncategorised > 0 ? [{ key: 'none', name: says.none, count: facets.uncategorised }] : [];
  const kinds = facets.kinds.map((facet) => ({ ...facet, name: words.kinds[facet.key as Kind] }));
  return [
    ['category', says.category, [...categories, ...none]],
    ['kind', says.kind, kinds],
    ['topic', says.topic, used(facets.topics)],
    ['difficulty', says.difficulty, levels],
    ['territory', says.territory, used(facets.territories)],
    ['tag', says.tag, facets.tags.slice(0, 30)],
    ['outcome', says.outcome, facets.outcomes.slice(0, 30)],
    ['origin', says.origin, origins],
  ];
}

const used = (facets: Facets['topics']) => facets.filter(({ count }) => count > 0);

/** What can be narrowed down. Links, so that they work without a script. */
export function BankFacets({ facets, query }: { facets: Facets; query: Asked }) {
  const on = filtersOf(query).length;
  return (
    <aside className="facets" aria-label={says.filters}>
      <details className="all-facets">
        <summary>
          <Icon name="filter" />
          <span className="grow">{on > 0 ? says.filtersOn(on) : says.filters}</span>
          <Icon name="chevron-down" />
        </summary>
        <details open>
          <Summary>{says.state}</Summary>
          <ul className="facet-list">
            {(['unused', 'alike', 'retired'] as const).map((name) => (
              <Choice key={name} name={name} facet={{ key: '1', name: says[name], count: null }} query={query} />
            ))}
          </ul>
        </details>
        {facetsOf(facets).map(([name, title, values]) => (
          <Group key={name} name={name} title={title} values={values} query={query} />
        ))}
      </details>
    </aside>
  );
}

const Summary = ({ children }: { children: string }) => (
  <summary>
    {children}
    <Icon name="chevron-down" />
  </summary>
);

type GroupProps = { name: Name; title: string; values: Facet[]; query: Asked };

/** Only the first two, and what is chosen, are open from the start. */
function Group({ name, title, values, query }: GroupProps) {
  if (values.length === 0) return null;
  return (
    <details open={name === 'category' || name === 'kind' || query[name] !== undefined}>
      <Summary>{title}</Summary>
      <ul className="facet-list">
        {values.map((facet) => (
          <Choice key={facet.key} name={name} facet={facet} query={query} />
        ))}
      </ul>
    </details>
  );
}

/** Chosen again, it is let go. */
function Choice({ name, facet, query }: { name: Name; facet: Facet; query: Asked }) {
  const chosen = query[name] === facet.key;
  return (
    <li data-depth={facet.depth || undefined}>
      <Link
        className="option plain"
        to={bankAddress({ ...query, after: undefined, [name]: chosen ? undefined : facet.key })}
        aria-current={chosen || undefined}
        preventScrollReset
      >
        <span className="box-mark">{chosen && <Icon name="check" />}</span>
        <span>{facet.name}</span>
        {facet.count !== null && <span className="trailing">{amount(facet.count)}</span>}
      </Link>
    </li>
  );
}
