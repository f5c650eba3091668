import './management.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { asked, given, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useRoot } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { amount, percent, tableDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Coverage, Legend } from './coverage.tsx';
import { totalOf } from './heat.ts';
import { People } from './people.tsx';
import { Arranged } from './tasks.tsx';
import { words } from './words.ts';
import { Works } from './works.tsx';

const { edition: own } = words;

type Edition = Schemas['StaffEdition'];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { edition: id = '' } = params;
  const value = asked(request);
  const query = given({ region: /^\d{2}$/.exec(value('region') ?? '')?.[0], after: value('after') });
  const { signal } = request;
  const [edition, people, { data: works }, { data: tasks }] = await Promise.all([
    read(api.GET('/api/editions/{id}', { params: { path: { id } }, signal })),
    read(api.GET('/api/editions/{id}/people', { params: { path: { id }, query }, signal })),
    // refused to whoever only follows people, and to a programme, which has none of its own
    api.GET('/api/editions/{id}/evaluations', { params: { path: { id } }, signal }),
    api.GET('/api/editions/{id}/tasks', { params: { path: { id } }, signal }),
  ]);
  return { edition, people, query, evaluations: works?.items ?? [], tasks: tasks?.items ?? null };
}

export const handle: Handle<typeof loader> = {
  title: ({ edition }) => own.title(edition.title, edition.name),
  description: own.description,
};

export function Component() {
  const { edition, people, query, evaluations, tasks } = useLoaderData<typeof loader>();
  const { id, regions } = edition;
  const demo = useRoot()?.demo;
  return (
    <main id="main" className="wrap stack gap-5 staff" data-density="compact">
      <Head edition={edition} region={query.region} />
      {regions.length > 0 && (
        <div className="split">
          <section className="stack gap-4" aria-labelledby="coverage">
            <Figures regions={regions} />
            <Coverage edition={id} regions={regions} />
          </section>
          <Legend />
        </div>
      )}
      {evaluations.length > 0 && <Works edition={edition} evaluations={evaluations} />}
      {tasks && <Arranged edition={edition} tasks={tasks} />}
      <section className="stack gap-4" aria-labelledby="people">
        <h2 className="section-title" id="people">
          {peopleTitle(regions, query.region)}
        </h2>
        <RegionFilter regions={regions} region={query.region} />
        <People edition={edition} page={people} query={query} />
        {demo && <p className="fine">{own.demo}</p>}
      </section>
    </main>
  );
}

function peopleTitle(regions: Edition['regions'], cut: string | undefined): string {
  const region = regions.find((each) => each.cut === cut);
  return region ? words.people.inRegion(region.name) : words.people.heading;
}

function Head({ edition, region }: { edition: Edition; region: string | undefined }) {
  const { id, title, name, startsAt, endsAt, timeZone } = edition;
  const dates = words.editions.between(tableDay(startsAt, timeZone), tableDay(endsAt, timeZone));
  return (
    <header className="stack gap-1">
      <Breadcrumbs trail={[{ to: '/gestion', name: words.title }]} />
      <div className="cluster between">
        <div className="stack gap-1">
          <p className="meta">{own.meta(name, dates)}</p>
          <h1>{title}</h1>
        </div>
        <a className="btn" href={`/api/editions/${id}/people.csv${searchOf({ region })}`} download>
          <Icon name="download" />
          {own.csv}
        </a>
      </div>
    </header>
  );
}

function Figures({ regions }: Pick<Edition, 'regions'>) {
  const { enrolled, active, completed } = totalOf(regions);
  const figures = [
    [own.figures.enrolled(enrolled), amount(enrolled)],
    [own.figures.active(active), amount(active)],
    [own.figures.completed(completed), amount(completed)],
    [own.figures.share, percent(completed, enrolled)],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RegionFilter({ regions, region }: { regions: Edition['regions']; region: string | undefined }) {
  if (regions.length < 2) return null;
  const options = regions.map(({ cut, name }) => [cut, name] as const);
  return (
    <Filters label={own.filters} key={region ?? ''}>
      <Choice name="region" label={own.region} options={[['', own.allRegions], ...options]} chosen={region} />
      <button className="btn">{own.submit}</button>
    </Filters>
  );
}
