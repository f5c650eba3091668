import './feedback.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, write } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, grade as written, points as pointsWritten } from '../ui/format.ts';
import { GradeScale } from '../ui/grade-scale.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { Calculation } from './calculation.tsx';
import { Commented } from './commented.tsx';
import type { Feedback, Publication, TaskGrade } from './feedback-types.ts';
import { MarkedRubric } from './marked-rubric.tsx';
import { words } from './words.ts';

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const [feedback, { done: grade = null }] = await Promise.all([
    read(api.GET('/api/enrolments/{id}/tasks/{unit}/feedback', { params: { path }, signal })),
    write(api.GET('/api/enrolments/{id}/tasks/{unit}/grade', { params: { path }, signal })),
  ]);
  return { feedback, grade };
}

export const handle: Handle<typeof loader> = {
  title: ({ feedback }) => words.title(feedback.title),
  description: words.description,
};

export function Component() {
  const { feedback, grade } = useLoaderData<typeof loader>();
  const { enrolmentId, course, unit, title } = feedback;
  const [last] = feedback.publications;
  const task = `/estudio/${enrolmentId}/tareas/${unit}`;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
          { to: task, name: title },
        ]}
      />
      <Verdict feedback={feedback} last={last} grade={grade} />
      <Told feedback={feedback} task={task} />
      <div className="split">
        <Commented feedback={feedback} last={last} />
        <aside className="stack gap-6">
          {last && <MarkedRubric rubric={feedback.rubric} last={last} />}
          {grade && <Calculation grade={grade} />}
          <Earlier feedback={feedback} />
        </aside>
      </div>
    </main>
  );
}

type VerdictProps = { feedback: Feedback; last: Publication | undefined; grade: TaskGrade | null };

/** What counts now; null for points alone, or before anything is published. */
const countsOf = (last: Publication | undefined, grade: TaskGrade | null) => grade?.grade ?? last?.grade ?? null;

function Verdict({ feedback, last, grade }: VerdictProps) {
  const counts = countsOf(last, grade);
  return (
    <header className="verdict-line">
      {last && (
        <output aria-label={words.output}>{counts === null ? pointsWritten(last.points) : written(counts)}</output>
      )}
      <div className="stack gap-1">
        <p className="meta">{words.about}</p>
        <h1>{feedback.title}</h1>
        {last && <Outcome feedback={feedback} last={last} counts={counts} />}
      </div>
      {counts !== null && <GradeScale grade={counts} cut={feedback.passGrade} />}
    </header>
  );
}

type OutcomeProps = { feedback: Feedback; last: Publication; counts: number | null };

function Outcome({ feedback: { timeZone, passGrade }, last, counts }: OutcomeProps) {
  const passed = counts !== null && counts >= passGrade;
  return (
    <p>
      <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
        {words.published(passed ? words.passed : words.failed, day(last.publishedAt, timeZone), last.by)}
      </Status>
    </p>
  );
}

/** What one should know before reading on. */
function Told({ feedback: { state, request, publications }, task }: { feedback: Feedback; task: string }) {
  const [last] = publications;
  return (
    <>
      {!last && !request && (
        <p>
          {words.waiting} <Link to={task}>{words.toTask}</Link>
        </p>
      )}
      {state === 'returned' && request && (
        <Notice tone="pending" title={words.returned}>
          <div className="stack gap-2">
            <p className="pre-line">{request.note}</p>
            <p>
              <Link to={task}>{words.answer}</Link>
            </p>
          </div>
        </Notice>
      )}
      {last?.reason && <Notice title={words.changed}>{last.reason}</Notice>}
    </>
  );
}

function Earlier({ feedback: { publications, timeZone } }: { feedback: Feedback }) {
  const earlier = publications.slice(1);
  if (earlier.length === 0) return null;
  return (
    <section className="stack gap-3" aria-labelledby="earlier">
      <SectionTitle id="earlier">{words.earlier}</SectionTitle>
      <ul>
        {earlier.map(({ n, grade, points, publishedAt }) => (
          <li key={n}>
            {words.one(grade === null ? pointsWritten(points) : written(grade), day(publishedAt, timeZone))}
          </li>
        ))}
      </ul>
    </section>
  );
}
