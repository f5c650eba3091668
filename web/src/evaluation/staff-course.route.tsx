import './grade.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { GradeScale } from '../ui/grade-scale.tsx';
import { type AddressOf, CourseRules, CourseSteps, CourseVerdict } from './course-explanation.tsx';
import { words } from './grade-words.ts';

const { course: says } = words;

export const handle: Handle<typeof loader> = {
  title: ({ person }) => says.ofPerson(`${person.given} ${person.family}`),
  description: says.description,
};

export const loader = ({ params, request: { signal } }: LoaderFunctionArgs) =>
  read(api.GET('/api/gradebook/{enrolment}', { params: { path: { enrolment: params['enrolment'] ?? '' } }, signal }));

/** The nota of a course as its learner sees it explained, for whoever looks after them. */
export function Component() {
  const { person, grade } = useLoaderData<typeof loader>();
  const shown = grade.grade ?? grade.provisional;
  const addressOf: AddressOf = ({ kind, unit }) =>
    kind === 'evaluation'
      ? `/notas/inscripciones/${grade.enrolmentId}/${unit}`
      : `/notas/ediciones/${person.editionId}/${grade.enrolmentId}/${unit}#cambio`;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs trail={[{ to: `/notas/ediciones/${person.editionId}`, name: says.book }]} />
      <CourseVerdict
        grade={grade}
        about={grade.course.title}
        title={says.ofPerson(`${person.given} ${person.family}`)}
      />
      <div className="split">
        <CourseSteps grade={grade} addressOf={addressOf} />
        <aside className="stack gap-6">
          {shown !== null && <GradeScale grade={shown} cut={grade.passGrade} />}
          <CourseRules grade={grade} />
        </aside>
      </div>
    </main>
  );
}
