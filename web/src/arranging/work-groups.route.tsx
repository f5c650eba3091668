import './arranging.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { api, read, type Refused, type Schemas, write } from '../api/client.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Draw } from './draw-form.tsx';
import { GroupList } from './group-list.tsx';
import { Head, Told } from './head.tsx';
import { words } from './words.ts';

const { groups: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ page }) => `${says.title} · ${page.title}`,
  description: says.description,
};

const pathOf = (params: LoaderFunctionArgs['params']) => ({ id: params['edition'] ?? '', unit: params['unit'] ?? '' });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const after = asked(request)('after');
  const page = await read(
    api.GET('/api/editions/{id}/tasks/{unit}/groups', {
      ...{ params: { path: pathOf(params), query: given({ after, limit: 50 }) }, signal: request.signal },
    }),
  );
  // another number each time, so that two draws are not alike unless somebody asks for it
  return { page, after, seed: Math.floor(Math.random() * 1_000_000) };
}

type Path = ReturnType<typeof pathOf>;
type Did = { told: string; refused: Refused | null };
const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
const fault = (path: string): Refused => ({ code: 'invalid', status: 422, errors: [{ path, code: 'missing' }] });

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = textIn(form, 'intent');
  const { told, refused } = await (intents[intent] ?? move)(form, pathOf(params));
  return data({ told: refused ? null : told, refused, of: intent }, refused?.status ?? 200);
}

const intents: Record<string, (form: FormData, path: Path) => Promise<Did>> = {
  draw: async (form, path) => {
    const body: Schemas['WorkGroupDistributionBody'] = {
      way: textIn(form, 'way') === 'region' ? 'region' : 'random',
      ...{ size: Number(textIn(form, 'size')), seed: Number(textIn(form, 'seed')) },
    };
    const call = api.POST('/api/editions/{id}/tasks/{unit}/groups/distribution', { params: { path }, body });
    const { done, refused } = await write(call);
    return { told: done ? says.drawn(done.groups, done.people) : '', refused };
  },
  rename: async (form) => {
    const params = { path: { id: textIn(form, 'group') } };
    const { refused } = await write(api.PUT('/api/work-groups/{id}', { params, body: { name: textIn(form, 'name') } }));
    return { told: says.renamed, refused };
  },
  remove: async (form) => {
    const params = { path: { id: textIn(form, 'group') } };
    return { told: says.removed, refused: (await write(api.DELETE('/api/work-groups/{id}', { params }))).refused };
  },
};

/** Whoever is ticked goes to one group, to a new one, or to none. */
async function move(form: FormData, path: Path): Promise<Did> {
  const ticked = form
    .getAll('person')
    .filter((value) => typeof value === 'string')
    .map((value) => value.split(' ') as [enrolment: string, group?: string]);
  const [to, people] = [textIn(form, 'to'), ticked.map(([enrolment]) => enrolment)];
  if (people.length === 0) return { told: '', refused: fault('person') };
  const told = says.moved(people.length);
  if (to === 'none') return { told, refused: await takeOut(ticked) };
  const { refused } = await write(
    to === 'new'
      ? api.POST('/api/editions/{id}/tasks/{unit}/groups', {
          params: { path },
          body: { name: textIn(form, 'new'), people },
        })
      : api.PUT('/api/work-groups/{id}/people', { params: { path: { id: to } }, body: { add: people, remove: [] } }),
  );
  return { told, refused };
}

async function takeOut(ticked: readonly [string, string?][]): Promise<Refused | null> {
  for (const id of new Set(ticked.flatMap(([, group]) => (group ? [group] : [])))) {
    const body = { add: [], remove: ticked.filter(([, group]) => group === id).map(([enrolment]) => enrolment) };
    const { refused } = await write(api.PUT('/api/work-groups/{id}/people', { params: { path: { id } }, body }));
    if (refused) return refused;
  }
  return null;
}

/** Who hands in a task together. */
export function Component() {
  const { page, after, seed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { edition, key, title } = page;
  return (
    <main id="main" className="wrap stack gap-5 arranging" data-density="compact">
      <Head
        edition={edition}
        trail={[{ to: `/gestion/ediciones/${edition.id}/tareas/${key}`, name: title }]}
        title={says.title}
        lead={says.lead}
      />
      <Told answer={answer} />
      <div className="split">
        <GroupList key={JSON.stringify(page.items)} page={page} after={after} answer={answer} />
        {page.free > 0 && <Draw seed={seed} answer={answer?.of === 'draw' ? answer : undefined} />}
      </div>
    </main>
  );
}
