import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { page } = words;

type Course = Schemas['Course'];
type Evaluation = Course['evaluations'][number];

const whatIs = ({ questions, minutes, attempts, keep }: Evaluation) =>
  [
    page.questions(questions),
    minutes === null ? page.noLimit : page.timeLimit(minutes),
    attempts === 1 ? page.attempts(1) : `${page.attempts(attempts)}; ${page.keep[keep]}`,
  ].join(', ');

/** How the course is graded: its evaluations with their weights, and what it takes to pass. */
export function Rules({ evaluations, passGrade }: Pick<Course, 'evaluations' | 'passGrade'>) {
  if (evaluations.length === 0) return null;
  const demands = [...new Set(evaluations.map(({ demand }) => demand))];
  const [first, second] = page.pass;
  return (
    <section className="stack gap-3 container" aria-labelledby="rules">
      <SectionTitle id="rules">{page.rules}</SectionTitle>
      <EvaluationTable evaluations={evaluations} />
      <ul className="rows">
        <li>
          {first} <strong>{grade(passGrade)}</strong> {second}
        </li>
        {demands.map((demand) => (
          <li key={demand}>{page.demand(demand)}</li>
        ))}
        <li>{page.allLessons}</li>
        <li>
          {page.explanation} <Link to="/ayuda#notas">{page.howGrades}</Link>.
        </li>
      </ul>
    </section>
  );
}

function EvaluationTable({ evaluations }: { evaluations: readonly Evaluation[] }) {
  return (
    <table role="table" className="table restack">
      <caption className="visually-hidden">{page.rulesCaption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {page.name}
          </th>
          <th role="columnheader" scope="col">
            {page.what}
          </th>
          <th role="columnheader" scope="col" className="numeric">
            {page.weight}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {evaluations.map((evaluation) => (
          <tr key={evaluation.key} role="row">
            <th role="rowheader" scope="row">
              {evaluation.title}
            </th>
            <td role="cell">{whatIs(evaluation)}</td>
            <td role="cell" className="numeric" data-label={page.weight}>
              {page.percent(evaluation.weight)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
