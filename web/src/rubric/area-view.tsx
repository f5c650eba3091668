import { type PointerEvent, type ReactNode, useState } from 'react';
import type { Note } from './order-notes.ts';
import { words } from './words.ts';

const { files: says } = words;

export type Area = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };

/** Where a pointer is, in thousandths of what it points at. */
function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (at: number, from: number, all: number) =>
    Math.min(1000, Math.max(0, Math.round(((at - from) / all) * 1000)));
  return { x: within(event.clientX, box.left, box.width), y: within(event.clientY, box.top, box.height) };
}

const between = (a: Point, b: Point): Area => ({
  ...{ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) },
  ...{ width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) },
});
const least = 8;
const isSeen = ({ width, height }: Area) => width >= least && height >= least;

type AreaViewProps = {
  notes: readonly Note[];
  drawing: Area | null;
  /** Null where nothing may be drawn. */
  draw: ((area: Area) => void) | null;
  /** Whether a finger draws, too; else it moves the page. */
  marking: boolean;
  children: ReactNode;
};

/** A page or a picture with the areas that comments speak of; a pointer draws another. */
export function AreaView({ notes, drawing, draw, marking, children }: AreaViewProps) {
  const [from, start] = useState<Point | null>(null);
  const [to, move] = useState<Point | null>(null);
  const drawn = from && to ? between(from, to) : drawing;
  const forget = () => {
    start(null);
    move(null);
  };
  return (
    <div className="area-view" data-marking={marking || undefined}>
      {children}
      <svg
        aria-hidden="true"
        data-draws={draw !== null || undefined}
        onPointerDown={(event) => {
          if (!draw || event.button !== 0 || (event.pointerType === 'touch' && !marking)) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          start(pointOf(event));
        }}
        onPointerMove={(event) => {
          if (from) move(pointOf(event));
        }}
        onPointerUp={() => {
          if (from && to && isSeen(between(from, to))) draw?.(between(from, to));
          forget();
        }}
        onPointerCancel={forget}
      >
        {notes.map(({ n, anchor }) => anchor.kind === 'area' && <Shape key={n} n={n} area={anchor} />)}
        {drawn && <rect className="drawing" {...shares(drawn)} />}
      </svg>
      <ul className="visually-hidden">
        {notes.map(({ n }) => (
          <li key={n}>{says.areas(n)}</li>
        ))}
      </ul>
    </div>
  );
}

const percent = (thousandths: number) => `${thousandths / 10}%`;
const shares = ({ x, y, width, height }: Area) => ({
  ...{ x: percent(x), y: percent(y), width: percent(width), height: percent(height) },
});

/** Its number stands on the corner, as large however far the page is stretched. */
const Shape = ({ n, area }: { n: number; area: Area }) => (
  <g>
    <rect {...shares(area)} />
    <circle cx={percent(area.x)} cy={percent(area.y)} r="11" />
    <text x={percent(area.x)} y={percent(area.y)} dy="0.35em" textAnchor="middle">
      {n}
    </text>
  </g>
);
