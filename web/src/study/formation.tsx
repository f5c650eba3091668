import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade as written } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { CourseIndex } from './course-index.tsx';
import { words } from './words.ts';

const { home: says } = words;

type Home = Schemas['Home'];

/** The diplomados and courses of someone, each with its state and grade. */
export function Formation({ home: { programmes, courses, resume } }: { home: Home }) {
  return (
    <>
      {programmes.map((programme, i) => (
        <Programme key={programme.enrolmentId} programme={programme} number={i + 1} current={resume?.enrolmentId} />
      ))}
      {courses.length > 0 && (
        <section className="stack gap-2" aria-labelledby="courses">
          <SectionTitle id="courses">{says.courses}</SectionTitle>
          <CourseIndex courses={courses} current={resume?.enrolmentId} />
        </section>
      )}
    </>
  );
}

type ProgrammeProps = { programme: Home['programmes'][number]; number: number; current: string | undefined };

function Programme({ programme, number, current }: ProgrammeProps) {
  const { slug, title, edition, provisional, courses } = programme;
  const passed = courses.filter(({ state }) => state === 'passed').length;
  return (
    <section className="stack gap-2" aria-labelledby={`programme-${number}`}>
      <SectionTitle id={`programme-${number}`}>
        {says.programme}
        <span>
          {says.passed(passed, courses.length)}
          {provisional !== null && (
            <>
              {` · ${says.provisional} `}
              <strong>{written(provisional)}</strong>
            </>
          )}
        </span>
      </SectionTitle>
      <p className="meta">
        <Link to={`/diplomados/${slug}`}>{title}</Link> · {edition}
      </p>
      <CourseIndex courses={courses} current={current} />
    </section>
  );
}
