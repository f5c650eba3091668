import './bank.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { asked } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { refusals } from '../words/refusals.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { says } from './import-words.ts';
import { words } from './words.ts';

export const handle: Handle = { title: says.title, description: says.description };

export async function loader({ request }: LoaderFunctionArgs) {
  const { signal } = request;
  const id = /^[0-9a-f-]{36}$/.exec(asked(request)('id') ?? '')?.[0];
  const [earlier, facets, one] = await Promise.all([
    read(api.GET('/api/question-imports', { signal })),
    read(api.GET('/api/questions/facets', { signal })),
    id ? read(api.GET('/api/question-imports/{id}', { params: { path: { id } }, signal })) : null,
  ]);
  return { earlier: earlier.items, categories: facets.categories, one };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const [id, category, file] = [form.get('id'), form.get('categoryId'), form.get('file')];
  if (typeof id === 'string') {
    const body = { categoryId: typeof category === 'string' && category ? category : null };
    const { refused } = await write(api.POST('/api/question-imports/{id}/apply', { params: { path: { id } }, body }));
    return answered(refused);
  }
  if (!(file instanceof File) || file.size === 0) return answered(null, says.noFile);
  const { done, refused } = await write(
    api.POST('/api/question-imports', {
      params: { query: { name: file.name.slice(0, 200) } },
      body: file as unknown as string,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  if (done) throw redirect(`/banco/importar?id=${done.id}`);
  return answered(refused);
}

const answered = (refused: Refused | null, fault: string | null = null) =>
  data({ refused, fault }, refused?.status ?? (fault ? 422 : 200));

export function Component() {
  const { earlier, categories, one } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack gap-5 bank" data-density="compact">
      <header className="stack gap-1">
        <Breadcrumbs trail={[{ to: '/banco', name: words.title }]} />
        <h1>{says.title}</h1>
        <p className="meta">{says.lead}</p>
      </header>
      {answer?.refused && <Notice tone="danger" role="alert" title={refusals[answer.refused.code]} />}
      {one ? <One one={one} categories={categories} /> : <Upload fault={answer?.fault ?? undefined} />}
      {earlier.length > 0 && <Earlier items={earlier} />}
    </main>
  );
}

function Upload({ fault }: { fault: string | undefined }) {
  const busy = useNavigation().state !== 'idle';
  return (
    <Form method="post" encType="multipart/form-data" className="stack gap-4 upload">
      <noscript>{says.needsScript}</noscript>
      <Field
        label={says.file}
        hint={says.fileHint}
        error={fault}
        type="file"
        name="file"
        accept=".txt,.gift,.xml,.csv,.xlsx,.md"
        required
      />
      <p className="cluster">
        <button className="btn primary" aria-busy={busy || undefined}>
          {busy ? says.reading : says.read}
        </button>
      </p>
    </Form>
  );
}

type OneProps = { one: Schemas['QuestionImport']; categories: Schemas['BankFacets']['categories'] };

const One = ({ one, categories }: OneProps) => (
  <section className="stack gap-5" aria-labelledby="one">
    <SectionTitle id="one">{one.name}</SectionTitle>
    <ImportProgress one={one} categories={categories} />
    <ImportReport report={one.report} />
    <p>
      <Link to="/banco/importar">{says.again}</Link>
    </p>
  </section>
);

const tones = { read: 'info', waiting: 'pending', running: 'pending', done: 'success', failed: 'danger' } as const;
const icons = { read: 'eye', waiting: 'clock', running: 'sync', done: 'check-circle', failed: 'alert' } as const;

const Earlier = ({ items }: { items: Schemas['QuestionImport'][] }) => (
  <section className="stack gap-3" aria-labelledby="earlier">
    <SectionTitle id="earlier">{says.earlier}</SectionTitle>
    <ul className="rows tappable">
      {items.map(({ id, name, state, total }) => (
        <li key={id}>
          <Link to={`/banco/importar?id=${id}`}>
            <span className="grow">{name}</span>
            <span className="meta">{words.list.found(total, false)}</span>
            <Status tone={tones[state]} icon={icons[state]}>
              {says.states[state]}
            </Status>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
