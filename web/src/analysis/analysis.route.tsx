import './analysis.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import { asked, searchOf } from '../api/search-params.ts';
import type { Handle } from '../shell/head.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { amount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type Analysis, Head } from './analysis-head.tsx';
import { Detail } from './detail.tsx';
import { type Question, Questions } from './questions.tsx';
import { RegionTable } from './regions.tsx';
import { Scatter } from './scatter.tsx';
import { meanGrade, share, words } from './words.ts';

const { notes } = words;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { edition: id = '', unit = '' } = params;
  const value = asked(request);
  const attempts = value('intentos') === 'todos' ? ('all' as const) : ('first' as const);
  const { signal } = request;
  const given = { params: { path: { id, unit }, query: { attempts } }, signal };
  const analysis = await read(api.GET('/api/editions/{id}/evaluations/{unit}/analysis', given));
  return { analysis, shown: chosenOf(analysis.questions, value('pregunta'))?.versionId ?? null };
}

/** The one asked for; else the one that asks most for a look. */
function chosenOf(questions: readonly Question[], number: string | undefined): Question | undefined {
  const worst = ['review', 'look', 'good', 'few'] as const;
  const [first] = worst.flatMap((state) => questions.filter((question) => question.state === state));
  return questions.find((question) => String(question.number) === number) ?? first;
}

export const handle: Handle<typeof loader> = {
  title: ({ analysis }) => words.title(analysis.title),
  description: words.description,
};

export function Component() {
  const { analysis, shown } = useLoaderData<typeof loader>();
  const { questions, edition } = analysis;
  const chosen = questions.find(({ versionId }) => versionId === shown);
  return (
    <main id="main" className="wrap stack gap-5 analysis" data-density="compact">
      <Head analysis={analysis} />
      {chosen ? (
        <div className="split">
          <Whole analysis={analysis} chosen={chosen} />
          <Detail question={chosen} place={{ edition: edition.id, unit: analysis.unit }} />
        </div>
      ) : (
        <Empty text={words.empty}>
          <Link className="btn" to={`/gestion/ediciones/${edition.id}`}>
            {words.back}
          </Link>
        </Empty>
      )}
    </main>
  );
}

function Whole({ analysis, chosen }: { analysis: Analysis; chosen: Question }) {
  const { questions, regions, edition, unit, attempts } = analysis;
  const intentos = attempts === 'all' ? 'todos' : undefined;
  const addressOf = ({ number }: Question) =>
    `/notas/analisis/${edition.id}/${unit}${searchOf({ intentos, pregunta: String(number) })}#detalle`;
  const lines = regions.map((region) => ({
    ...region,
    values: [amount(region.people), share(region.share), meanGrade(region.grade)],
  }));
  return (
    <div className="stack gap-6">
      <section className="stack gap-3" aria-labelledby="chart">
        <SectionTitle id="chart">{words.chart.heading}</SectionTitle>
        <Scatter questions={questions} />
      </section>
      <section className="stack gap-3 container" aria-labelledby="questions">
        <SectionTitle id="questions">{words.table.heading}</SectionTitle>
        <Questions questions={questions} chosen={chosen} addressOf={addressOf} />
      </section>
      {lines.length > 1 && (
        <section className="stack gap-3" aria-labelledby="regions">
          <SectionTitle id="regions">{words.regions.heading}</SectionTitle>
          <RegionTable
            caption={words.regions.caption}
            heads={[words.detail.people, words.regions.share, words.regions.grade]}
            regions={lines}
          />
        </section>
      )}
      <Footing analysis={analysis} />
    </div>
  );
}

/** What the figures are made of, and how to make them of something else. */
function Footing({ analysis: { attempts, partial, waiting, exact } }: { analysis: Analysis }) {
  const said = [
    notes[attempts],
    partial && notes.partial,
    waiting > 0 && notes.waiting(waiting),
    !exact && notes.drawn,
  ];
  const options = [
    ['', words.attempts.first],
    ['todos', words.attempts.all],
  ] as const;
  return (
    <div className="stack gap-3">
      <p className="fine">{said.filter(Boolean).join(' ')}</p>
      <Filters label={words.attempts.label} key={attempts}>
        <Choice
          name="intentos"
          label={words.attempts.label}
          options={options}
          chosen={attempts === 'all' ? 'todos' : undefined}
        />
        <button className="btn">{words.attempts.submit}</button>
      </Filters>
    </div>
  );
}
