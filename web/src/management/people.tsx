import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { searchOf } from '../api/search-params.ts';
import { Empty } from '../ui/empty.tsx';
import { grade, tableDay } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { Status } from '../ui/status.tsx';
import { words } from './words.ts';

const { people } = words;

type Edition = Schemas['StaffEdition'];
type Person = Schemas['PersonLine'];
type Asked = { region?: string; after?: string };
type PeopleProps = { edition: Edition; page: Schemas['PeoplePage']; query: Asked };

/** Everyone enrolled, a page at a time; on a phone each row becomes a record. */
export function People({ edition, page: { items, next }, query }: PeopleProps) {
  const address = (search: Asked) => `/gestion/ediciones/${edition.id}${searchOf(search)}#people`;
  const { region, after } = query;
  if (items.length === 0) return <Nobody region={region} everyone={address({})} />;
  return (
    <>
      <div className="container scroll-x" tabIndex={0} role="region" aria-label={people.frame}>
        <table role="table" className="table restack people">
          <caption className="visually-hidden">{people.caption}</caption>
          <PeopleHead units={edition.units} />
          <tbody role="rowgroup">
            {items.map((person) => (
              <PersonRow key={person.enrolmentId} person={person} edition={edition} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="cluster">
        {next && (
          <Link className="btn" to={address({ ...query, after: next })}>
            {people.more}
          </Link>
        )}
        {after && <Link to={address(region ? { region } : {})}>{people.start}</Link>}
      </p>
    </>
  );
}

function Nobody({ region, everyone }: { region: string | undefined; everyone: string }) {
  return (
    <Empty text={region ? people.emptyRegion : people.empty}>
      {region && (
        <Link className="btn" to={everyone}>
          {people.all}
        </Link>
      )}
    </Empty>
  );
}

function PeopleHead({ units }: Pick<Edition, 'units'>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {[people.person, people.region, people.progress].map((name) => (
          <th key={name} role="columnheader" scope="col">
            {name}
          </th>
        ))}
        {units.map(({ key, title, weight }) => (
          <th key={key} role="columnheader" scope="col" className="numeric unit">
            {title} <span className="fine">{people.weight(weight)}</span>
          </th>
        ))}
        {[people.grade, people.last].map((name) => (
          <th key={name} role="columnheader" scope="col" className="numeric">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function PersonRow({ person, edition: { units, timeZone } }: { person: Person; edition: Edition }) {
  const { familyNames, givenNames, run, institution, region, grades, completedAt, lastAt } = person;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {familyNames}, {givenNames}
        <span className="fine">{[run, institution].filter(Boolean).join(' · ')}</span>
      </th>
      <td role="cell" data-label={people.region} className="region">
        {region ?? people.noRegion}
      </td>
      <td role="cell" data-label={people.progress} className="progress-cell">
        <LessonsDone person={person} />
      </td>
      {units.map(({ key, title }) => (
        <td key={key} role="cell" className="numeric" data-label={title}>
          <Grade tenths={grades.find(({ unit }) => unit === key)?.grade ?? null} />
        </td>
      ))}
      <td role="cell" className="numeric final" data-label={people.grade}>
        <Grade tenths={person.grade} />
      </td>
      <td role="cell" className="numeric" data-label={people.last}>
        {completedAt ? (
          <Status tone="success" icon="check">
            {people.completed(tableDay(completedAt, timeZone))}
          </Status>
        ) : lastAt ? (
          tableDay(lastAt, timeZone)
        ) : (
          people.never
        )}
      </td>
    </tr>
  );
}

function LessonsDone({ person: { lessonsDone, lessonsAll } }: { person: Person }) {
  const label = people.lessons(lessonsDone, lessonsAll);
  return (
    <span className="stack gap-1">
      {label}
      <Progress value={lessonsDone} max={lessonsAll} label={label} />
    </span>
  );
}

/** Below 4,0 it is told apart by more than its colour. */
function Grade({ tenths }: { tenths: number | null }) {
  return tenths !== null && tenths < 40 ? <span className="low">{grade(tenths)}</span> : grade(tenths);
}
