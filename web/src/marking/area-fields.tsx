import { useId } from 'react';
import type { Area } from '../rubric/area-view.tsx';
import { words } from './words.ts';

const { areas: says } = words;
const fields = ['x', 'y', 'width', 'height'] as const;
const first: Record<(typeof fields)[number], number> = { x: 10, y: 10, width: 80, height: 20 };

/** An area by its numbers: the way without a pointer. */
export function AreaFields({ choose }: { choose: (area: Area) => void }) {
  const id = useId();
  return (
    <details>
      <summary className="meta">{says.byHand}</summary>
      <form
        className="stack gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const read = (name: string) => Math.round(Number(data.get(name)) * 10);
          const [x, y] = [read('x'), read('y')];
          choose({ x, y, width: Math.min(read('width'), 1000 - x), height: Math.min(read('height'), 1000 - y) });
        }}
      >
        <p className="meta">{says.hint}</p>
        <div className="area-fields">
          {fields.map((name) => (
            <div className="field" key={name}>
              <label htmlFor={`${id}-${name}`}>{says.fields[name]}</label>
              <input
                className="input"
                id={`${id}-${name}`}
                name={name}
                type="number"
                min={name === 'x' || name === 'y' ? 0 : 1}
                max={name === 'x' || name === 'y' ? 99 : 100}
                defaultValue={first[name]}
                required
              />
            </div>
          ))}
        </div>
        <p>
          <button className="btn">{words.notes.save}</button>
        </p>
      </form>
    </details>
  );
}
