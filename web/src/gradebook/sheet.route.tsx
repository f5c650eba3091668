import './gradebook.css';
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
import { api, read, type Schemas, write } from '../api/client.ts';
import { asked } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { words } from './appeal-words.ts';
import { ApplyForm } from './apply-form.tsx';
import { Changes, Faults } from './sheet-tables.tsx';
import { words as book } from './words.ts';

const { sheet: says } = words;
type Import = Schemas['GradeImport'];
type Reason = 'review' | 'rubric' | 'late' | 'agreed' | 'other';

export const handle: Handle = { title: says.title, description: says.description };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { edition = '' } = params;
  const id = /^[0-9a-f-]{36}$/.exec(asked(request)('carga') ?? '')?.[0];
  const { signal } = request;
  const brought = id && (await read(api.GET('/api/grade-imports/{id}', { params: { path: { id } }, signal })));
  return { edition, brought: brought || null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return text('import') ? apply(text) : bring(params['edition'] ?? '', form.get('file'));
}

async function bring(id: string, file: FormDataEntryValue | null) {
  if (!(file instanceof File) || file.size === 0) return data({ refused: null, missing: true }, 422);
  const { done, refused } = await write(
    api.POST('/api/editions/{id}/gradebook/imports', {
      params: { path: { id }, query: { name: file.name.slice(0, 200) || 'planilla' } },
      headers: { 'content-type': 'application/octet-stream' },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
  if (done) return redirect(`/notas/ediciones/${id}/planilla?carga=${done.id}`);
  return data({ refused, missing: false }, refused?.status ?? 500);
}

async function apply(text: (name: string) => string) {
  const body = { reason: text('reason') as Reason, explanation: text('explanation') };
  const path = { id: text('import') };
  const { refused } = await write(api.POST('/api/grade-imports/{id}/application', { params: { path }, body }));
  return data({ refused, missing: false }, refused?.status ?? 200);
}

/** Notas from a spreadsheet: what it would change is seen before anything does. */
export function Component() {
  const { edition, brought } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer?.refused;
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <Breadcrumbs trail={[{ to: `/notas/ediciones/${edition}`, name: book.book.heading }]} />
      <header className="stack gap-2">
        <h1>{says.title}</h1>
        <p>{says.lead}</p>
      </header>
      {refused && (
        <Notice tone="danger" role="alert" title={says.refused}>
          {refusals[refused.code]}
        </Notice>
      )}
      {(brought === null || brought.state === 'ready') && <Upload edition={edition} missing={answer?.missing} />}
      {brought && <Brought brought={brought} refused={refused ?? null} />}
    </main>
  );
}

function Upload({ edition, missing }: { edition: string; missing: boolean | undefined }) {
  const busy = useNavigation().formMethod !== undefined;
  return (
    <Form method="post" encType="multipart/form-data" className="stack gap-4">
      <div className="field">
        <label htmlFor="planilla">{says.file}</label>
        <input
          className="input"
          type="file"
          id="planilla"
          name="file"
          accept=".csv,.xlsx,text/csv"
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'planilla-error' : undefined}
        />
        {missing && (
          <p className="error" id="planilla-error" role="alert">
            {says.none}
          </p>
        )}
      </div>
      <p className="cluster">
        <button className="btn primary" aria-busy={busy || undefined}>
          {says.read}
        </button>
        <a className="btn" href={`/api/editions/${edition}/gradebook.csv`} download>
          {says.download}
        </a>
      </p>
    </Form>
  );
}

type BroughtProps = { brought: Import; refused: Parameters<typeof ApplyForm>[0]['refused'] };

function Brought({ brought, refused }: BroughtProps) {
  const { id, state, changes, refused: faults, stale } = brought;
  return (
    <>
      {state === 'applying' && (
        <Notice tone="pending" role="status" title={says.applying}>
          <p>
            {says.applyingText} <Link to={`?carga=${id}`}>{says.reload}</Link>
          </p>
        </Notice>
      )}
      {state === 'applied' && <Notice tone="success" role="status" title={says.applied} />}
      {stale.length > 0 && (
        <section className="stack gap-3" aria-labelledby="quedo">
          <SectionTitle id="quedo">{says.stale}</SectionTitle>
          <p>{says.staleText}</p>
          <Changes changes={stale} />
        </section>
      )}
      <section className="stack gap-3" aria-labelledby="cambia">
        <SectionTitle id="cambia">{says.changes}</SectionTitle>
        {changes.length === 0 ? <p>{says.nothing}</p> : <Changes changes={changes} />}
      </section>
      {faults.length > 0 && (
        <section className="stack gap-3" aria-labelledby="faltas">
          <SectionTitle id="faltas">{says.faults}</SectionTitle>
          <Faults faults={faults} />
        </section>
      )}
      {state === 'ready' && changes.length > 0 && <ApplyForm id={id} refused={refused} />}
    </>
  );
}
