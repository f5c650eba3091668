import './regrade.css';
import { type ActionFunctionArgs, data, Form, Link, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useNavigation } from 'react-router'; // prettier-ignore
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { asked, given, oneOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { amount, longDay } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Notice } from '../ui/notice.tsx';
import { refusals } from '../words/refusals.ts';
import { People } from './people.tsx';
import { RegionTable } from './regions.tsx';
import { words } from './words.ts';

const { one } = words;

export type Regrade = Schemas['Regrade'];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { regrade: id = '' } = params;
  const value = asked(request);
  const query = given({ only: oneOf(['changed', 'special'] as const, value('only')), after: value('after') });
  const { signal } = request;
  const [regrade, people] = await Promise.all([
    read(api.GET('/api/regrades/{id}', { params: { path: { id } }, signal })),
    read(api.GET('/api/regrades/{id}/people', { params: { path: { id }, query }, signal })),
  ]);
  return { regrade, people, only: query.only ?? null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { regrade: id = '' } = params;
  const given = { params: { path: { id } } };
  const undoing = (await textsOf(request))('intent') === 'undo';
  const call = undoing
    ? api.PUT('/api/regrades/{id}/undoing', given)
    : api.PUT('/api/regrades/{id}/application', given);
  const { refused } = await write(call);
  return refused ? data({ refused }, refused.status) : redirect(`/notas/recalculos/${id}`);
}

export const handle: Handle<typeof loader> = {
  title: ({ regrade }) => `${words.decisions[regrade.decision]} · ${words.title}`,
  description: words.description,
};

export function Component() {
  const { regrade, people, only } = useLoaderData<typeof loader>();
  const { decision, prompt, unitTitle, title, madeBy, madeAt, reason } = regrade;
  const refused = useActionData<typeof action>()?.refused;
  return (
    <main id="main" className="wrap stack gap-5 regrade" data-density="compact">
      <header className="stack gap-3">
        <Breadcrumbs trail={[{ to: '/notas/recalculos', name: words.title }]} />
        <div className="stack gap-1">
          <p className="meta">
            {[words.states[regrade.state], unitTitle ? `${unitTitle}, ${title ?? ''}` : words.list.everywhere].join(
              ' · ',
            )}
          </p>
          <h1>{words.decisions[decision]}</h1>
          <p className="meta">{one.by(madeBy, longDay(madeAt, 'America/Santiago'))}</p>
        </div>
        {prompt && <Html html={prompt} className="serif prompt" block />}
        <p>
          <strong>{one.reason}:</strong> {reason}
        </p>
        <Figures regrade={regrade} />
      </header>
      {refused && <Notice tone="danger" role="alert" title={refusals[refused.code]} />}
      <Remarks regrade={regrade} />
      <Acts regrade={regrade} />
      <RegionTable regions={regrade.regions} />
      <People id={regrade.id} page={people} only={only} />
    </main>
  );
}

function Figures({ regrade: { counts } }: { regrade: Regrade }) {
  const names = ['people', 'up', 'down', 'same', 'passes', 'fails'] as const;
  return (
    <dl className="figures">
      {names.map((name) => (
        <div key={name}>
          <dt>{one.figures[name](counts[name])}</dt>
          <dd>{amount(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Remarks({ regrade: { counts, outside, progress } }: { regrade: Regrade }) {
  const told = [
    [counts.overridden, one.notes.overridden],
    [counts.unfit, one.notes.unfit],
    [counts.kept, one.notes.kept],
    [outside, one.notes.outside],
    [progress.passedBy, one.notes.passedBy],
    [progress.left, one.notes.left],
  ] as const;
  const lines = told.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
  if (lines.length === 0) return null;
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Acts({ regrade }: { regrade: Regrade }) {
  const { id, state, progress, mayAct } = regrade;
  if (state === 'applying' || state === 'undoing')
    return (
      <Notice tone="pending" role="status" title={one.working(progress[state === 'applying' ? 'waiting' : 'applied'])}>
        <p>
          <Link to={`/notas/recalculos/${id}`}>{one.reload}</Link>
        </p>
      </Notice>
    );
  return mayAct && state !== 'undone' ? <Act state={state} people={regrade.counts.up + regrade.counts.down} /> : null;
}

/** Applies a preview, or takes back what was applied. */
function Act({ state, people }: { state: 'previewed' | 'applied'; people: number }) {
  const busy = useNavigation().formMethod !== undefined || undefined;
  if (state === 'previewed')
    return (
      <Form method="post">
        <button className="btn primary" name="intent" value="apply" aria-busy={busy}>
          {one.apply(people)}
        </button>
      </Form>
    );
  return (
    <Form method="post" className="stack gap-2">
      <p>
        <button className="btn" name="intent" value="undo" aria-busy={busy}>
          {one.undo}
        </button>
      </p>
      <p className="fine">{one.undoHint}</p>
    </Form>
  );
}
