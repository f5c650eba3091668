import './task.css';
import { Fragment } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import { RubricTable } from '../rubric/rubric-table.tsx';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { deadline, grade as written } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { refusals } from '../words/refusals.ts';
import { Desk } from './desk.tsx';
import { Receipts } from './receipts.tsx';
import { words } from './words.ts';

type Task = Schemas['Task'];
type Feedback = Schemas['SubmissionFeedback'];

export const handle: Handle<typeof loader> = {
  title: ({ task }) => task.title,
  description: ({ task }) => words.description(task.title, task.course.title),
};

/** The task, and what was said of it once there is something. */
export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { id: params['enrolment'] ?? '', unit: params['unit'] ?? '' };
  const task = await read(api.GET('/api/enrolments/{id}/tasks/{unit}', { params: { path }, signal }));
  const told = task.state === 'published' || task.state === 'returned';
  const feedback = told
    ? await read(api.GET('/api/enrolments/{id}/tasks/{unit}/feedback', { params: { path }, signal }))
    : null;
  return { task, feedback };
}

export function Component() {
  const { task, feedback } = useLoaderData<typeof loader>();
  const { course, module, title, enrolmentId, instructions } = task;
  const given = feedback?.publications[0]?.criteria;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
        ]}
      />
      <header className="stack gap-1">
        <p className="meta">{module ?? words.final}</p>
        <h1>{title}</h1>
        <p>
          <Status tone={tones[task.state]}>{words.states[task.state]}</Status>
        </p>
      </header>
      {feedback && <Said feedback={feedback} grade={task.grade} />}
      <div className="split">
        <div className="stack gap-6">
          <Html html={instructions} className="prose no-print" block />
          <section className="stack gap-3 no-print" aria-labelledby="rubric">
            <SectionTitle id="rubric">{words.rubric(task.points)}</SectionTitle>
            <RubricTable rubric={task.rubric} {...(given && { given })} />
          </section>
          <Work task={task} />
          <Receipts task={task} />
        </div>
        <aside>
          <Rules task={task} />
        </aside>
      </div>
      <p className="no-print">
        <Link to={`/estudio/${enrolmentId}`}>{words.toCourse}</Link>
      </p>
    </main>
  );
}

/** Where it is written, or why it cannot be. */
function Work({ task }: { task: Task }) {
  if (task.barred === null) return <Desk task={task} />;
  return task.barred === 'task_handed_in' ? null : <Notice title={refusals[task.barred]} />;
}

const tones = {
  new: 'info',
  draft: 'pending',
  submitted: 'success',
  returned: 'pending',
  published: 'success',
} as const;

/** What whoever marked it says: the nota with its comments, or what is to be mended. */
function Said({ feedback: { publications, request }, grade }: { feedback: Feedback; grade: number | null }) {
  const [last] = publications;
  return (
    <section className="stack gap-3">
      {request && (
        <Notice tone="pending" title={words.askedFor}>
          {request.note}
        </Notice>
      )}
      {last && (
        <p className="course-grade">
          <span className="meta">{words.nota}</span> {written(grade ?? last.grade)}
        </p>
      )}
      {last?.feedback && (
        <Notice tone="info" icon="message" title={words.comments}>
          {last.feedback}
        </Notice>
      )}
    </section>
  );
}

function Rules({ task }: { task: Task }) {
  const reader = useMe()?.timeZone;
  const { dueAt, cutoffAt, timeZone, late, penalty, weight, demand, minutes, group, anonymous } = task;
  const facts: [string, string][] = [
    [words.due, deadline(dueAt, timeZone, reader)],
    [words.late, words.lates[late](deadline(cutoffAt, timeZone), penalty)],
    [words.weight, words.weighs(weight)],
    [words.demand, words.demandMeans(demand)],
    [words.work, words.workOf(minutes)],
    [words.marking, anonymous ? words.anonymous : words.named],
    ...(group ? [[words.group, `${group.name}: ${group.members.join(', ')}`] as [string, string]] : []),
  ];
  return (
    <section className="stack gap-3" aria-labelledby="before">
      <SectionTitle id="before">{words.heading}</SectionTitle>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
