import './marking.css';
import '../ui/workbench.css';
import { useEffect, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useRevalidator } from 'react-router';
import { api, read } from '../api/client.ts';
import { asked, given } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { now } from '../ui/clock.ts';
import { Empty } from '../ui/empty.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Desk } from './desk.tsx';
import type { Item } from './mark-keeper.ts';
import { fetchAhead, itemOf } from './next-item.ts';
import { addressOf, QueuePanel } from './queue-panel.tsx';
import { words } from './words.ts';

const { room: says } = words;

const states = ['pending', 'given', 'disputed', 'returned', 'published', 'all'] as const;
const allocations = ['mine', 'none'] as const;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { edition: id = '', unit = '', submission } = params;
  const value = asked(request);
  const known = <T extends string>(all: readonly T[], name: string) => all.find((each) => each === value(name));
  const query = given({
    ...{ question: value('question'), region: value('region'), cohort: value('cohort'), after: value('after') },
    ...{ state: known(states, 'state'), allocated: known(allocations, 'allocated') },
  });
  const { signal } = request;
  const path = { id, unit };
  const [queue, { items: works }, item] = await Promise.all([
    read(api.GET('/api/editions/{id}/marking/{unit}', { params: { path, query }, signal })),
    read(api.GET('/api/marking/works', { signal })),
    submission ? itemOf(submission, now(), signal) : null,
  ]);
  return { queue, works, item, query, now: now() };
}

export const handle: Handle<typeof loader> = {
  title: ({ queue }) => says.title(queue.work.title),
  description: says.description,
};

/** What comes after the open one, from the start again at the end. */
const after = (items: readonly { id: string }[], here: number): string | undefined =>
  (items[here + 1] ?? (here > 0 ? items[0] : undefined))?.id;

/** Another desk for whatever is not the same draft any more. */
const keyOf = ({ id, version, publications, state }: Item) => `${id} ${version} ${publications.length} ${state}`;

export function Component() {
  const { queue, works, item, query, now: at } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [told, tell] = useState<string | null>(null);
  const { items, work } = queue;
  const here = items.findIndex(({ id }) => id === item?.id);
  const next = after(items, here);
  useEffect(() => fetchAhead(next, now()), [next]);

  const go = (id: string | undefined) => void navigate(addressOf(work, query, id), { preventScrollReset: true });
  const move = (by: 1 | -1) => {
    const to = items[here + by];
    if (to) go(to.id);
  };
  const done = (said: string, andNext: boolean) => {
    tell(said);
    if (andNext) go(next);
    else void revalidate();
  };
  return (
    <main id="main" data-density="compact">
      <h1 className="visually-hidden">{says.title(work.title)}</h1>
      <div className="workbench">
        <Views key={item?.id ?? ''} waiting={work.counts.pending} open={item !== null} />
        <QueuePanel queue={queue} works={works} query={query} current={item?.id} now={at} />
        {item ? (
          <Desk key={keyOf(item)} item={item} mayMark={work.may.mark} move={move} done={done} />
        ) : (
          <Nothing empty={items.length === 0} />
        )}
      </div>
      <Told told={told} />
    </main>
  );
}

const Told = ({ told }: { told: string | null }) => (
  <div className="told" role="status">
    {told && <Notice tone="success" title={told} />}
  </div>
);

/** On a narrow screen, which of the three panels is seen. */
function Views({ waiting, open }: { waiting: number; open: boolean }) {
  const { label, queue, item, rubric } = says.views;
  const [view, show] = useState(open ? 1 : 0);
  return (
    <div className="views segmented underlined" role="radiogroup" aria-label={label}>
      {[queue(waiting), item, rubric].map((name, i) => (
        <label key={name}>
          <input type="radio" name="view" checked={i === view} onChange={() => show(i)} />
          {name}
        </label>
      ))}
    </div>
  );
}

const Nothing = ({ empty }: { empty: boolean }) => (
  <>
    <section aria-label={says.views.item}>
      <Empty text={empty ? says.allDone : says.nothing} />
    </section>
    <section className="panel" aria-labelledby="rubric">
      <div className="stack gap-3">
        <SectionTitle id="rubric">{says.pauta}</SectionTitle>
        <p className="meta">{says.pautaEmpty}</p>
      </div>
    </section>
  </>
);
