import type { Schemas } from '../api/client.ts';
import { amount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './words.ts';

const { one } = words;
const figures = ['people', 'up', 'down', 'passes', 'fails'] as const;

/** Who changes and how, by region from north to south. */
export function RegionTable({ regions }: Pick<Schemas['Regrade'], 'regions'>) {
  if (regions.length < 2) return null;
  return (
    <section className="stack gap-3 container" aria-labelledby="regions">
      <SectionTitle id="regions">{one.regions}</SectionTitle>
      <table role="table" className="table restack">
        <caption className="visually-hidden">{one.regions}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[one.region, ...figures.map((name) => one.figures[name](2))].map((name, i) => (
              <th key={name} role="columnheader" scope="col" className={i ? 'numeric' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {regions.map((region) => (
            <tr key={region.cut} role="row">
              <th role="rowheader" scope="row">
                {region.name ?? one.noRegion}
              </th>
              {figures.map((name) => (
                <td key={name} role="cell" className="numeric" data-label={one.figures[name](2)}>
                  {amount(region[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{one.hidden}</p>
    </section>
  );
}
