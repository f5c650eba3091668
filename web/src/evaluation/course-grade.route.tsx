import './grade.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, grade as written } from '../ui/format.ts';
import { GradeScale } from '../ui/grade-scale.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './grade-words.ts';
import { Formula, Step } from './steps.tsx';

const { course: says } = words;

type Grade = Schemas['CourseGrade'];

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export const loader = ({ params, request }: LoaderFunctionArgs) =>
  read(
    api.GET('/api/enrolments/{id}/grade', {
      params: { path: { id: params['enrolment'] ?? '' } },
      signal: request.signal,
    }),
  );

export function Component() {
  const grade = useLoaderData<typeof loader>();
  const { enrolmentId, course, lines, passGrade } = grade;
  const shown = grade.grade ?? grade.provisional;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
        ]}
      />
      <Verdict grade={grade} shown={shown} />
      <div className="split">
        <ol className="steps">
          <Step title={says.weigh}>
            <p>{says.weighs}</p>
            <Items grade={grade} />
          </Step>
          <Step title={says.add}>
            <p>{lines.length > 0 ? says.adds : says.nothingYet}</p>
            {lines.length > 0 && <Formula lines={lines.slice(0, -1)} result={lines.at(-1) ?? ''} />}
            {shown !== null && (
              <p>
                {says.rounded}
                <strong>{written(shown)}</strong>.
              </p>
            )}
          </Step>
        </ol>
        <aside className="stack gap-6">
          {shown !== null && <GradeScale grade={shown} cut={passGrade} />}
          <Missing grade={grade} />
        </aside>
      </div>
    </main>
  );
}

function Verdict({ grade: { course, grade, passGrade }, shown }: { grade: Grade; shown: number | null }) {
  return (
    <header className="verdict">
      <output aria-label={says.output}>{written(shown)}</output>
      <div className="stack gap-1">
        <p className="meta">{course.title}</p>
        <h1>{says.title}</h1>
        <p>{grade === null ? <Provisional shown={shown} /> : <Final grade={grade} cut={passGrade} />}</p>
      </div>
    </header>
  );
}

function Provisional({ shown }: { shown: number | null }) {
  return (
    <Status tone="info" icon="info" wrap>
      {shown === null ? says.nothing : says.provisional}
    </Status>
  );
}

function Final({ grade, cut }: { grade: number; cut: number }) {
  const passed = grade >= cut;
  return (
    <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
      {passed ? says.passed : says.failed(cut)}
    </Status>
  );
}

/** Where a nota is explained: a task's, with its rubric and comments, in its own page. */
const addressOf = (enrolment: string, { kind, unit }: Grade['items'][number]) =>
  kind === 'task' ? `/estudio/${enrolment}/tareas/${unit}` : `/estudio/${enrolment}/evaluaciones/${unit}/nota`;

function Items({ grade: { enrolmentId, items } }: { grade: Grade }) {
  const { caption, item, weight, nota } = says.table;
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{item}</th>
          <th scope="col" className="numeric">
            {weight}
          </th>
          <th scope="col" className="numeric">
            {nota}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.unit}>
            <th scope="row">
              {each.grade === null ? (
                each.title
              ) : (
                <Link to={addressOf(enrolmentId, each)} aria-label={says.explain(each.title)}>
                  {each.title}
                </Link>
              )}
            </th>
            <td className="numeric">{`${each.weight}\u00a0%`}</td>
            <td className="numeric">{written(each.grade)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is left to complete the course. */
function Missing({ grade: { lessons, passGrade, completedAt } }: { grade: Grade }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  return (
    <section className="stack gap-3" aria-labelledby="missing">
      <SectionTitle id="missing">{says.complete}</SectionTitle>
      <dl className="facts">
        <dt>{says.lessons}</dt>
        <dd>{says.lessonsOf(lessons.done, lessons.all)}</dd>
        <dt>{says.gradeNeeded}</dt>
        <dd>{written(passGrade)}</dd>
      </dl>
      <p className="meta">{completedAt ? says.completed(day(completedAt, zone)) : says.readThem}</p>
    </section>
  );
}
