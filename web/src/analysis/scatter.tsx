import type { Schemas } from '../api/client.ts';
import { share, words } from './words.ts';

const { chart } = words;

type Question = Schemas['AnalysedQuestion'];
type Placed = Question & { discrimination: number };
type Frame = { width: number; height: number; left: number; right: number; bottom: number; radius: number };

const top = 34;
const wide: Frame = { width: 600, height: 300, left: 46, right: 572, bottom: 250, radius: 12 };
const narrow: Frame = { width: 350, height: 360, left: 34, right: 322, bottom: 310, radius: 11 };
/** Where a question is of use. */
const zone = { from: 0.3, to: 0.9, least: 0.2 };
const steps = [0, 0.25, 0.5, 0.75, 1];

const isPlaced = (question: Question): question is Placed => question.discrimination !== null;
const isUseful = ({ difficulty, discrimination }: Placed) =>
  difficulty >= zone.from && difficulty <= zone.to && discrimination >= zone.least;

/** Whole fifths around all of them, and never less than from −0,2 to 0,6. */
function rangeOf(placed: readonly Placed[]): [number, number] {
  const all = placed.map(({ discrimination }) => discrimination);
  return [Math.floor(Math.min(-0.2, ...all) * 5) / 5, Math.ceil(Math.max(0.6, ...all) * 5) / 5];
}

/** Each question by how easy it is and how well it discriminates. The table beside it says the same. */
export function Scatter({ questions }: { questions: readonly Question[] }) {
  const placed = questions.filter(isPlaced);
  const absent = questions.filter((question) => !isPlaced(question)).map(({ number }) => number);
  return (
    <>
      <div className="frame">
        <Drawing frame={wide} placed={placed} className="wide-only" id="chart-wide" />
        <Drawing frame={narrow} placed={placed} className="narrow-only" id="chart-narrow" />
      </div>
      <p className="meta">{chart.explanation}</p>
      {absent.length > 0 && <p className="meta">{chart.absent(absent)}</p>}
    </>
  );
}

type DrawingProps = { frame: Frame; placed: readonly Placed[]; className: string; id: string };

function Drawing({ frame, placed, className, id }: DrawingProps) {
  const { width, height, left, right, bottom, radius } = frame;
  const [least, most] = rangeOf(placed);
  const xOf = (value: number) => Math.round(left + value * (right - left));
  const yOf = (value: number) => Math.round(bottom - ((value - least) / (most - least)) * (bottom - top));
  const lines = Array.from({ length: Math.round((most - least) * 5) + 1 }, (_, i) => Math.round(least * 5 + i) / 5);
  const outside = placed.filter((question) => !isUseful(question)).map(({ number }) => number);
  return (
    <svg className={`chart scatter ${className}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{chart.means(placed.length, outside)}</title>
      <path className="zone" d={`M${xOf(zone.from)} ${top}H${xOf(zone.to)}V${yOf(zone.least)}H${xOf(zone.from)}z`} />
      <text x={xOf(zone.from) + 8} y={top + 20}>
        {chart.useful}
      </text>
      {lines.map((value) => (
        <g key={value}>
          <path className={value === 0 ? 'axis' : 'grid'} d={`M${left} ${yOf(value)}H${right}`} />
          <text x={left - 8} y={yOf(value) + 4} textAnchor="end">
            {value.toFixed(1).replace('.', ',').replace('-', '−')}
          </text>
        </g>
      ))}
      {steps.map((step) => (
        <text key={step} x={xOf(step)} y={bottom + 22} textAnchor="middle">
          {share(step)}
        </text>
      ))}
      {placed.map(({ versionId, number, state, difficulty, discrimination }) => (
        <Mark key={versionId} {...{ number, state, radius }} x={xOf(difficulty)} y={yOf(discrimination)} />
      ))}
      <text x={xOf(0.5)} y={height - 6} textAnchor="middle">
        {chart.easier}
      </text>
      <text x="0" y="14">
        {chart.tells}
      </text>
    </svg>
  );
}

type MarkProps = Pick<Question, 'number' | 'state'> & { x: number; y: number; radius: number };

/** A disc where a question serves, a triangle where it asks for a look: told apart by form, not colour alone. */
function Mark({ number, state, x, y, radius }: MarkProps) {
  const kind = { review: 'bad', look: 'warn', good: null, few: null }[state];
  if (kind)
    return (
      <>
        <path className={kind} d={`M${x} ${y - 16}l15 27h-30z`} />
        <text className={kind} x={x} y={y + 7}>
          {number}
        </text>
      </>
    );
  return (
    <>
      <circle cx={x} cy={y} r={radius} />
      <text className="on" x={x} y={y + 4}>
        {number}
      </text>
    </>
  );
}
