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
import { Notice } from '../ui/notice.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Figures, Head, Introduction, Outcomes, Requirements } from './about.tsx';
import { Editions } from './editions.tsx';
import { enrol } from './enrol.ts';
import { EnrolBox, ToEnrolment } from './enrol-box.tsx';
import { Rules } from './rules.tsx';
import { Syllabus } from './syllabus.tsx';
import { words } from './words.ts';

const { page } = words;

type Course = Schemas['Course'];

/** A former slug leads to the present one. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const { introduction, ...course } = await read(
    api.GET('/api/courses/{slug}', { params: { path: { slug } }, signal: request.signal }),
  );
  if (course.slug !== slug) throw redirect(`/cursos/${course.slug}`, 301);
  return { course, introduction: { sha: `curso-${course.slug}`, html: introduction } };
}

export const action = ({ request }: ActionFunctionArgs) => enrol(request, (enrolment) => `/estudio/${enrolment}`);

export const handle: Handle<typeof loader> = {
  title: ({ course }) => course.title,
  description: ({ course }) => course.summary,
};

export function Component() {
  const { course, introduction } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const announced = course.status === 'announced';
  const { editions } = course;
  return (
    <main id="main" className="wrap stack gap-7 course">
      <Head kind="course" course={course}>
        {announced && <Notice title={page.announced}>{page.announcedText}</Notice>}
        <ToEnrolment editions={editions} enrolment={course.enrolmentId} />
      </Head>
      <div className="split">
        <div className="stack gap-7">
          <Figures figures={figuresOf(course)} />
          <Outcomes outcomes={course.outcomes} />
          <Syllabus modules={course.modules} />
          <Rules evaluations={course.evaluations} tasks={course.tasks} passGrade={course.passGrade} />
          <Editions editions={editions} caption={`${page.editions}: ${course.title}`} />
          <Introduction text={introduction} notices={course.notices} reviewedOn={course.reviewedOn} />
        </div>
        <aside className="stack gap-6" aria-label={words.enrol.closedHeading}>
          <EnrolBox
            editions={editions}
            enrolment={course.enrolmentId}
            announced={announced}
            goOn={{ to: (enrolment) => `/estudio/${enrolment}`, name: words.enrol.goOn }}
            answer={answer}
          />
          <Requirements requirements={course.requirements} />
          <Programmes programmes={course.programmes} />
        </aside>
      </div>
    </main>
  );
}

type Counted = Pick<Course, 'minutes' | 'modules' | 'evaluations' | 'tasks'>;

function figuresOf({ minutes, modules, evaluations, tasks }: Counted) {
  const lessons = modules.flatMap(({ units }) => units).filter(({ kind }) => kind === 'lesson').length;
  const { figures } = page;
  return [
    { name: figures.hours, value: amount(Math.round(minutes / 6) / 10) },
    { name: figures.modules(modules.length), value: modules.length },
    { name: figures.lessons(lessons), value: lessons },
    { name: figures.evaluations(evaluations.length), value: evaluations.length },
    { name: figures.tasks(tasks.length), value: tasks.length },
  ].filter(({ value }) => value !== 0);
}

function Programmes({ programmes }: { programmes: Course['programmes'] }) {
  if (programmes.length === 0) return null;
  return (
    <section className="stack gap-2" aria-labelledby="programmes">
      <SectionTitle id="programmes">{page.inProgrammes}</SectionTitle>
      <ul className="rows">
        {programmes.map(({ slug, title, weight }) => (
          <li key={slug}>
            <Link to={`/diplomados/${slug}`}>{title}</Link>
            <p className="meta">{page.weightIn(weight)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
