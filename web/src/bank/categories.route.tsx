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
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field } from '../ui/field.tsx';
import { Choice } from '../ui/filters.tsx';
import { amount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { indented } from './bulk-bar.tsx';
import { useMayWrite } from './use-may-write.ts';
import { words } from './words.ts';

const { tree: says } = words;

type Category = Schemas['BankFacets']['categories'][number];

export const handle: Handle = { title: says.title, description: says.description };

export const loader = ({ request }: LoaderFunctionArgs) =>
  read(api.GET('/api/questions/facets', { signal: request.signal }));

export async function action({ request }: ActionFunctionArgs) {
  const refused = await change(await textsOf(request));
  return data<{ refused: Refused | null }>({ refused }, refused?.status ?? 200);
}

/** Does what the pressed button asks of one category. */
async function change(text: (name: string) => string): Promise<Refused | null> {
  const params = { path: { id: text('id') } };
  const body = { name: text('name'), parentId: text('parentId') || null };
  switch (text('about')) {
    case 'change':
      return (await write(api.PUT('/api/question-categories/{id}', { params, body }))).refused;
    case 'merge': {
      const merge = { params, body: { into: text('into') } };
      return (await write(api.POST('/api/question-categories/{id}/merge', merge))).refused;
    }
    case 'remove':
      return (await write(api.DELETE('/api/question-categories/{id}', { params }))).refused;
    default:
      return (await write(api.POST('/api/question-categories', { body }))).refused;
  }
}

export function Component() {
  const { categories } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mayWrite = useMayWrite();
  const shape = categories.map(({ id, path }) => id + path).join();
  return (
    <main id="main" className="wrap stack gap-5 bank" data-density="compact">
      <header className="stack gap-1">
        <Breadcrumbs trail={[{ to: '/banco', name: words.title }]} />
        <h1>{says.title}</h1>
        <p className="meta">{says.lead}</p>
      </header>
      {answer?.refused && <Notice tone="danger" role="alert" title={refusals[answer.refused.code]} />}
      {answer && !answer.refused && <Notice tone="success" role="status" title={says.done} />}
      <div className="split">
        {categories.length === 0 ? (
          <Empty text={says.empty} />
        ) : (
          <ul className="rows tree" key={shape}>
            {categories.map((category) => (
              <Line key={category.id} category={category} categories={categories} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
        {mayWrite && <Create key={`new ${shape}`} categories={categories} />}
      </div>
    </main>
  );
}

type LineProps = { category: Category; categories: readonly Category[]; mayWrite: boolean };

function Line({ category, categories, mayWrite }: LineProps) {
  const { id, name, depth, own, all } = category;
  return (
    <li data-depth={depth || undefined}>
      <div className="cluster between">
        <Link className="tap" to={`/banco?category=${id}`}>
          {name}
        </Link>
        <span className="meta">
          {own === all ? amount(own) : `${amount(own)} · ${says.all.toLowerCase()} ${amount(all)}`}
        </span>
      </div>
      {mayWrite && (
        <details>
          <summary>{says.changeOf(name)}</summary>
          <Change category={category} categories={categories} />
        </details>
      )}
    </li>
  );
}

const placesFor = (categories: readonly Category[]) =>
  [['', says.top] as const, ...categories.map((each) => [each.id, indented(each)] as const)] as const;

function Change({ category: { id, name, parentId, path }, categories }: Omit<LineProps, 'mayWrite'>) {
  const others = categories.filter((each) => each.id !== id && !each.path.startsWith(`${path} › `));
  return (
    <div className="stack gap-4 pad-top-4">
      <Form method="post" className="stack gap-3">
        <input type="hidden" name="id" value={id} />
        <div className="pair">
          <Field label={says.name} name="name" defaultValue={name} maxLength={120} required />
          <Choice name="parentId" label={says.under} options={placesFor(others)} chosen={parentId ?? ''} />
        </div>
        <p className="cluster gap-2">
          <button className="btn" name="about" value="change">
            {says.change}
          </button>
          <button className="btn quiet" name="about" value="remove" aria-label={says.removeOf(name)}>
            {says.remove}
          </button>
        </p>
      </Form>
      {others.length > 0 && (
        <Form method="post" className="stack gap-3">
          <input type="hidden" name="id" value={id} />
          <div className="pair">
            <Choice
              name="into"
              label={says.mergeInto}
              options={others.map((each) => [each.id, indented(each)] as const)}
              chosen={undefined}
            />
            <p className="hint">{says.mergeHint}</p>
          </div>
          <p>
            <button className="btn" name="about" value="merge">
              {says.doMerge}
            </button>
          </p>
        </Form>
      )}
    </div>
  );
}

const Create = ({ categories }: { categories: readonly Category[] }) => (
  <section className="stack gap-3 panel" aria-labelledby="create">
    <SectionTitle id="create" thin>
      {says.create}
    </SectionTitle>
    <Form method="post" className="stack gap-3">
      <Field label={says.name} name="name" maxLength={120} required />
      <Choice name="parentId" label={says.under} options={placesFor(categories)} chosen={undefined} />
      <p>
        <button className="btn primary" name="about" value="create">
          {says.create}
        </button>
      </p>
    </Form>
  </section>
);
