import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { grade as written, points as pointsWritten } from '../ui/format.ts';
import { GradeScale } from '../ui/grade-scale.tsx';
import type { Given, Item } from './mark-keeper.ts';
import { words } from './words.ts';

const { rubric: says } = words;

export const pointsOf = (criteria: readonly Given[]) => criteria.reduce((sum, { points }) => sum + (points ?? 0), 0);
export const missingIn = (criteria: readonly Given[]) => criteria.filter(({ points }) => points === null).length;

/** The nota of some points by the steps that the server gave, before and after what late work loses. */
export function notaOf({ conversion, penalty }: Pick<Item, 'conversion' | 'penalty'>, points: number) {
  if (!conversion) return null;
  const before = conversion.steps.findLast((step) => step.points <= points)?.grade ?? conversion.min;
  return { before, grade: Math.max(conversion.min, before - penalty) };
}

/** What the rubric comes to, as one goes. */
export function Nota({ item, criteria }: { item: Item; criteria: readonly Given[] }) {
  const points = pointsOf(criteria);
  const missing = missingIn(criteria);
  const nota = notaOf(item, points);
  return (
    <div className="stack gap-2 total">
      <div className="cluster between baseline">
        <strong>{nota ? says.grade : says.points}</strong>
        <output aria-live="polite">{nota ? written(nota.grade) : pointsWritten(points)}</output>
      </div>
      {nota && <Scale item={item} nota={nota} />}
      {missing > 0 && <p className="meta">{says.incomplete(missing)}</p>}
    </div>
  );
}

function Scale({ item, nota }: { item: Item; nota: { before: number; grade: number } }) {
  const [table, showTable] = useState(false);
  const { conversion, penalty } = item;
  if (!conversion) return null;
  const { pass, demand, cut, steps } = conversion;
  return (
    <>
      <GradeScale grade={nota.grade} cut={pass} />
      {penalty > 0 && <p className="meta">{says.before(nota.before, penalty)}</p>}
      <p className="meta">
        {says.cut(demand, cut)}{' '}
        <button type="button" className="link" onClick={() => showTable(true)}>
          {says.table}
        </button>
      </p>
      {table && <Table steps={steps} close={() => showTable(false)} />}
    </>
  );
}

function Table({ steps, close }: { steps: NonNullable<Item['conversion']>['steps']; close: () => void }) {
  return (
    <Dialog title={says.tableTitle} onClose={close}>
      <div className="conversion scroll-x" tabIndex={0} role="region" aria-label={says.tableTitle}>
        <table className="table">
          <caption className="visually-hidden">{says.tableTitle}</caption>
          <thead>
            <tr>
              <th scope="col" className="numeric">
                {says.tablePoints}
              </th>
              <th scope="col" className="numeric">
                {says.tableGrade}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ points, grade }) => (
              <tr key={grade}>
                <td className="numeric">{pointsWritten(points)}</td>
                <td className="numeric">{written(grade)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" className="btn" data-safe onClick={close}>
          {says.close}
        </button>
      </p>
    </Dialog>
  );
}
