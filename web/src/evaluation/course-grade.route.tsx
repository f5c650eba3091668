import './grade.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, grade as written } from '../ui/format.ts';
import { GradeScale } from '../ui/grade-scale.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { type AddressOf, type CourseGrade, CourseRules, CourseSteps, CourseVerdict } from './course-explanation.tsx';
import { words } from './grade-words.ts';

const { course: says } = words;

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
  const { enrolmentId, course, passGrade } = grade;
  const shown = grade.grade ?? grade.provisional;
  // a task's, with its rubric and comments, in its own page
  const addressOf: AddressOf = ({ kind, unit }) =>
    kind === 'task' ? `/estudio/${enrolmentId}/tareas/${unit}` : `/estudio/${enrolmentId}/evaluaciones/${unit}/nota`;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: `/estudio/${enrolmentId}`, name: course.title },
        ]}
      />
      <CourseVerdict grade={grade} about={course.title} title={says.title} />
      <div className="split">
        <CourseSteps grade={grade} addressOf={addressOf} />
        <aside className="stack gap-6">
          {shown !== null && <GradeScale grade={shown} cut={passGrade} />}
          <Missing grade={grade} />
          <CourseRules grade={grade} />
        </aside>
      </div>
    </main>
  );
}

/** What is left to complete the course. */
function Missing({ grade: { lessons, passGrade, completedAt } }: { grade: CourseGrade }) {
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
