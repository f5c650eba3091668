import type { Schemas } from '../api/client.ts';
import { useRoot } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { now } from '../ui/clock.ts';
import { amount, day, editionName } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { coefficient, meanGrade, time, words } from './words.ts';

const { figures } = words;

export type Analysis = Schemas['ItemAnalysis'];

/** What was analysed, its figures, and what they come to. */
export function Head({ analysis }: { analysis: Analysis }) {
  const { edition, unit, title, closesAt, attempts } = analysis;
  const demo = useRoot()?.demo;
  const closed = Date.parse(closesAt) <= now();
  const meta = words.meta(title, editionName(edition.name), closed, day(closesAt, edition.timeZone));
  const file = `/api/editions/${edition.id}/evaluations/${unit}/analysis.csv?attempts=${attempts}`;
  return (
    <header className="stack gap-3">
      <Breadcrumbs trail={[{ to: `/gestion/ediciones/${edition.id}`, name: edition.title }]} />
      <div className="cluster between at-end">
        <div className="stack gap-1">
          <p className="meta">{[meta, demo && words.demo].filter(Boolean).join(' · ')}</p>
          <h1>{words.heading}</h1>
        </div>
        <p className="no-print">
          <a className="btn" href={file} download>
            <Icon name="download" />
            {words.csv}
          </a>
        </p>
      </div>
      <Figures analysis={analysis} />
      <Worth analysis={analysis} />
    </header>
  );
}

function Figures({ analysis: { people, grade, alpha, kr20, error, seconds } }: { analysis: Analysis }) {
  const all = [
    [figures.people(people), amount(people)],
    [figures.grade, meanGrade(grade)],
    [figures.alpha(kr20), coefficient(alpha)],
    [figures.error, error ? figures.errorOf(error.points) : '—'],
    [figures.seconds, time(seconds)],
  ] as const;
  return (
    <dl className="figures">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In a sentence, and how many questions ask for a look. */
function Worth({ analysis: { worth, questions } }: { analysis: Analysis }) {
  const asking = questions.filter(({ state }) => state === 'review' || state === 'look').map(({ number }) => number);
  if (worth === 'few') return <Notice title={words.worth.few}>{words.wait}</Notice>;
  const title = `${words.worth[worth]}; ${asking.length ? words.asks(asking.length) : words.noneAsks}`;
  return <Notice title={title}>{asking.length ? words.correct(asking) : words.keep}</Notice>;
}
