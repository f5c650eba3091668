import { SectionTitle } from '../ui/section-title.tsx';
import type { TaskGrade } from './feedback-types.ts';
import { words } from './words.ts';

const { steps: says } = words;

/** From points to the nota that counts, step by step. */
export function Calculation({ grade: { steps, penalty, published, grade, overridden } }: { grade: TaskGrade }) {
  const { points, maxPoints, demand, cut, lines, exact, isExact, rounded } = steps;
  return (
    <section className="stack gap-3" aria-labelledby="calculation">
      <SectionTitle id="calculation">{words.calculation}</SectionTitle>
      <ol>
        <li>{says.sum(points, maxPoints)}</li>
        <li>{says.cut(demand, cut)}</li>
        <li>
          {says.formula}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </li>
        <li>{says.round(isExact ? exact : `${exact}…`, rounded)}</li>
        {penalty > 0 && <li>{says.penalty(penalty, published)}</li>}
      </ol>
      {overridden && grade !== published && <p>{words.overridden(published, grade)}</p>}
    </section>
  );
}
