import './rubric.css';
import type { Schemas } from '../api/client.ts';
import { points } from '../ui/format.ts';
import { Html } from '../ui/html.tsx';

type Rubric = Schemas['Task']['rubric'];
type Given = { id: string; points: number | null; comment?: string | null };

const words = {
  upTo: (most: number) => `hasta ${points(most)} puntos`,
  level: (title: string, given: number) => `${title} · ${points(given)}`,
  yours: 'Tu nivel',
  got: (given: number, most: number) => `${points(given)} de ${points(most)} puntos`,
};

/** How something is marked: each criterion with its levels; where it was marked, with what was given and said. */
export function RubricTable({ rubric, given = [] }: { rubric: Rubric; given?: readonly Given[] }) {
  return (
    <ol className="rubric stack gap-5">
      {rubric.criteria.map(({ id, title, levels, maxPoints }) => {
        const mark = given.find((one) => one.id === id);
        const got = mark?.points ?? null;
        return (
          <li key={id} className="stack gap-2">
            <h3 className="small-title">
              {title} <span className="meta">{got === null ? words.upTo(maxPoints) : words.got(got, maxPoints)}</span>
            </h3>
            {levels && (
              <ul className="levels">
                {levels.map((level) => (
                  <li key={level.points} data-given={level.points === got ? '' : undefined}>
                    <strong>{words.level(level.title, level.points)}</strong>
                    {level.points === got && <span className="status success">{words.yours}</span>}
                    <Html html={level.html} block />
                  </li>
                ))}
              </ul>
            )}
            {mark?.comment && <p className="comment">{mark.comment}</p>}
          </li>
        );
      })}
    </ol>
  );
}
