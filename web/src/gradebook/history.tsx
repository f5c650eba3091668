import { useMe } from '../shell/root.ts';
import { clockTime, day, grade as written } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import type { Cell } from './schemas.ts';
import { words } from './words.ts';

const { cell: says } = words;

/** Every change of a nota, the last first: what it became, why, by whom and when. */
export function History({ cell: { changes } }: { cell: Cell }) {
  const zone = useMe()?.timeZone ?? 'America/Santiago';
  return (
    <section className="stack gap-2" aria-labelledby="cambios">
      <SectionTitle id="cambios">{says.history}</SectionTitle>
      {changes.length === 0 ? (
        <p className="meta">{says.none}</p>
      ) : (
        <ol className="rows">
          {changes.map(({ id, at, by, cause, after, explanation }) => (
            <li key={id}>
              <strong>{after === null ? says.nothing : written(after)}</strong> {says.causes[cause]}
              {explanation && <p>{explanation}</p>}
              <p className="fine">
                {by ?? says.system} · {day(at, zone)}, {clockTime(at, zone)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
