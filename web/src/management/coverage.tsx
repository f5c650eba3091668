import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { amount, percent } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { heatOf, totalOf } from './heat.ts';
import { words } from './words.ts';

const { coverage } = words;

type Region = Schemas['StaffEdition']['regions'][number];
type CoverageProps = { edition: string; regions: readonly Region[] };

/** The regions from north to south: the strip of the territory as data, each stretch in the row that says its figures. */
export function Coverage({ edition, regions }: CoverageProps) {
  const total = totalOf(regions);
  return (
    <>
      <SectionTitle id="coverage">{coverage.heading}</SectionTitle>
      <table role="table" className="coverage">
        <caption className="visually-hidden">{coverage.caption}</caption>
        <CoverageHead />
        <tbody role="rowgroup">
          {regions.map((region) => (
            <RegionRow key={region.cut} edition={edition} region={region} />
          ))}
        </tbody>
        {regions.length > 1 && (
          <tfoot role="rowgroup">
            <tr role="row">
              <td role="cell" />
              <th role="rowheader" scope="row">
                {coverage.regions(regions.length)}
                <Narrow {...total} />
              </th>
              <Counts {...total} />
            </tr>
          </tfoot>
        )}
      </table>
    </>
  );
}

function CoverageHead() {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell" />
        <th role="columnheader" scope="col">
          {coverage.region}
        </th>
        {[coverage.enrolled, coverage.active, coverage.completed].map((name) => (
          <th key={name} role="columnheader" scope="col" className="numeric wide-only">
            {name}
          </th>
        ))}
        <th role="columnheader" scope="col" className="numeric">
          {coverage.share}
        </th>
      </tr>
    </thead>
  );
}

function RegionRow({ edition, region }: { edition: string; region: Region }) {
  const { cut, name, enrolled } = region;
  return (
    <tr role="row">
      <td role="cell" className="strip-cell">
        <i className={`heat-${heatOf(region)}`} data-region={cut} />
      </td>
      <th role="rowheader" scope="row">
        <Link to={`/gestion/ediciones/${edition}?region=${cut}#people`}>
          <b>{name}</b>
        </Link>
        <Narrow {...region} />
        {enrolled === 0 && (
          <span className="wide-only">
            <Status tone="pending">{coverage.none}</Status>
          </span>
        )}
      </th>
      <Counts {...region} />
    </tr>
  );
}

type CountsProps = Pick<Region, 'enrolled' | 'active' | 'completed'>;

function Counts({ enrolled, active, completed }: CountsProps) {
  return (
    <>
      {[enrolled, active, completed].map((n, index) => (
        <td key={index} role="cell" className="numeric wide-only">
          {amount(n)}
        </td>
      ))}
      <td role="cell" className="numeric">
        {percent(completed, enrolled)}
      </td>
    </>
  );
}

/** On a phone, the columns as words. */
function Narrow({ enrolled, active, completed }: CountsProps) {
  return <span className="fine narrow-only">{coverage.narrow(enrolled, active, completed)}</span>;
}

export function Legend() {
  return (
    <aside className="stack gap-3" aria-labelledby="legend">
      <SectionTitle id="legend">{coverage.legend}</SectionTitle>
      <ul className="legend">
        {coverage.steps
          .map((text, step) => (
            <li key={text}>
              <i className={`heat-${step}`} />
              {text}
            </li>
          ))
          .reverse()}
      </ul>
      <p className="meta">{coverage.explanation}</p>
    </aside>
  );
}
