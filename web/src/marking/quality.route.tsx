import './marking.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { Agreement } from './agreement.tsx';
import { Sample } from './sample.tsx';
import { words as share } from './share-words.ts';

const { quality: says } = share;

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['edition'] ?? '', unit: params['unit'] ?? '' };
  const one = { params: { path }, signal };
  const [{ work }, agreement] = await Promise.all([
    read(api.GET('/api/editions/{id}/marking/{unit}', { params: { path, query: { limit: 1 } }, signal })),
    read(api.GET('/api/editions/{id}/marking/{unit}/agreement', one)),
  ]);
  const sample = work.may.manage ? await read(api.GET('/api/editions/{id}/marking/{unit}/sample', one)) : null;
  return { work, agreement, sample: sample?.items ?? null };
}

/** Points typed for each criterion, as `points.<criterion>`, in thousandths. */
function criteriaIn(form: FormData): Schemas['MarkBody']['criteria'] {
  return [...form.entries()].flatMap(([name, value]) => {
    if (!name.startsWith('points.') || typeof value !== 'string') return [];
    const points = Math.round(Number(value.replace(',', '.')) * 1000);
    return [{ id: name.slice('points.'.length), points, level: null, comment: '' }];
  });
}

async function draw(path: { id: string; unit: string }, percent: number) {
  const call = api.POST('/api/editions/{id}/marking/{unit}/sample', { params: { path }, body: { percent } });
  const { done, refused } = await write(call);
  return data({ told: done ? says.drawn(done.drawn) : null, refused }, refused?.status ?? 200);
}

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const { edition: id = '', unit = '' } = params;
  if (text('what') === 'draw') return draw({ id, unit }, Number(text('percent')));
  const confirmed = { verdict: 'confirmed' as const };
  const changed = { verdict: 'changed' as const, reason: text('reason'), criteria: criteriaIn(form) };
  const body = text('what') === 'confirm' ? confirmed : changed;
  const call = api.POST('/api/moderations/{id}/verdict', { params: { path: { id: text('id') } }, body });
  const { refused } = await write(call);
  return data({ told: refused ? null : says.done, refused }, refused?.status ?? 200);
}

export const handle: Handle<typeof loader> = {
  title: ({ work }) => says.title(work.title),
  description: says.description,
};

export function Component() {
  const { work, agreement, sample } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <header className="stack gap-1">
        <Breadcrumbs trail={[{ to: `/calificar/${work.editionId}/${work.unit}`, name: share.share.marking }]} />
        <p className="meta">{work.title}</p>
        <h1>{says.heading}</h1>
      </header>
      {answered?.refused && <Notice tone="danger" title={refusals[answered.refused.code]} role="alert" />}
      {answered?.told && <Notice tone="success" title={answered.told} role="status" />}
      <Agreement agreement={agreement} />
      {sample && (
        <section className="stack gap-4" aria-labelledby="sample">
          <SectionTitle id="sample">{says.sample}</SectionTitle>
          <Form method="post" className="stack gap-3 narrow">
            <input type="hidden" name="what" value="draw" />
            <Field label={says.percent} name="percent" type="number" min={1} max={100} defaultValue={10} required />
            <p>
              <button className="btn">{says.draw}</button>
            </p>
          </Form>
          <Sample items={sample} criteria={agreement.criteria} />
        </section>
      )}
    </main>
  );
}
