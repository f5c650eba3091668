import { grade as written } from '../ui/format.ts';
import type { Attempt } from './steps.tsx';
import { words } from './grade-words.ts';

const { grade: says } = words;

const frame = { left: 46, right: 346, top: 28, bottom: 210 };
const grades = [10, 20, 30, 40, 50, 60, 70];

/** «1.234,5» as a number, good enough to draw. */
const numberOf = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));

const yOf = (tenths: number) => frame.bottom - ((tenths - 10) / 60) * (frame.bottom - frame.top);

/** Four even marks and the last, in whole points. */
function marksOf(max: number): number[] {
  const step = Math.max(1, Math.round(max / 4));
  const marks = Array.from({ length: 4 }, (_, i) => i * step).filter((mark) => mark <= max - step / 2);
  return [...marks, max];
}

/** How points become a nota, with the cut and where one stands. The table beside it says the same. */
export function GradeChart({ steps }: Pick<Attempt, 'steps'>) {
  const [max, cut, own] = [steps.maxPoints, steps.cut, steps.points].map(numberOf) as [number, number, number];
  const xOf = (points: number) => frame.left + (points / (max || 1)) * (frame.right - frame.left);
  const [at, y] = [xOf(own), yOf(steps.rounded)];
  const atEnd = at > 318; // where there is no room beside the point, its nota stands above it
  return (
    <svg className="chart" viewBox="0 0 360 256" role="img" aria-labelledby="chart-title">
      <title id="chart-title">{says.chartMeans(steps.cut, steps.maxPoints, steps.points, steps.rounded)}</title>
      {grades.map((tenths) => (
        <g key={tenths}>
          <path className="grid" d={`M${frame.left} ${yOf(tenths)}H${frame.right}`} />
          <text x={frame.left - 10} y={yOf(tenths) + 4} textAnchor="end">
            {written(tenths)}
          </text>
        </g>
      ))}
      <path className="axis" d={`M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`} />
      <path
        className="guide"
        d={`M${xOf(cut)} ${frame.bottom}V${yOf(40)}H${frame.left}M${at} ${frame.bottom}V${y}H${frame.left}`}
      />
      <path className="curve" d={`M${frame.left} ${frame.bottom}L${xOf(cut)} ${yOf(40)}L${frame.right} ${frame.top}`} />
      <circle className="point cut" cx={xOf(cut)} cy={yOf(40)} r="5" />
      <circle className={own < cut ? 'point below' : 'point'} cx={at} cy={y} r="7" />
      {marksOf(max).map((mark) => (
        <text key={mark} x={xOf(mark)} y={frame.bottom + 20} textAnchor="middle">
          {String(mark).replace('.', ',')}
        </text>
      ))}
      <text
        className="strong"
        x={at + (atEnd ? 8 : 12)}
        y={y + (atEnd ? -12 : 14)}
        textAnchor={atEnd ? 'end' : 'start'}
      >
        {written(steps.rounded)}
      </text>
      <text x={xOf(cut) - 8} y={yOf(40) - 8} textAnchor="end">
        {says.chartCut}
      </text>
      <text x={(frame.left + frame.right) / 2} y="250" textAnchor="middle">
        {says.chartAxis}
      </text>
    </svg>
  );
}

/** The same as the chart, in numbers. */
export function ConversionTable({ steps: { table, demand } }: Pick<Attempt, 'steps'>) {
  return (
    <details>
      <summary className="fold">{says.seeTable}</summary>
      <table className="table conversion">
        <caption className="visually-hidden">{says.conversion(demand)}</caption>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {says.points}
            </th>
            <th scope="col" className="numeric">
              {says.nota}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.map(({ points, grade, yours }) => (
            <tr key={points} aria-current={yours || undefined}>
              <th scope="row" className="numeric">
                {points}
              </th>
              <td className="numeric">{written(grade)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
