import './course.css';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { amount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { Figures, Head, Introduction, Outcomes, Requirements } from './about.tsx';
import { Editions } from './editions.tsx';
import { enrol } from './enrol.ts';
import { EnrolBox, ToEnrolment } from './enrol-box.tsx';
import { words } from './words.ts';

const { page, programmePage } = words;

type Course = Schemas['Programme']['courses'][number];

/** A former slug leads to the present one. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const { introduction, ...programme } = await read(
    api.GET('/api/programmes/{slug}', { params: { path: { slug } }, signal: request.signal }),
  );
  if (programme.slug !== slug) throw redirect(`/diplomados/${programme.slug}`, 301);
  return { programme, introduction: { sha: `diplomado-${programme.slug}`, html: introduction } };
}

/** A diplomado is gone on with from the first page, which lists its courses. */
export const action = ({ request }: ActionFunctionArgs) => enrol(request, () => '/inicio');

export const handle: Handle<typeof loader> = {
  title: ({ programme }) => programme.title,
  description: ({ programme }) => programme.summary,
};

export function Component() {
  const { programme, introduction } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { courses, editions, title, minutes } = programme;
  return (
    <main id="main" className="wrap stack gap-7 course">
      <Head kind="programme" course={programme}>
        <ToEnrolment editions={editions} enrolment={programme.enrolmentId} />
      </Head>
      <div className="split">
        <div className="stack gap-7">
          <Figures
            figures={[
              { name: page.figures.hours, value: amount(Math.round(minutes / 6) / 10) },
              { name: page.figures.courses(courses.length), value: courses.length },
            ]}
          />
          <Outcomes outcomes={programme.outcomes} />
          <Courses courses={courses} />
          <HowToPass />
          <Editions editions={editions} caption={`${page.editions}: ${title}`} />
          <Introduction text={introduction} notices={programme.notices} reviewedOn={programme.reviewedOn} />
        </div>
        <aside className="stack gap-6" aria-label={words.enrol.closedHeading}>
          <EnrolBox
            editions={editions}
            enrolment={programme.enrolmentId}
            goOn={{ to: () => '/inicio', name: words.enrol.goHome }}
            hint={programmePage.children}
            answer={answer}
          />
          <Requirements requirements={programme.requirements} />
        </aside>
      </div>
    </main>
  );
}

function Courses({ courses }: { courses: readonly Course[] }) {
  return (
    <section className="stack gap-2" aria-labelledby="courses">
      <SectionTitle id="courses">
        {programmePage.courses} <span>{programmePage.coursesNote}</span>
      </SectionTitle>
      <ol className="rows programme-courses">
        {courses.map((course, index) => (
          <li key={course.slug}>
            <span className="number">{index + 1}</span>
            <div className="stack gap-1">
              <h3>
                <Link to={`/cursos/${course.slug}`}>{course.title}</Link>
              </h3>
              <p>{course.summary}</p>
              <p className="cluster gap-3 meta">
                <span>{`${words.lengthOf(course.minutes)} · ${programmePage.weight(course.weight)}`}</span>
                <CourseState status={course.status} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function CourseState({ status }: Pick<Course, 'status'>) {
  return status === 'available' ? (
    <Status tone="success" icon="check">
      {programmePage.available}
    </Status>
  ) : (
    <Status icon="calendar">{programmePage.announced}</Status>
  );
}

function HowToPass() {
  return (
    <section className="stack gap-2" aria-labelledby="rules">
      <SectionTitle id="rules">{programmePage.rules}</SectionTitle>
      <ul className="rows">
        <li>{programmePage.average}</li>
        <li>
          {page.explanation} <Link to="/ayuda#notas">{page.howGrades}</Link>.
        </li>
      </ul>
    </section>
  );
}
