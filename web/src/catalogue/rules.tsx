import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade, hours } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { page } = words;

type Course = Schemas['Course'];
type Evaluation = Course['evaluations'][number];
type Task = Course['tasks'][number];
type Row = { key: string; title: string; what: string; weight: number };

const whatIs = ({ questions, minutes, attempts, keep }: Evaluation) =>
  [
    page.questions(questions),
    minutes === null ? page.noLimit : page.timeLimit(minutes),
    attempts === 1 ? page.attempts(1) : `${page.attempts(attempts)}; ${page.keep[keep]}`,
  ].join(', ');

function whatToHandIn({ takesText, takesFiles, minutes, mode }: Task): string {
  const { text, files, both } = page.hands;
  return page.handIn(takesText && takesFiles ? both : takesText ? text : files, hours(minutes), mode === 'group');
}

const rowsOf = ({ evaluations, tasks }: Pick<Course, 'evaluations' | 'tasks'>): Row[] => [
  ...evaluations.map((each) => ({ key: each.key, title: each.title, what: whatIs(each), weight: each.weight })),
  ...tasks.map((each) => ({ key: each.key, title: each.title, what: whatToHandIn(each), weight: each.weight })),
];

/** How the course is graded: its evaluations and tasks with their weights, and what it takes to pass. */
export function Rules({ evaluations, tasks, passGrade }: Pick<Course, 'evaluations' | 'tasks' | 'passGrade'>) {
  const rows = rowsOf({ evaluations, tasks });
  if (rows.length === 0) return null;
  const demands = [...new Set([...evaluations, ...tasks].map(({ demand }) => demand))];
  const [first, second] = page.pass;
  return (
    <section className="stack gap-3 container" aria-labelledby="rules">
      <SectionTitle id="rules">{page.rules}</SectionTitle>
      <GradedTable rows={rows} />
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

function GradedTable({ rows }: { rows: readonly Row[] }) {
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
        {rows.map(({ key, title, what, weight }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {title}
            </th>
            <td role="cell">{what}</td>
            <td role="cell" className="numeric" data-label={page.weight}>
              {page.percent(weight)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
