import './feedback.css';
import { Link } from 'react-router';
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

type PageProps = {
  feedback: Feedback;
  /** How its nota came about; an answer has points alone. */
  grade: TaskGrade | null;
  /** Where what was handed in is asked for. */
  work: string;
};

/** How a task, or an answer of an attempt, was marked: its rubric, the comments where they belong, and the calculation. */
export function FeedbackPage({ feedback, grade, work }: PageProps) {
  const { enrolmentId, course, title } = feedback;
  const [last] = feedback.publications;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
          { to: work, name: title },
        ]}
      />
      <Verdict feedback={feedback} last={last} grade={grade} />
      <Told feedback={feedback} task={work} />
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
  const when = day(last.publishedAt, timeZone);
  if (counts === null)
    return (
      <p>
        <Status tone="success" icon="check" wrap>
          {words.published(words.marked(last.points, last.maxPoints), when, last.by)}
        </Status>
      </p>
    );
  const passed = counts >= passGrade;
  return (
    <p>
      <Status tone={passed ? 'success' : 'danger'} icon={passed ? 'check' : 'alert'} wrap>
        {words.published(passed ? words.passed : words.failed, when, last.by)}
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
