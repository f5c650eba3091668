import './evaluation.css';
import './grade.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { readOrGo } from '../api/read-or-go.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, deadline, grade as written, hour, points as pointsOf } from '../ui/format.ts';
import { GradeScale } from '../ui/grade-scale.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { Reviewed } from '../question/reviewed.tsx';
import { words } from './words.ts';
import { Works } from './works.tsx';

const { result: says } = words;

type Result = Schemas['AttemptResult'];

export const handle: Handle<typeof loader> = {
  title: ({ result }) => says.title(result.title),
  description: says.description,
};

/** Where nothing is published yet, also reads when it will be. */
export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['attempt'] ?? '' };
  const call = api.GET('/api/attempts/{id}/result', { params: { path }, signal });
  const result = await readOrGo(call, `/intentos/${path.id}`);
  if (result.releasedAt !== null) return { result, closes: null };
  const of = { id: result.enrolmentId, unit: result.unit };
  const evaluation = read(api.GET('/api/enrolments/{id}/evaluations/{unit}', { params: { path: of }, signal }));
  return { result, closes: (await evaluation).edition };
}

const evaluationOf = ({ enrolmentId, unit }: Result) => `/estudio/${enrolmentId}/evaluaciones/${unit}`;

export function Component() {
  const { result, closes } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: `/estudio/${result.enrolmentId}`, name: says.backToCourse },
          { to: evaluationOf(result), name: result.title },
        ]}
      />
      <Head result={result} />
      <div className="split">
        <div className="stack gap-6">
          {closes && <Waiting result={result} {...closes} />}
          {result.annulled && (
            <Notice tone="danger" title={says.annulled}>
              {says.annulledWhy(result.annulled.why)}
            </Notice>
          )}
          {result.pending > 0 && !result.annulled && (
            <Notice tone="pending" title={says.pending(result.pending)}>
              {says.pendingHow}
            </Notice>
          )}
          <Works result={result} />
          {result.questions.length > 0 && (
            <section className="stack gap-0" aria-labelledby="review">
              <SectionTitle id="review">{says.review}</SectionTitle>
              {result.questions.map((question) => (
                <Reviewed key={question.position} question={question} />
              ))}
            </section>
          )}
        </div>
        <Ways result={result} />
      </div>
    </main>
  );
}

function Head({ result }: { result: Result }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const { title, n, submittedAt, endedBy, grade } = result;
  return (
    <header className={grade === null ? 'stack gap-1' : 'verdict'}>
      {grade !== null && <output aria-label={says.grade}>{written(grade)}</output>}
      <div className="stack gap-1">
        <p className="meta">{says.about(n, `${day(submittedAt, zone)}, ${hour(submittedAt, zone)}`)}</p>
        <h1>{says.title(title)}</h1>
        {grade !== null && <Verdict result={result} grade={grade} />}
        {endedBy === 'deadline' && <p className="meta">{says.byDeadline}</p>}
      </div>
    </header>
  );
}

function Waiting({ result, timeZone }: { result: Result; timeZone: string }) {
  const reader = useMe()?.timeZone;
  const { at } = result.release.score;
  return (
    <Notice tone="success" title={says.waiting}>
      {at === null ? says.waitingForHand : says.waitingUntil(deadline(at, timeZone, reader))}
    </Notice>
  );
}

function Verdict({ result: { points, maxPoints, passGrade }, grade }: { result: Result; grade: number }) {
  const passed = grade >= passGrade;
  return (
    <p className="cluster">
      <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
        {passed ? says.passed : says.failed}
      </Status>
      {points !== null && <span className="meta">{says.points(pointsOf(points), pointsOf(maxPoints))}</span>}
    </p>
  );
}

/** Where to go from here. */
function Ways({ result }: { result: Result }) {
  const { enrolmentId, unit, grade, passGrade, attemptsLeft } = result;
  return (
    <aside className="stack gap-4">
      {grade !== null && (
        <>
          <GradeScale grade={grade} cut={passGrade} />
          <p>
            <Link className="btn block" to={`/estudio/${enrolmentId}/evaluaciones/${unit}/nota`}>
              {says.howGraded}
            </Link>
          </p>
        </>
      )}
      {attemptsLeft > 0 && (
        <p className="stack gap-2">
          <span>{says.again(attemptsLeft)}</span>
          <Link className="btn block" to={evaluationOf(result)}>
            {says.tryAgain}
          </Link>
        </p>
      )}
      <p>
        <Link className="btn primary block" to={`/estudio/${enrolmentId}`}>
          {says.backToCourse}
        </Link>
      </p>
    </aside>
  );
}
