import { type PointerEvent, useRef, useState } from 'react';
import type { Area, BodyOf, Shape } from './draft.ts';

type Point = { x: number; y: number };
type AreaMapProps = {
  picture: BodyOf<'hotspot'>['picture'];
  areas: readonly Area[];
  correct: readonly string[];
  onDraw: (shape: Shape) => void;
};

const clamp = (n: number) => Math.max(0, Math.min(1000, Math.round(n)));
/** Less than this is a slip of the finger. */
const least = 20;

/** The picture with its areas over it, each with its number. A new one is drawn by dragging; fields do the same by keyboard. */
export function AreaMap({ picture, areas, correct, onDraw }: AreaMapProps) {
  const frame = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null);
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return {
      x: clamp(((clientX - box.left) / box.width) * 1000),
      y: clamp(((clientY - box.top) / box.height) * 1000),
    };
  };
  const finish = () => {
    setDrawn(null);
    if (!drawn) return;
    const shape = boxOf(drawn);
    if (shape.to.x - shape.from.x >= least && shape.to.y - shape.from.y >= least) onDraw(shape);
  };
  return (
    <div className="area-map">
      <img src={picture.src} alt="" width={picture.width} height={picture.height} draggable={false} />
      <svg
        ref={frame}
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ from: pointOf(event), to: pointOf(event) });
        }}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointOf(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrawn(null)}
      >
        {areas.map(({ id, shape }) => (
          <Drawing key={id} shape={shape} className={correct.includes(id) ? 'right' : undefined} ratio={picture} />
        ))}
        {drawn && <Drawing shape={boxOf(drawn)} className="new" ratio={picture} />}
      </svg>
    </div>
  );
}

const boxOf = ({ from, to }: { from: Point; to: Point }): Extract<Shape, { type: 'rectangle' }> => ({
  type: 'rectangle',
  from: { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
  to: { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) },
});

type DrawingProps = { shape: Shape; className: string | undefined; ratio: { width: number; height: number } };

/** The radius of a circle is told in parts of the width: the stretched frame makes an ellipse of it. */
function Drawing({ shape, className, ratio }: DrawingProps) {
  switch (shape.type) {
    case 'rectangle': {
      const { from, to } = shape;
      return (
        <rect
          className={className}
          x={from.x}
          y={from.y}
          width={Math.max(0, to.x - from.x)}
          height={Math.max(0, to.y - from.y)}
        />
      );
    }
    case 'circle': {
      const { centre, radius } = shape;
      return (
        <ellipse
          className={className}
          cx={centre.x}
          cy={centre.y}
          rx={radius}
          ry={(radius * ratio.width) / ratio.height}
        />
      );
    }
    case 'polygon':
      return <polygon className={className} points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} />;
  }
}
