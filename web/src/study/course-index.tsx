import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { useMe } from '../shell/root.ts';
import { grade as written, shortDay } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { line: says } = words;

export type CourseLine = Schemas['Home']['courses'][number];

type Standing = { tone?: 'success' | 'danger' | 'info'; icon?: 'check' | 'alert'; text: string };

const standings: Record<CourseLine['state'], (course: CourseLine, zone: string) => Standing> = {
  passed: () => ({ tone: 'success', icon: 'check', text: says.passed }),
  failed: ({ grade }) => ({ tone: 'danger', icon: 'alert', text: says.failed(grade) }),
  running: ({ lessonsDone, lessonsAll }) => ({ tone: 'info', text: says.lessons(lessonsDone, lessonsAll) }),
  ended: () => ({ text: says.ended }),
  announced: () => ({ text: says.announced }),
  upcoming: ({ startsAt }, zone) => ({ text: startsAt ? says.opens(shortDay(startsAt, zone)) : says.soon }),
};

/** How a course stands, in a word or two. */
function State({ course }: { course: CourseLine }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  const { text, ...look } = standings[course.state](course, zone);
  return <Status {...look}>{text}</Status>;
}

const addressOf = ({ enrolmentId, slug }: CourseLine) => (enrolmentId ? `/estudio/${enrolmentId}` : `/cursos/${slug}`);

/** Courses in order, with dots that lead to the state and the grade of each. */
export function CourseIndex({ courses, current }: { courses: readonly CourseLine[]; current?: string | undefined }) {
  return (
    <ol className="index">
      {courses.map((course, i) => (
        <li key={course.slug}>
          <Link
            to={addressOf(course)}
            aria-current={course.enrolmentId && course.enrolmentId === current ? 'step' : undefined}
          >
            <span className="number">{i + 1}</span>
            <b>{course.title}</b>
            <span className="leader" />
            <State course={course} />
            <Grade tenths={course.grade} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Grade({ tenths }: { tenths: number | null }) {
  return (
    <span className="grade">
      <span className="visually-hidden">{tenths === null ? says.none : says.grade} </span>
      {tenths === null ? <span aria-hidden="true">{written(null)}</span> : <strong>{written(tenths)}</strong>}
    </span>
  );
}
