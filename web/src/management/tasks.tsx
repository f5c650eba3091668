import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { amount, tableDay } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { tasks: says } = words;

type Task = Schemas['StaffTaskList']['items'][number];
type Edition = Pick<Schemas['StaffEdition'], 'id' | 'timeZone'>;

type ArrangedProps = { edition: Edition; tasks: readonly Task[] };

/** What whoever runs an edition arranges in it, beside its evaluations. */
export const Arranged = ({ edition, tasks }: ArrangedProps) => (
  <>
    {tasks.length > 0 && <Tasks edition={edition} tasks={tasks} />}
    <Arrangements edition={edition.id} />
  </>
);

/** The tasks of an edition by when they are due, and how far people are. */
function Tasks({ edition, tasks }: ArrangedProps) {
  return (
    <section className="stack gap-3 container" aria-labelledby="tasks">
      <SectionTitle id="tasks">{says.heading}</SectionTitle>
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[says.name, says.due].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
            {[says.drafts, says.handedIn, says.published].map((name) => (
              <th key={name} role="columnheader" scope="col" className="numeric">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tasks.map((task) => (
            <TaskRow key={task.key} edition={edition} task={task} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TaskRow({ edition: { id, timeZone }, task }: { edition: Edition; task: Task }) {
  const { key, title, weight, changed, extensions, mode, groups, dueAt, drafts, handedIn, published } = task;
  const about = [
    says.weight(weight),
    mode === 'group' && says.groups(groups),
    changed && says.changed,
    extensions > 0 && says.extensions(extensions),
  ];
  const counts = [
    [says.drafts, drafts],
    [says.handedIn, handedIn],
    [says.published, published],
  ] as const;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="row-link" to={`/gestion/ediciones/${id}/tareas/${key}`}>
          {title}
        </Link>
        <span className="fine">{about.filter(Boolean).join(' · ')}</span>
      </th>
      <td role="cell" data-label={says.due}>
        {tableDay(dueAt, timeZone)}
      </td>
      {counts.map(([name, n]) => (
        <td key={name} role="cell" className="numeric" data-label={name}>
          {amount(n)}
        </td>
      ))}
    </tr>
  );
}

/** Where people get more time, and are put into groups. */
function Arrangements({ edition }: { edition: string }) {
  return (
    <nav className="cluster gap-3" aria-label={says.arrangements}>
      <Link className="btn" to={`/gestion/ediciones/${edition}/plazos`}>
        {says.extensionsLink}
      </Link>
      <Link className="btn" to={`/gestion/ediciones/${edition}/grupos`}>
        {says.cohortsLink}
      </Link>
    </nav>
  );
}
