import { Link } from 'react-router';
import { searchOf } from '../api/search-params.ts';
import { useMe } from '../shell/root.ts';
import { Html } from '../ui/html.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Bars, Count, Legend } from './bars.tsx';
import { type Question, State } from './questions.tsx';
import { RegionTable } from './regions.tsx';
import { share, time, words } from './words.ts';

const { detail } = words;

/** What was marked in a question, by those of the highest and of the lowest totals, and what to do about it. */
export function Detail({ question, place }: { question: Question; place: Place }) {
  const regions = question.regions.map(({ cut, name, people, difficulty }) => ({
    ...{ cut, name },
    values: [String(people), share(difficulty)],
  }));
  return (
    <aside className="stack gap-5" id="detalle">
      <section className="stack gap-3" aria-labelledby="detail">
        <SectionTitle id="detail">
          {detail.heading(question.number)} <State state={question.state} />
        </SectionTitle>
        <Html html={question.prompt} className="serif prompt" block />
        <Options question={question} />
      </section>
      <Suggestions question={question} place={place} />
      <Facts question={question} />
      {regions.length > 1 && (
        <section className="stack gap-3" aria-labelledby="by-region">
          <SectionTitle id="by-region">{detail.regions}</SectionTitle>
          <RegionTable caption={detail.regions} heads={[detail.people, detail.facts.points]} regions={regions} />
        </section>
      )}
    </aside>
  );
}

function Facts({ question: { difficulty, upper, lower, seconds } }: { question: Question }) {
  const facts = [
    [detail.facts.points, share(difficulty)],
    [detail.facts.upper, share(upper)],
    [detail.facts.lower, share(lower)],
    [detail.facts.time, time(seconds)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const remarks: Partial<Record<string, string>> = {
  ...{ ordering: detail.inPlace, numeric: detail.commonest, short: detail.commonest, calculated: detail.commonest },
  ...{ gaps: detail.commonest, essay: detail.byHand, file: detail.byHand },
};

function Options({ question }: { question: Question }) {
  const { options, blank, kind } = question;
  const remark = remarks[kind];
  return (
    <>
      {remark && <p className="meta">{remark}</p>}
      <Legend />
      <ol className="rows">
        {options.map((option) => (
          <li key={option.id}>
            <div className="cluster baseline between">
              <div>
                {option.label && <strong>{option.label} </strong>}
                <Html html={option.html} className="phrase" block />{' '}
                {option.key && kind !== 'ordering' && <span className="key">{detail.key}</span>}
              </div>
              <Count counted={option} of={question} />
            </div>
            <Bars counted={option} of={question} />
          </li>
        ))}
        {blank.people > 0 && (
          <li>
            <p className="cluster baseline between">
              <span>{detail.blank}</span>
              <Count counted={blank} of={question} />
            </p>
            <Bars counted={blank} of={question} />
          </li>
        )}
      </ol>
    </>
  );
}

type Place = { edition: string; unit: string };

function Suggestions({ question: { hints, number, questionId }, place }: { question: Question; place: Place }) {
  const roles = useMe()?.roles ?? [];
  const mayEdit = roles.some((role) => role === 'author' || role === 'admin');
  const maySimulate = roles.some((role) => role === 'tutor' || role === 'admin');
  const simulation = searchOf({
    ...{ pregunta: questionId, edicion: place.edition, evaluacion: place.unit, decision: 'drop' },
  });
  return (
    <section className="stack gap-3" aria-labelledby="suggested">
      <SectionTitle id="suggested">{detail.suggested}</SectionTitle>
      {hints.length === 0 && <p>{detail.nothing}</p>}
      <ul className="rows">
        {hints.map((hint) => {
          const [what, why] = words.hint(hint);
          return (
            <li key={what + why}>
              <strong>{what}</strong> {why}
            </li>
          );
        })}
      </ul>
      <p className="stack gap-2 no-print">
        {mayEdit && (
          <Link className="btn primary" to={`/banco/preguntas/${questionId}`}>
            {detail.edit(number)}
          </Link>
        )}
        {maySimulate && (
          <Link className="btn" to={`/notas/recalculos/nuevo${simulation}`}>
            {detail.simulate}
          </Link>
        )}
      </p>
      <p className="fine">{detail.groups}</p>
    </section>
  );
}
