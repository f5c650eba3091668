import './catalogue.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { asked, given, oneOf, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useRoot } from '../shell/root.ts';
import { ActiveFilters } from '../ui/active-filters.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Announced, Offer } from './offer.tsx';
import { words } from './words.ts';

const { offer } = words;

export const handle: Handle = { title: offer.title, description: offer.description };

type Asked = {
  kind?: 'programme' | 'course' | undefined;
  topic?: string | undefined;
  hours?: 'short' | 'medium' | 'long' | undefined;
  open?: '1' | undefined;
};

function askedOf(request: Request): Asked {
  const value = asked(request);
  return {
    kind: oneOf(['programme', 'course'], value('kind')),
    topic: value('topic')?.slice(0, 40),
    hours: oneOf(['short', 'medium', 'long'], value('hours')),
    open: oneOf(['1'], value('open')),
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const query = askedOf(request);
  const catalogue = await read(api.GET('/api/catalogue', { params: { query: given(query) }, signal: request.signal }));
  return { ...catalogue, query: given(query) as Asked };
}

export function Component() {
  const { items, topics, query } = useLoaderData<typeof loader>();
  const demo = useRoot()?.demo;
  return (
    <main id="main" className="wrap stack gap-6">
      <header className="stack gap-3">
        <h1>{offer.title}</h1>
        <p className="lead">{offer.lead}</p>
      </header>
      <div className="stack gap-3">
        <OfferFilters query={query} topics={topics} />
        <ActiveFilters filters={activeOf(query, topics)} clear="/oferta" />
      </div>
      {items.length === 0 ? (
        <Empty text={Object.keys(query).length ? offer.empty : offer.emptyAll}>
          {Object.keys(query).length > 0 && (
            <Link className="btn" to="/oferta">
              {offer.showAll}
            </Link>
          )}
        </Empty>
      ) : (
        <Offers items={items} />
      )}
      {demo && items.length > 0 && <p className="fine">{words.demo}</p>}
    </main>
  );
}

type Item = Schemas['CatalogueItem'];

/** What one may join now first; then what may be read about, and what is only announced. */
function Offers({ items }: { items: Item[] }) {
  const open = items.filter(({ openEditions }) => openEditions > 0);
  const closed = items.filter(({ openEditions, status }) => openEditions === 0 && status === 'available');
  const announced = items.filter(({ openEditions, status }) => openEditions === 0 && status === 'announced');
  return (
    <>
      <Group id="open" title={offer.open} items={open} />
      <Group id="closed" title={offer.closed} items={closed} />
      {announced.length > 0 && (
        <section className="stack gap-2" aria-labelledby="announced">
          <SectionTitle id="announced">{offer.announced}</SectionTitle>
          <ol className="index">
            {announced.map((item) => (
              <Announced key={item.slug} item={item} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Group({ id, title, items }: { id: string; title: string; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id}>
        {title} <span>{offer.programmes(items.length)}</span>
      </SectionTitle>
      {items.map((item) => (
        <Offer key={`${item.kind}-${item.slug}`} item={item} />
      ))}
    </section>
  );
}

type FiltersProps = { query: Asked; topics: Item['topics'] };

function OfferFilters({ query, topics }: FiltersProps) {
  return (
    <Filters label={offer.filters} key={searchOf(query)}>
      <Choice name="kind" label={offer.kind} options={Object.entries(offer.kinds)} chosen={query.kind} />
      <Choice
        name="topic"
        label={words.topics}
        options={[['', offer.anyTopic], ...topics.map(({ key, name }) => [key, name] as [string, string])]}
        chosen={query.topic}
      />
      <Choice name="hours" label={offer.hours} options={Object.entries(offer.lengths)} chosen={query.hours} />
      <label className="option plain">
        <input type="checkbox" name="open" value="1" defaultChecked={query.open === '1'} />
        <span>{offer.onlyOpen}</span>
      </label>
      <button className="btn">{offer.submit}</button>
    </Filters>
  );
}

/** The filters that are on, by the names that the form gives them. */
function activeOf(query: Asked, topics: Item['topics']) {
  const { kind, topic, hours, open } = query;
  const names = {
    kind: kind && offer.kinds[kind],
    topic: topic && (topics.find(({ key }) => key === topic)?.name ?? topic),
    hours: hours && offer.lengths[hours],
    open: open && offer.onlyOpen,
  };
  return Object.entries(names).flatMap(([key, name]) =>
    name ? [{ name, without: `/oferta${searchOf({ ...query, [key]: undefined })}` }] : [],
  );
}
