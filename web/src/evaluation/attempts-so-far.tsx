import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade as written, hour, tableDay } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { resultOf } from './result-address.ts';
import { words } from './words.ts';

const { rules: says } = words;

type Evaluation = Schemas['Evaluation'];
type Attempt = Evaluation['attempts'][number];

/** Each attempt with its grade, and how they come to one. */
export function AttemptsSoFar({ evaluation }: { evaluation: Evaluation }) {
  const { enrolmentId, key, attempts, grade, edition } = evaluation;
  const sent = attempts.filter(({ submittedAt }) => submittedAt !== null);
  return (
    <section className="stack gap-3" aria-labelledby="attempts">
      <SectionTitle id="attempts">
        {says.attemptsSoFar}
        {grade !== null && (
          <Link className="tap" to={`/estudio/${enrolmentId}/evaluaciones/${key}/nota`}>
            {says.howGraded}
          </Link>
        )}
      </SectionTitle>
      {sent.length === 0 ? (
        <p className="meta">{says.none}</p>
      ) : (
        <AttemptTable attempts={sent} zone={edition.timeZone} />
      )}
      {grade !== null && (
        <p>
          {says.grade}: <strong>{written(grade)}</strong>
        </p>
      )}
    </section>
  );
}

function AttemptTable({ attempts, zone }: { attempts: readonly Attempt[]; zone: string }) {
  return (
    <div className="container">
      <table className="table restack" role="table">
        <caption className="visually-hidden">{says.attemptsSoFar}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {says.table.attempt}
            </th>
            <th scope="col" role="columnheader">
              {says.table.sent}
            </th>
            <th scope="col" role="columnheader" className="numeric">
              {says.table.grade}
            </th>
            <th scope="col" role="columnheader">
              {says.table.result}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {attempts.map((attempt) => (
            <Row key={attempt.id} attempt={attempt} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ attempt: { id, n, submittedAt, grade }, zone }: { attempt: Attempt; zone: string }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {says.attempt(n)}
      </th>
      <td role="cell" data-label={says.table.sent}>
        {submittedAt && `${tableDay(submittedAt, zone)}, ${hour(submittedAt, zone)}`}
      </td>
      <td role="cell" data-label={says.table.grade} className="numeric">
        {grade === null ? says.notReleased : written(grade)}
      </td>
      <td role="cell" data-label={says.table.result}>
        <Link className="tap" to={resultOf(id)} aria-label={says.seeResult(n)}>
          {says.result}
        </Link>
      </td>
    </tr>
  );
}
