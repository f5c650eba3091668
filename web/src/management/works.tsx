import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { now } from '../ui/clock.ts';
import { amount, tableDay } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { works } = words;

type Evaluation = Schemas['StaffEvaluationList']['items'][number];
type Edition = Pick<Schemas['StaffEdition'], 'id' | 'timeZone'>;
type WorksProps = { edition: Edition; evaluations: readonly Evaluation[] };

/** What an edition assesses with, and how it stands. */
export function Works({ edition, evaluations }: WorksProps) {
  return (
    <section className="stack gap-3 container" aria-labelledby="works">
      <SectionTitle id="works">{works.heading}</SectionTitle>
      <table role="table" className="table restack">
        <caption className="visually-hidden">{works.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[works.name, works.state, works.dates].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
            {[works.open, works.ended, works.pending].map((name) => (
              <th key={name} role="columnheader" scope="col" className="numeric">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {evaluations.map((evaluation) => (
            <EvaluationRow key={evaluation.key} edition={edition} evaluation={evaluation} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EvaluationRow({ edition: { id, timeZone }, evaluation }: { edition: Edition; evaluation: Evaluation }) {
  const { key, title, opensAt, closesAt, open, ended, pending } = evaluation;
  const dates = words.editions.between(tableDay(opensAt, timeZone), tableDay(closesAt, timeZone));
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="row-link" to={`/gestion/ediciones/${id}/evaluaciones/${key}`}>
          {title}
        </Link>
        <span className="fine">{aboutOf(evaluation)}</span>
      </th>
      <td role="cell" data-label={works.state}>
        <State evaluation={evaluation} />
      </td>
      <td role="cell" data-label={works.dates}>
        {dates}
      </td>
      {(
        [
          [works.open, open],
          [works.ended, ended],
          [works.pending, pending],
        ] as const
      ).map(([name, n]) => (
        <td key={name} role="cell" className="numeric" data-label={name}>
          {amount(n)}
        </td>
      ))}
    </tr>
  );
}

const aboutOf = ({ weight, changed, extensions }: Evaluation) =>
  [works.weight(weight), changed && works.changed, extensions > 0 && works.extensions(extensions)]
    .filter(Boolean)
    .join(' · ');

function State({ evaluation: { opensAt, closesAt } }: { evaluation: Evaluation }) {
  if (now() < Date.parse(opensAt)) return <Status tone="pending">{works.states.soon}</Status>;
  if (now() >= Date.parse(closesAt)) return <Status>{works.states.closed}</Status>;
  return (
    <Status tone="success" icon="check">
      {works.states.open}
    </Status>
  );
}
