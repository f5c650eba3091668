import './grade.css';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { api, type Schemas } from '../api/client.ts';
import { readOrGo } from '../api/read-or-go.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { amount, day, grade as written } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { ConversionTable, GradeChart } from './grade-chart.tsx';
import { words } from './grade-words.ts';
import { type Attempt, Step, Steps } from './steps.tsx';

const { grade: says } = words;

type Grade = Schemas['EvaluationGrade'];
type Nota = Schemas['Nota'];

export const handle: Handle<typeof loader> = { title: says.title, description: says.description };

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const call = api.GET('/api/enrolments/{id}/evaluations/{unit}/grade', { params: { path }, signal });
  const [grade, nota, appeals] = await Promise.all([
    readOrGo(call, `/estudio/${path.id}/evaluaciones/${path.unit}`),
    api.GET('/api/enrolments/{id}/notas/{unit}', { params: { path }, signal }),
    api.GET('/api/enrolments/{id}/notas/{unit}/appeals', { params: { path }, signal }),
  ]);
  return { grade, nota: nota.data ?? null, appeals: appeals.data ?? null };
}

/** The attempt asked for, else the last one that counts. */
function attemptIn(search: URLSearchParams, { attempts }: Grade): Attempt | undefined {
  const asked = attempts.find(({ n }) => String(n) === search.get('intento'));
  return asked ?? attempts.findLast(({ counts }) => counts) ?? attempts.at(-1);
}

export function Component() {
  const { grade, nota, appeals } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const attempt = attemptIn(search, grade);
  if (!attempt) return null;
  const { enrolmentId, course, title, unit } = grade;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
          { to: `/estudio/${enrolmentId}/evaluaciones/${unit}`, name: title },
        ]}
      />
      <Verdict grade={grade} attempt={attempt} shown={nota?.grade ?? grade.grade} />
      <ByHand nota={nota} />
      <div className="split">
        <ol className="steps">
          <Steps attempt={attempt} />
          {grade.attempts.length > 1 && (
            <Step title={says.keep}>
              <Attempts grade={grade} shown={attempt} />
            </Step>
          )}
        </ol>
        <aside className="stack gap-6">
          <section className="stack gap-3" aria-labelledby="chart">
            <SectionTitle id="chart">{says.chart}</SectionTitle>
            <GradeChart steps={attempt.steps} />
            <ConversionTable steps={attempt.steps} />
          </section>
          <Change grade={grade} tenths={nota?.grade ?? grade.grade} />
          <Mistake enrolment={enrolmentId} unit={unit} appeals={appeals} />
        </aside>
      </div>
    </main>
  );
}

function Verdict({ grade, attempt, shown }: { grade: Grade; attempt: Attempt; shown: number }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const passed = shown >= grade.passGrade;
  return (
    <header className="verdict">
      <output aria-label={says.output}>{written(shown)}</output>
      <div className="stack gap-1">
        <p className="meta">{says.about(grade.title, grade.module)}</p>
        <h1>{says.title}</h1>
        <p>
          <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
            {says.published(passed ? says.passed : says.failed(grade.passGrade), day(attempt.submittedAt, zone))}
          </Status>
        </p>
      </div>
    </header>
  );
}

/** Which attempt counts, and the way to the explanation of the others. */
function Attempts({ grade: { attempts, keep }, shown }: { grade: Grade; shown: Attempt }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const { caption, attempt, sent, nota, counts } = says.attempts;
  return (
    <>
      <p>{says.keeps[keep](attempts.length)}</p>
      <div className="container">
        <table className="table restack" role="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[attempt, sent, nota, counts].map((name) => (
                <th key={name} scope="col" role="columnheader" className={name === nota ? 'numeric' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {attempts.map((each) => (
              <tr key={each.id} role="row">
                <th scope="row" role="rowheader">
                  {each === shown ? (
                    says.attempt(each.n)
                  ) : (
                    <Link to={`?intento=${each.n}`}>{says.explainAttempt(each.n)}</Link>
                  )}
                </th>
                <td role="cell" data-label={sent}>
                  {day(each.submittedAt, zone)}
                </td>
                <td role="cell" data-label={nota} className="numeric">
                  {written(each.grade)}
                </td>
                <td role="cell" data-label={counts}>
                  {each.counts ? says.yes : says.no}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What this nota does to the course's. */
function Change({ grade: { enrolmentId, weight }, tenths }: { grade: Grade; tenths: number }) {
  return (
    <section className="stack gap-3" aria-labelledby="change">
      <SectionTitle id="change">{says.change}</SectionTitle>
      <dl className="facts">
        <dt>{says.weight}</dt>
        <dd>{`${weight}\u00a0%`}</dd>
        <dt>{says.contributes}</dt>
        <dd>{amount((tenths * weight) / 1000)}</dd>
      </dl>
      <p>
        <Link to={`/estudio/${enrolmentId}/nota`}>{says.courseGrade}</Link>
      </p>
    </section>
  );
}

/** A nota that somebody decided: what they explained, and what the points give. */
function ByHand({ nota }: { nota: Nota | null }) {
  if (!nota?.overridden) return null;
  return (
    <Notice title={says.byHand(nota.grade)}>
      {[nota.change?.explanation, says.computed(nota.computed)].filter(Boolean).join(' ')}
    </Notice>
  );
}

type MistakeProps = { enrolment: string; unit: string; appeals: Schemas['OwnAppeals'] | null };

/** The way to ask that the nota be looked at again. */
function Mistake({ enrolment, unit, appeals }: MistakeProps) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  if (!appeals || (appeals.bar === 'appeal_closed' && appeals.appeals.length === 0)) return null;
  return (
    <section className="stack gap-3" aria-labelledby="mistake">
      <SectionTitle id="mistake">{says.mistake}</SectionTitle>
      {appeals.bar === null && <p>{says.appealUntil(day(appeals.askUntil, zone))}</p>}
      <p>
        <Link className="btn" to={`/estudio/${enrolment}/notas/${unit}/recorreccion`}>
          {appeals.bar === null ? says.appeal : says.seeAppeal}
        </Link>
      </p>
    </section>
  );
}
