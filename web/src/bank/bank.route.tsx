import './bank.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { ActiveFilters } from '../ui/active-filters.tsx';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { BankFacets, facetsOf } from './bank-facets.tsx';
import { type Asked, askedOf, bankAddress, filtersOf, queryOf } from './bank-query.ts';
import { BulkBar } from './bulk-bar.tsx';
import { type BulkAnswer, changeMany } from './change-many.ts';
import { QuestionTable } from './question-table.tsx';
import { useMayWrite } from './use-may-write.ts';
import { words } from './words.ts';

const { list: says } = words;

export const handle: Handle = { title: words.title, description: words.description };

export async function loader({ request }: LoaderFunctionArgs) {
  const query = askedOf(request);
  const { signal } = request;
  const [page, facets] = await Promise.all([
    read(api.GET('/api/questions', { params: { query: queryOf(query) }, signal })),
    read(api.GET('/api/questions/facets', { signal })),
  ]);
  return { page, facets, query };
}

export async function action({ request }: ActionFunctionArgs) {
  const answer = await changeMany(await request.formData());
  return data<BulkAnswer>(answer, 'status' in answer ? answer.status : 200);
}

export function Component() {
  const { page, facets, query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack gap-5 bank" data-density="compact">
      <Head query={query} />
      <div className="split aside-first">
        <BankFacets facets={facets} query={query} />
        <section className="stack gap-4" aria-labelledby="results">
          <h2 className="small-title" id="results" role="status">
            {says.found(page.items.length, page.next !== null)}
          </h2>
          <ActiveFilters filters={activeOf(query, facets)} clear={bankAddress({ q: query.q })} />
          {answer && <BulkNotice answer={answer} />}
          {page.items.length === 0 ? (
            <Nothing all={facets.total === 0} />
          ) : (
            <Found page={page} facets={facets} query={query} />
          )}
        </section>
      </div>
    </main>
  );
}

function Head({ query }: { query: Asked }) {
  const { q } = query;
  const mayWrite = useMayWrite();
  return (
    <header className="stack gap-3">
      <div className="cluster between">
        <h1>{words.title}</h1>
        {mayWrite && (
          <p className="cluster gap-2">
            <Link className="btn" to="/banco/categorias">
              {says.categories}
            </Link>
            <Link className="btn" to="/banco/importar">
              {says.import}
            </Link>
            <Link className="btn primary" to="/banco/preguntas/nueva">
              <Icon name="edit" />
              {says.new}
            </Link>
          </p>
        )}
      </div>
      <p className="meta">{words.lead}</p>
      <Form className="search-box" role="search" action="/banco" key={q ?? ''}>
        <div>
          <label className="visually-hidden" htmlFor="q">
            {says.search}
          </label>
          <Icon name="search" />
          <input className="input" id="q" name="q" type="search" defaultValue={q} maxLength={200} autoComplete="off" />
        </div>
        {filtersOf(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="btn">{says.submit}</button>
      </Form>
    </header>
  );
}

type FoundProps = { page: Schemas['QuestionPage']; facets: Schemas['BankFacets']; query: Asked };

function Found({ page: { items, next }, facets, query }: FoundProps) {
  const mayWrite = useMayWrite();
  return (
    <>
      <Form method="post" className="stack gap-4" key={query.after ?? ''}>
        <div className="container">
          <QuestionTable items={items} choosable={mayWrite} />
        </div>
        {mayWrite && <BulkBar categories={facets.categories} />}
      </Form>
      <p className="cluster">
        {next && (
          <Link className="btn" to={bankAddress({ ...query, after: next })}>
            {says.more}
          </Link>
        )}
        {query.after && <Link to={bankAddress({ ...query, after: undefined })}>{says.start}</Link>}
      </p>
    </>
  );
}

const BulkNotice = ({ answer }: { answer: BulkAnswer }) =>
  'done' in answer ? (
    <Notice tone="success" role="status" title={answer.done} />
  ) : (
    <Notice tone="danger" role="alert" title={answer.fault} />
  );

const Nothing = ({ all }: { all: boolean }) => (
  <Empty text={all ? says.emptyBank : says.empty}>
    {!all && (
      <Link className="btn" to="/banco">
        {says.all}
      </Link>
    )}
  </Empty>
);

function activeOf(query: Asked, facets: Schemas['BankFacets']) {
  const named = facetsOf(facets).flatMap(([name, title, values]) => {
    const value = query[name];
    return value ? [[name, values.find(({ key }) => key === value)?.name ?? `${title}: ${value}`] as const] : [];
  });
  const flags = (['unused', 'alike', 'retired'] as const).flatMap((name) =>
    query[name] ? [[name, says[name]] as const] : [],
  );
  return [...named, ...flags].map(([name, text]) => ({
    name: text,
    without: bankAddress({ ...query, after: undefined, [name]: undefined }),
  }));
}
