import './gradebook.css';
import { Link, type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import { asked, given, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { useRoot } from '../shell/root.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { amount, grade } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Grid } from './grid.tsx';
import type { Book } from './schemas.ts';
import { words } from './words.ts';

const { book: says } = words;

type Asked = { region?: string; cohort?: string };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const value = asked(request);
  const query: Asked = given({
    region: /^\d{2}$/.exec(value('region') ?? '')?.[0],
    cohort: /^[0-9a-f-]{36}$/.exec(value('cohort') ?? '')?.[0],
  });
  const path = { id: params['edition'] ?? '' };
  const { signal } = request;
  return { book: await read(api.GET('/api/editions/{id}/gradebook', { params: { path, query }, signal })), query };
}

export const handle: Handle<typeof loader> = {
  title: ({ book }) => says.title(book.title, book.name),
  description: says.description,
};

export function Component() {
  const { book, query } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap gradebook" data-density="compact">
      <Head book={book} query={query} />
      <section aria-labelledby="notas" className="stack gap-2">
        <h2 className="visually-hidden" id="notas">
          {words.title}
        </h2>
        <RegionAndCohort book={book} query={query} />
        {book.people.length === 0 ? (
          <Nobody filtered={Boolean(query.region ?? query.cohort)} id={book.id} />
        ) : (
          <>
            <Grid book={book} search={searchOf(query)} />
            <p className="fine">{says.legend(book.passGrade)}</p>
          </>
        )}
      </section>
      <aside className="stack gap-5">
        <Outlet />
      </aside>
    </main>
  );
}

function Head({ book, query }: { book: Book; query: Asked }) {
  const { id, title, name, kind, writable } = book;
  const demo = useRoot()?.demo;
  return (
    <header className="stack gap-4">
      <div className="cluster between">
        <div className="stack gap-1">
          <p className="meta">{[says.meta(title, name), demo && says.demo].filter(Boolean).join(' · ')}</p>
          <h1>{says.heading}</h1>
        </div>
        <p className="cluster gap-2">
          <a className="btn" href={`/api/editions/${id}/gradebook.csv${searchOf(query)}`} download>
            <Icon name="download" />
            {says.csv}
          </a>
          <a className="btn" href={`/api/editions/${id}/gradebook.xlsx${searchOf(query)}`} download>
            <Icon name="download" />
            {says.xlsx}
          </a>
          {writable && (
            <Link className="btn" to={`/notas/ediciones/${id}/planilla`}>
              {says.bring}
            </Link>
          )}
          {kind === 'course' && (
            <Link className="btn" to={`/notas/ediciones/${id}/reglas`}>
              {says.rules}
            </Link>
          )}
        </p>
      </div>
      <Figures book={book} />
      <Analyses book={book} />
    </header>
  );
}

/** How the questions of each evaluation measure. */
function Analyses({ book: { id, columns } }: { book: Book }) {
  const evaluations = columns.filter(({ kind }) => kind === 'evaluation');
  if (evaluations.length === 0) return null;
  return (
    <p className="cluster meta">
      {says.analysis}
      {evaluations.map(({ unit, title }) => (
        <Link key={unit} to={`/notas/analisis/${id}/${unit}`}>
          {title}
        </Link>
      ))}
    </p>
  );
}

function Figures({ book: { statistics, pending, passGrade } }: { book: Book }) {
  const { average, median, passed, n } = statistics.whole;
  const figures = [
    [says.figures.average, grade(average)],
    [says.figures.median, grade(median)],
    [says.figures.passed(passGrade), says.figures.passedOf(passed, n)],
    [says.figures.pending, amount(pending)],
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

function RegionAndCohort({ book: { regions, cohorts }, query }: { book: Book; query: Asked }) {
  if (regions.length < 2 && cohorts.length === 0) return null;
  return (
    <Filters label={says.filters} key={searchOf(query)}>
      {regions.length > 1 && (
        <Choice
          name="region"
          label={says.region}
          options={[['', says.allRegions], ...regions.map(({ cut, name }) => [cut, name] as const)]}
          chosen={query.region}
        />
      )}
      {cohorts.length > 0 && (
        <Choice
          name="cohort"
          label={says.cohort}
          options={[['', says.allCohorts], ...cohorts.map(({ id, name }) => [id, name] as const)]}
          chosen={query.cohort}
        />
      )}
      <button className="btn">{says.submit}</button>
    </Filters>
  );
}

function Nobody({ filtered, id }: { filtered: boolean; id: string }) {
  return (
    <Empty text={filtered ? says.emptyFilter : says.empty}>
      {filtered && (
        <Link className="btn" to={`/notas/ediciones/${id}`}>
          {says.all}
        </Link>
      )}
    </Empty>
  );
}
