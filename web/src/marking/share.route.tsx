import './marking.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { refusals } from '../words/refusals.ts';
import { type Allocation, ByHand, ByRegion, Evenly, Rules } from './share-forms.tsx';
import { words } from './share-words.ts';

const { share: says } = words;

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['edition'] ?? '', unit: params['unit'] ?? '' };
  const query = { limit: 100 };
  const [allocation, queue] = await Promise.all([
    read(api.GET('/api/editions/{id}/marking/{unit}/allocation', { params: { path }, signal })),
    read(api.GET('/api/editions/{id}/marking/{unit}', { params: { path, query }, signal })),
  ]);
  return { allocation, queue };
}

/** What a form asks for: how to share, and among whom. */
function askedBy(form: FormData): Schemas['AllocateMarking'] {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const [marker = ''] = all('marker');
  const [cut = ''] = all('region');
  const [way] = all('way');
  if (way === 'evenly') return { way, markers: all('markers') };
  if (way === 'region') return { way, regions: [{ cut, markers: [marker] }] };
  return { way: 'hand', submissions: all('submissions'), marker: marker || null };
}

const tenths = (text: string) => (text ? Math.round(Number(text.replace(',', '.')) * 10) : null);

async function setRules(path: { id: string; unit: string }, form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const body = {
    anonymous: text('anonymous') === 'on',
    doubleThreshold: tenths(text('threshold')),
    returnDays: Number(text('days')),
  };
  const { refused } = await write(api.PUT('/api/editions/{id}/marking/{unit}/rules', { params: { path }, body }));
  return data({ told: refused ? null : says.saved, refused }, refused?.status ?? 200);
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { edition: id = '', unit = '' } = params;
  const path = { id, unit };
  const form = await request.formData();
  if (form.get('way') === 'rules') return setRules(path, form);
  const call = api.POST('/api/editions/{id}/marking/{unit}/allocation', { params: { path }, body: askedBy(form) });
  const { done, refused } = await write(call);
  return data({ told: done ? says.done(done.allocated) : null, refused }, refused?.status ?? 200);
}

export const handle: Handle<typeof loader> = {
  title: ({ queue }) => says.title(queue.work.title),
  description: says.description,
};

export function Component() {
  const { allocation, queue } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { work, items } = queue;
  const { markers, regions, free, all } = allocation;
  return (
    <main id="main" className="wrap stack gap-5" data-density="compact">
      <header className="stack gap-1">
        <Breadcrumbs trail={[{ to: `/calificar/${work.editionId}/${work.unit}`, name: says.marking }]} />
        <p className="meta">{work.title}</p>
        <h1>{says.heading}</h1>
        <p>{says.free(free, all)}</p>
      </header>
      <Answered answered={answered} />
      <div className="split">
        <div className="stack gap-6">
          <Markers markers={markers} />
          {markers.length > 0 && <Evenly markers={markers} />}
          {markers.length > 0 && regions.length > 0 && <ByRegion markers={markers} regions={regions} />}
          <ByHand markers={markers} items={items} />
        </div>
        {work.may.mark && <Rules rules={work.rules} />}
      </div>
    </main>
  );
}

function Answered({ answered }: { answered: { told: string | null; refused: Refused | null } | undefined }) {
  if (answered?.refused) return <Notice tone="danger" title={refusals[answered.refused.code]} role="alert" />;
  return answered?.told && <Notice tone="success" title={answered.told} role="status" />;
}

function Markers({ markers }: Pick<Allocation, 'markers'>) {
  if (markers.length === 0) return <p>{says.nobody}</p>;
  const columns = [says.allocated, says.pending, says.published];
  return (
    <section className="stack gap-3 container" aria-labelledby="markers">
      <SectionTitle id="markers">{says.markers}</SectionTitle>
      <table className="table restack" role="table">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {says.name}
            </th>
            {columns.map((name) => (
              <th key={name} role="columnheader" scope="col" className="numeric">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {markers.map(({ id, name, allocated, pending, published }) => (
            <tr key={id} role="row">
              <th role="rowheader" scope="row">
                {name}
              </th>
              {[allocated, pending, published].map((n, i) => (
                <td key={columns[i]} role="cell" data-label={columns[i]} className="numeric">
                  {n}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
