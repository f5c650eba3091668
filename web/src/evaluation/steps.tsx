import { Fragment, type ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { grade as written } from '../ui/format.ts';
import { words } from './grade-words.ts';

const { grade: says } = words;

export type Attempt = Schemas['EvaluationGrade']['attempts'][number];

/** A step of an explanation: numbered, with its own title. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}

/** Lines of a calculation; the last one says what it comes to. Breaks only between its terms. */
export function Formula({ lines, result }: { lines: readonly string[]; result: string }) {
  return (
    <p className="formula">
      {lines.map((line, i) => (
        <span className="line" key={line}>
          {line.split(/ (?=[÷+])/).map((term, at) => (
            <Fragment key={term}>
              {at > 0 && ' '}
              <span>{term}</span>
            </Fragment>
          ))}
          {i === lines.length - 1 && (
            <>
              {' '}
              <span>
                = <b>{result}</b>
              </span>
            </>
          )}
        </span>
      ))}
    </p>
  );
}

/** What the second decimal of «5,125» says: 2, less than 5. */
function rounding({ exact, isExact }: Attempt['steps']): string {
  const [, decimals = ''] = exact.split(',');
  const deciding = Number(decimals[1] ?? '0');
  if (isExact && decimals.length < 2) return says.noRounding;
  return deciding < 5 ? says.roundDown(deciding) : says.roundUp(deciding);
}

/** From points to a nota, in five steps. */
export function Steps({ attempt: { steps, questions } }: { attempt: Attempt }) {
  const { points, maxPoints, demand, cut, stretch, lines, exact, isExact, rounded } = steps;
  return (
    <>
      <Step title={says.sum}>
        <p>
          {says.summed(questions.length)}
          <strong>{says.of(points, maxPoints)}</strong>.
        </p>
        <PointsTable questions={questions} points={points} maxPoints={maxPoints} />
      </Step>
      <Step title={says.cut}>
        <p>{says.cutMeans(demand)}</p>
        <Formula lines={[says.cutFormula(maxPoints, demand)]} result={says.cutResult(cut)} />
      </Step>
      <Step title={says.stretch}>
        <p>{says[stretch](points, cut)}</p>
      </Step>
      <Step title={says.apply}>
        <p>{says.applies[stretch]}</p>
        <Formula lines={lines} result={isExact ? exact : `${exact}…`} />
      </Step>
      <Step title={says.round}>
        <p>
          {rounding(steps)} {says.stays}
          <strong>{written(rounded)}</strong>.
        </p>
      </Step>
    </>
  );
}

type PointsProps = { questions: Attempt['questions']; points: string; maxPoints: string };

function PointsTable({ questions, points, maxPoints }: PointsProps) {
  const { caption, question, yours, max, total } = says.questionTable;
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{question}</th>
          <th scope="col" className="numeric">
            {yours}
          </th>
          <th scope="col" className="numeric">
            {max}
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map((each) => (
          <tr key={each.position}>
            <th scope="row">{says.questionNumber(each.position)}</th>
            <td className="numeric">{each.points}</td>
            <td className="numeric">{each.maxPoints}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total}</th>
          <td className="numeric">{points}</td>
          <td className="numeric">{maxPoints}</td>
        </tr>
      </tfoot>
    </table>
  );
}
