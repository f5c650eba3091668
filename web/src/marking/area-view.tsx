import { type PointerEvent, type ReactNode, useState } from 'react';
import type { Note } from '../rubric/order-notes.ts';
import { words } from './words.ts';

const { areas: says } = words;

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

type AreaViewProps = {
  notes: readonly Note[];
  drawing: Area | null;
  /** Null where nothing may be drawn. */
  draw: ((area: Area) => void) | null;
  children: ReactNode;
};

/** A page or a picture with the areas that comments speak of; a pointer draws another. */
export function AreaView({ notes, drawing, draw, children }: AreaViewProps) {
  const [from, start] = useState<Point | null>(null);
  const [to, move] = useState<Point | null>(null);
  const drawn = from && to ? between(from, to) : drawing;
  const end = () => {
    if (from && to && draw) {
      const area = between(from, to);
      if (area.width >= least && area.height >= least) draw(area);
    }
    start(null);
    move(null);
  };
  return (
    <div className="area-view">
      {children}
      <svg
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          if (!draw || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          start(pointOf(event));
        }}
        onPointerMove={(event) => {
          if (from) move(pointOf(event));
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {notes.map(({ n, anchor }) => anchor.kind === 'area' && <Shape key={n} n={n} area={anchor} />)}
        {drawn && <rect className="drawing" {...drawn} />}
      </svg>
      <ul className="visually-hidden">
        {notes.map(({ n }) => (
          <li key={n}>{says.areas(n)}</li>
        ))}
      </ul>
    </div>
  );
}

const Shape = ({ n, area: { x, y, width, height } }: { n: number; area: Area }) => (
  <g>
    <rect x={x} y={y} width={width} height={height} />
    <text x={x + 8} y={y + 24} className="area-number">
      {n}
    </text>
  </g>
);
