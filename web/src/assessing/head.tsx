import { Link } from 'react-router';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { amount, editionName } from '../ui/format.ts';
import type { StaffEvaluation } from './sentences.ts';
import { words } from './words.ts';

const { figures } = words;

export const addressOf = (edition: string, unit: string) => `/gestion/ediciones/${edition}/evaluaciones/${unit}`;

type HeadProps = { evaluation: StaffEvaluation };

/** What is being run, how its attempts stand, and the way to its other view. */
export function Head({ evaluation: { edition, key, title, open, ended, pending } }: HeadProps) {
  const counts = [
    [figures.open, open],
    [figures.ended(ended), ended],
    [figures.pending(pending), pending],
  ] as const;
  return (
    <header className="stack gap-3">
      <Breadcrumbs
        trail={[
          { to: '/gestion', name: words.trail },
          { to: `/gestion/ediciones/${edition.id}`, name: edition.title },
        ]}
      />
      <div className="cluster between">
        <div className="stack gap-1">
          <p className="meta">{editionName(edition.name)}</p>
          <h1>{title}</h1>
        </div>
        <p className="cluster gap-2">
          {pending > 0 && (
            <Link className="btn" to="/calificar">
              {words.mark}
            </Link>
          )}
          <Link className="btn" to={`/notas/analisis/${edition.id}/${key}`}>
            {words.analyse}
          </Link>
        </p>
      </div>
      <dl className="figures">
        {counts.map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{amount(n)}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
