import type { Question } from './questions.tsx';
import { people, share, words } from './words.ts';

const { detail } = words;

export type Counted = { people: number; upper: number; lower: number };
type CountedProps = { counted: Counted; of: Question };

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);
/** Nobody is a line, so that it is seen to be there. */
const barOf = (value: number | null) => (value ? `${Math.round(value * 1000) / 10}%` : '2');

export const Legend = () => (
  <p className="cluster meta gap-3">
    <Swatch /> {detail.upper} <Swatch low /> {detail.lower}
  </p>
);

/** The second group is told by its hatching too, not by colour alone. */
const Swatch = ({ low = false }: { low?: boolean }) => (
  <svg className="swatch" width="24" height="10" aria-hidden="true">
    {low && (
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="stroke" width="2.2" height="5" />
      </pattern>
    )}
    <rect className={low ? 'low' : undefined} width="24" height="10" fill={low ? 'url(#hatch)' : undefined} />
  </svg>
);

export const Count = ({ counted, of }: CountedProps) => (
  <span className="meta">
    {share(ratio(counted.people, of.people))} · {people(counted.people)}
  </span>
);

/** How many of the highest and of the lowest totals; said in words below. */
export function Bars({ counted, of }: CountedProps) {
  const [upper, lower] = [ratio(counted.upper, of.upperPeople), ratio(counted.lower, of.lowerPeople)];
  return (
    <>
      <svg className="pair-bars" height="22" aria-hidden="true">
        <rect width={barOf(upper)} height="10" />
        <rect className="low" y="12" width={barOf(lower)} height="10" fill="url(#hatch)" />
      </svg>
      <p className="fine">{detail.both(share(upper), share(lower))}</p>
    </>
  );
}
