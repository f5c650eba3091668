import './grade.css';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import { readOrGo } from '../api/read-or-go.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { grade as written } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { ConversionTable, GradeChart } from './grade-chart.tsx';
import { words } from './grade-words.ts';
import { Steps } from './steps.tsx';

const { grade: says, course } = words;

export const handle: Handle<typeof loader> = {
  title: ({ person }) => says.ofPerson(`${person.given} ${person.family}`),
  description: says.description,
};

export function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { enrolment: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const call = api.GET('/api/gradebook/{enrolment}/{unit}/explanation', { params: { path }, signal });
  return readOrGo(call, `/notas/inscripciones/${path.enrolment}`);
}

/** The nota of an evaluation as its learner sees it explained, for whoever looks after them. */
export function Component() {
  const { person, grade } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const asked = grade.attempts.find(({ n }) => String(n) === search.get('intento'));
  const attempt = asked ?? grade.attempts.findLast(({ counts }) => counts) ?? grade.attempts.at(-1);
  if (!attempt) return null;
  const name = `${person.given} ${person.family}`;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: `/notas/ediciones/${person.editionId}`, name: course.book },
          { to: `/notas/inscripciones/${grade.enrolmentId}`, name },
        ]}
      />
      <header className="verdict">
        <output aria-label={says.output}>{written(attempt.grade)}</output>
        <div className="stack gap-1">
          <p className="meta">{says.about(grade.title, grade.module)}</p>
          <h1>{says.ofPerson(name)}</h1>
        </div>
      </header>
      <div className="split">
        <ol className="steps">
          <Steps attempt={attempt} />
        </ol>
        <aside className="stack gap-6">
          <section className="stack gap-3" aria-labelledby="chart">
            <SectionTitle id="chart">{says.chart}</SectionTitle>
            <GradeChart steps={attempt.steps} />
            <ConversionTable steps={attempt.steps} />
          </section>
          {grade.attempts.length > 1 && (
            <p className="cluster">
              {grade.attempts
                .filter((each) => each !== attempt)
                .map(({ n }) => (
                  <Link key={n} to={`?intento=${n}`}>
                    {says.explainAttempt(n)}
                  </Link>
                ))}
            </p>
          )}
        </aside>
      </div>
    </main>
  );
}
