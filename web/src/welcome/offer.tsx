import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { Cover } from '../ui/cover.tsx';
import { day, hours } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

type Item = Schemas['CatalogueItem'];

/** The diplomado, on its cover. */
export function Programme({ item }: { item: Item }) {
  const { slug, title, summary, minutes, parts, openEditions, enrolUntil } = item;
  const { programme } = words;
  return (
    <section className="featured" aria-labelledby="programme">
      <Cover kind="diploma" label={programme.label} title={title} foot={hours(minutes)} on="all" />
      <div className="stack gap-3">
        <p className="meta">{programme.kicker(parts, minutes)}</p>
        <h2 id="programme">{title}</h2>
        <p className="lead">{summary}</p>
        <p>
          {openEditions > 0 && enrolUntil ? (
            <Status tone="success" icon="check" wrap>
              {programme.open(day(enrolUntil, 'America/Santiago'))}
            </Status>
          ) : (
            <Status icon="calendar">{programme.closed}</Status>
          )}
        </p>
        <p>
          <Link className="btn" to={`/diplomados/${slug}`}>
            {programme.see}
            <Icon name="arrow" />
          </Link>
        </p>
      </div>
    </section>
  );
}

/** Every course, with what can be done with it now. */
export function Courses({ items }: { items: readonly Item[] }) {
  const { courses } = words;
  return (
    <section className="stack gap-2" aria-labelledby="courses">
      <SectionTitle id="courses">
        {courses.heading}{' '}
        <Link className="tap" to="/oferta">
          {courses.all}
        </Link>
      </SectionTitle>
      {items.length === 0 ? (
        <p>{courses.empty}</p>
      ) : (
        <ol className="index">
          {items.map((item) => (
            <li key={item.slug}>
              <Link to={`/cursos/${item.slug}`}>
                <b>{item.title}</b>
                <span className="leader wide-only" />
                <span className="meta wide-only">{hours(item.minutes)}</span>
                <CourseState item={item} />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function CourseState({ item: { status, openEditions, seatsLeft } }: { item: Item }) {
  if (openEditions > 0) {
    return (
      <Status tone="success" icon="check">
        {words.courses.open(seatsLeft)}
      </Status>
    );
  }
  return <Status icon="calendar">{status === 'announced' ? words.courses.announced : words.courses.none}</Status>;
}
