import type { Schemas } from '../api/client.ts';
import { amount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { words } from './share-words.ts';

const { quality: says } = words;

type View = Schemas['MarkingAgreement'];
type Line = View['overall'];
const columns = [says.n, says.kappa, says.strength, says.difference, says.distance] as const;

const two = (value: number | null) => (value === null ? '—' : amount(Math.round(value * 100) / 100));

/** How far two who mark the same agree, in figures and criterion by criterion. */
export function Agreement({ agreement }: { agreement: View }) {
  const { overall, criteria, unit } = agreement;
  const divisor = unit === 'tenths' ? 10 : 1000;
  return (
    <section className="stack gap-4 container" aria-labelledby="agreement">
      <SectionTitle id="agreement">{says.agreement}</SectionTitle>
      {agreement.threshold === null && overall.n === 0 ? (
        <p>{says.single}</p>
      ) : (
        <>
          <dl className="figures">
            {(['agreed', 'disputed', 'settled', 'waiting'] as const).map((name) => (
              <div key={name}>
                <dt>{says.figures[name]}</dt>
                <dd>{agreement[name]}</dd>
              </div>
            ))}
          </dl>
          <table className="table restack" role="table">
            <caption className="visually-hidden">{says.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {[says.what, ...columns].map((name) => (
                  <th key={name} role="columnheader" scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              <Row name={says.overall} line={overall} divisor={divisor} />
              {criteria.map((line) => (
                <Row key={line.id} name={line.title} line={line} divisor={1000} />
              ))}
            </tbody>
          </table>
          <p className="meta">{says.explain}</p>
        </>
      )}
    </section>
  );
}

function Row({ name, line, divisor }: { name: string; line: Line; divisor: number }) {
  const part = (value: number | null) => two(value === null ? null : value / divisor);
  const cells = [
    ...[amount(line.n), two(line.kappa), line.strength ? says.strengths[line.strength] : '—'],
    ...[part(line.meanDifference), part(line.meanDistance)],
  ];
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      {cells.map((cell, i) => (
        <td key={columns[i]} role="cell" data-label={columns[i]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
