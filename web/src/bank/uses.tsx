import type { Schemas } from '../api/client.ts';
import { amount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { says } from './question-words.ts';

type Question = Schemas['BankQuestion'];

const Head = ({ names, numeric }: { names: readonly string[]; numeric: readonly string[] }) => (
  <thead role="rowgroup">
    <tr role="row">
      {names.map((name) => (
        <th key={name} role="columnheader" scope="col" className={numeric.includes(name) ? 'numeric' : undefined}>
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

/** Where a question stands, and how people do with it. */
export function Uses({ question }: { question: Question }) {
  return (
    <div className="stack gap-6">
      <section className="stack gap-3" aria-labelledby="uses">
        <SectionTitle id="uses">{says.useHeading}</SectionTitle>
        {question.uses.length === 0 ? <p>{says.unused}</p> : <UseTable uses={question.uses} />}
      </section>
      <section className="stack gap-3" aria-labelledby="statistics">
        <SectionTitle id="statistics">{says.statistics}</SectionTitle>
        <Statistics versions={question.versions} />
        <p className="hint">{says.statHint}</p>
        <p className="hint">{says.analysis}</p>
      </section>
    </div>
  );
}

function UseTable({ uses }: Pick<Question, 'uses'>) {
  return (
    <div className="container">
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.useCaption}</caption>
        <Head names={[says.course, says.evaluation, says.usedVersion, says.editions]} numeric={[says.editions]} />
        <tbody role="rowgroup">
          {uses.map((use) => (
            <tr role="row" key={`${use.courseTitle} ${use.courseVersion} ${use.unitKey}`}>
              <th role="rowheader" scope="row">
                {says.courseVersion(use.courseTitle, use.courseVersion)}
              </th>
              <td role="cell" data-label={says.evaluation}>
                {use.unitTitle}
              </td>
              <td role="cell" data-label={says.usedVersion}>
                {says.version(use.questionVersion)}
              </td>
              <td role="cell" className="numeric" data-label={says.editions}>
                {amount(use.editions)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Statistics({ versions }: Pick<Question, 'versions'>) {
  return (
    <div className="container">
      <table role="table" className="table restack">
        <caption className="visually-hidden">{says.statCaption}</caption>
        <Head
          names={[says.statVersion, says.statAnswers, says.statFacility]}
          numeric={[says.statAnswers, says.statFacility]}
        />
        <tbody role="rowgroup">
          {versions.map(({ id, n, answers, facility }) => (
            <tr role="row" key={id}>
              <th role="rowheader" scope="row">
                {says.version(n)}
              </th>
              <td role="cell" className="numeric" data-label={says.statAnswers}>
                {amount(answers)}
              </td>
              <td role="cell" className="numeric" data-label={says.statFacility}>
                {facility === null ? '—' : `${Math.round(facility / 10)}\u00a0%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
