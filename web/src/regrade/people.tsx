import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { searchOf } from '../api/search-params.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Filters } from '../ui/filters.tsx';
import { grade } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { one } = words;

type PeopleProps = { id: string; page: Schemas['RegradedPage']; only: 'changed' | 'special' | null };

/** Each person with the nota of before and the one that results. */
export function People({ id, page: { items, next }, only }: PeopleProps) {
  const options = [
    ['', one.only.all] as const,
    ...(['changed', 'special'] as const).map((key) => [key, one.only[key]] as const),
  ];
  return (
    <section className="stack gap-3 container" aria-labelledby="people">
      <SectionTitle id="people">{one.people}</SectionTitle>
      <Filters label={one.filter} key={only ?? ''}>
        <Choice name="only" label={one.show} options={options} chosen={only ?? undefined} />
        <button className="btn">{one.submit}</button>
      </Filters>
      {items.length === 0 ? (
        <Empty text={one.nobody} />
      ) : (
        <table role="table" className="table restack">
          <caption className="visually-hidden">{one.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[one.person, one.region, one.before, one.after, one.remark].map((name, i) => (
                <th key={name} role="columnheader" scope="col" className={i === 2 || i === 3 ? 'numeric' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {items.map((person) => (
              <tr key={`${person.enrolmentId} ${person.unit}`} role="row">
                <th role="rowheader" scope="row">
                  {person.familyNames}, {person.givenNames}
                </th>
                <td role="cell" data-label={one.region}>
                  {person.region ?? one.noRegion}
                </td>
                <td role="cell" className="numeric" data-label={one.before}>
                  {grade(person.before)}
                </td>
                <td role="cell" className="numeric" data-label={one.after}>
                  <strong>{grade(person.after)}</strong>
                </td>
                <td role="cell" data-label={one.remark}>
                  {words.remarkOf(person)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <p>
          <Link
            className="btn"
            to={`/notas/recalculos/${id}${searchOf({ only: only ?? undefined, after: next })}#people`}
          >
            {one.more}
          </Link>
        </p>
      )}
    </section>
  );
}
