import './arranging.css';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas, write } from '../api/client.ts';
import { textsOf } from '../api/form.ts';
import { oneOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { amount, clockTime, tableDay, editionName } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { instantOf } from '../ui/zoned-time.ts';
import { Head, Told } from './head.tsx';
import { TaskForm } from './task-form.tsx';
import { words } from './words.ts';

const { task: says } = words;
type Task = Schemas['StaffTask'];

export const handle: Handle<typeof loader> = {
  title: ({ title, edition }) => `${title} · ${edition.title}, ${editionName(edition.name)}`,
  description: says.description,
};

const pathOf = (params: LoaderFunctionArgs['params']) => ({ id: params['edition'] ?? '', unit: params['unit'] ?? '' });

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/editions/{id}/tasks/{unit}', { params: { path: pathOf(params) }, signal }));

const lates = ['refuse', 'until', 'penalty'] as const;
/** Tenths of a nota: «0,5» is 5. What is no number is left for the API to refuse. */
const tenthsIn = (text: string) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 10));

export async function action({ params, request }: ActionFunctionArgs) {
  const text = await textsOf(request);
  const at = (name: string) => instantOf(text(name), text('timeZone'));
  const body = {
    ...{ opensAt: at('opensAt'), dueAt: at('dueAt'), cutoffAt: at('cutoffAt') },
    ...{ late: oneOf(lates, text('late')) ?? null, penalty: tenthsIn(text('penalty')) },
  };
  const { refused } = await write(
    api.PUT('/api/editions/{id}/tasks/{unit}/settings', { params: { path: pathOf(params) }, body }),
  );
  return data({ told: refused ? null : says.done, refused }, refused?.status ?? 200);
}

/** By when a task is due in one edition and what becomes of late work: what the course says, and what holds here. */
export function Component() {
  const task = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { changedAt, changedBy } = task.setting;
  return (
    <main id="main" className="wrap stack gap-5 arranging" data-density="compact">
      <Head edition={task.edition} title={task.title} lead={says.lead} />
      <Figures task={task} />
      <Told answer={answer}>{says.doneText}</Told>
      <div className="split">
        <div className="stack gap-6">
          <Rules task={task} />
          {task.governs && <TaskForm key={changedAt ?? ''} task={task} answer={answer} />}
        </div>
        <aside className="stack gap-4">
          <Links task={task} />
          <p className="fine">
            {changedAt && changedBy ? says.changed(changedBy, tableDay(changedAt, task.edition.timeZone)) : says.never}
            {!task.governs && ` ${says.notMine}`}
          </p>
        </aside>
      </div>
    </main>
  );
}

function Figures({ task: { people, drafts, handedIn, published } }: { task: Task }) {
  const figures = [
    [says.figures.people(people), people],
    [says.figures.drafts, drafts],
    [says.figures.handedIn, handedIn],
    [says.figures.published, published],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, n]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{amount(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf({ version, holds, edition: { timeZone } }: Task) {
  const when = (at: string) => `${tableDay(at, timeZone)} ${clockTime(at, timeZone)}\u00a0h`;
  const row = (name: string, course: string, own: string) => ({ name, course, own: course === own ? says.same : own });
  const rows = [
    row(says.opensAt, when(version.opensAt), when(holds.opensAt)),
    row(says.dueAt, when(version.dueAt), when(holds.dueAt)),
    row(says.late, says.lates[version.late], says.lates[holds.late]),
  ];
  if (version.late !== 'refuse' || holds.late !== 'refuse')
    rows.push(row(says.cutoffAt, when(version.cutoffAt), when(holds.cutoffAt)));
  if (version.late === 'penalty' || holds.late === 'penalty')
    rows.push(row(says.penalty, says.tenths(version.penalty), says.tenths(holds.penalty)));
  return rows;
}

function Rules({ task }: { task: Task }) {
  return (
    <section className="stack gap-3 container" aria-labelledby="rules">
      <SectionTitle id="rules">{says.rules}</SectionTitle>
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[says.rule, says.course, says.own].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rowsOf(task).map(({ name, course, own }) => (
            <tr role="row" key={name}>
              <th role="rowheader" scope="row">
                {name}
              </th>
              <td role="cell" data-label={says.course}>
                {course}
              </td>
              <td role="cell" data-label={says.own}>
                {own === says.same ? own : <strong>{own}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Links({ task: { edition, key, mode, extensions, groups, governs } }: { task: Task }) {
  const at = `/gestion/ediciones/${edition.id}`;
  return (
    <nav className="stack gap-3" aria-labelledby="links">
      <SectionTitle id="links">{says.links}</SectionTitle>
      <ul className="rows tappable">
        <li>
          <Link to={`${at}/plazos?unidad=${key}`}>{says.extensions(extensions)}</Link>
        </li>
        {mode === 'group' && governs && (
          <li>
            <Link to={`${at}/tareas/${key}/grupos`}>{says.groups(groups)}</Link>
          </li>
        )}
        <li>
          <Link to={`/calificar/${edition.id}/${key}`}>{says.mark}</Link>
        </li>
      </ul>
    </nav>
  );
}
