import './room.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, read, type Schemas } from '../api/client.ts';
import type { Handle } from '../shell/head.ts';
import { useMe } from '../shell/root.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { day, deadline, grade as written, hours } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { settled, useOutbox } from './activity.ts';
import { ModuleUnits } from './module-units.tsx';
import { addressOfUnit } from './unit-address.ts';
import { words } from './words.ts';

const { room: says } = words;

type Study = Schemas['Study'];

export const handle: Handle<typeof loader> = {
  title: ({ course }) => course.title,
  description: ({ course }) => says.description(course.title),
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  await settled();
  const path = { id: params['enrolment'] ?? '' };
  return read(api.GET('/api/enrolments/{id}', { params: { path }, signal: request.signal }));
}

export function Component() {
  const study = useLoaderData<typeof loader>();
  useOutbox();
  const { course, edition, modules, enrolmentId, state } = study;
  return (
    <main id="main" className="wrap stack gap-5">
      <Breadcrumbs
        trail={[
          { to: '/inicio', name: words.trail.home },
          { to: '/estudio', name: words.trail.study },
        ]}
      />
      <header className="stack gap-3">
        <p className="meta">{[says.course, hours(course.minutes), edition.name].join(' · ')}</p>
        <h1>{course.title}</h1>
        <Advance study={study} />
        <Standing study={study} />
      </header>
      <div className="split">
        <div className="stack gap-7">
          {modules.map((module, i) => (
            <ModuleUnits
              key={module.key ?? 'final'}
              module={module}
              number={module.key === null ? null : i + 1}
              enrolment={enrolmentId}
              current={state === 'upcoming' ? null : study.next}
              open={state !== 'upcoming'}
            />
          ))}
        </div>
        <aside className="stack gap-6">
          <Grade study={study} />
          <Dates edition={edition} />
          <Certificate study={study} />
          <p>
            <Link to={`/cursos/${course.slug}`}>{says.about}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}

function Advance({ study: { lessons } }: { study: Study }) {
  return (
    <div className="stack gap-1 advance">
      <Progress value={lessons.done} max={lessons.all} label={says.progress} />
      <span className="meta">{says.lessonsRead(lessons.done, lessons.all)}</span>
    </div>
  );
}

/** Where to go on; before and after the edition, what that means. */
function Standing({ study: { state, edition, modules, next, enrolmentId, lessons } }: { study: Study }) {
  const zone = edition.timeZone;
  const unit = modules.flatMap(({ units }) => units).find(({ key }) => key === next);
  if (state === 'upcoming') {
    return <Notice title={says.upcoming(day(edition.startsAt, zone))}>{says.upcomingHow}</Notice>;
  }
  return (
    <>
      {state === 'ended' && <Notice title={says.ended(day(edition.endsAt, zone))}>{says.endedHow}</Notice>}
      {unit && state === 'running' && (
        <p>
          <Link className="btn primary" to={addressOfUnit(enrolmentId, unit)}>
            {lessons.done === 0 && unit.state === 'new' ? says.start(unit.title) : says.go(unit.title)}
            <Icon name="arrow" />
          </Link>
        </p>
      )}
    </>
  );
}

function Grade({ study: { grade, course, enrolmentId } }: { study: Study }) {
  return (
    <section className="stack gap-2" aria-labelledby="grade">
      <SectionTitle id="grade">
        {says.grade}
        <Link className="tap" to={`/estudio/${enrolmentId}/nota`}>
          {says.explain}
        </Link>
      </SectionTitle>
      {grade === null ? <p className="meta">{says.noGrade}</p> : <p className="course-grade">{written(grade)}</p>}
      <p className="meta">{says.toPass(course.passGrade)}</p>
    </section>
  );
}

function Dates({ edition: { startsAt, endsAt, timeZone } }: Pick<Study, 'edition'>) {
  const reader = useMe()?.timeZone;
  return (
    <section className="stack gap-2" aria-labelledby="dates">
      <SectionTitle id="dates">{says.dates}</SectionTitle>
      <dl className="facts">
        <dt>{says.starts}</dt>
        <dd>{deadline(startsAt, timeZone, reader)}</dd>
        <dt>{says.ends}</dt>
        <dd>{deadline(endsAt, timeZone, reader)}</dd>
      </dl>
    </section>
  );
}

function Certificate({ study: { certificateId, completedAt } }: { study: Study }) {
  return (
    <section className="stack gap-3" aria-labelledby="certificate">
      <SectionTitle id="certificate">{says.certificate}</SectionTitle>
      {certificateId === null ? (
        <p className="meta">{completedAt === null ? says.certificateWhen : says.completed}</p>
      ) : (
        <>
          <p>{says.certificateReady}</p>
          <p>
            <a className="btn" href={`/api/certificates/${certificateId}/pdf`}>
              <Icon name="download" />
              {says.download}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
