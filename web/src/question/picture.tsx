import type { BodyOf } from './answered.ts';

type Hotspot = BodyOf<'hotspot'>;
type Area = Hotspot['areas'][number];
type PictureProps = Pick<Hotspot, 'picture' | 'areas'> & {
  /** How each area is drawn. */
  classOf: (id: string) => string;
  choose?: (id: string) => void;
};

/** An area in the picture's own pixels: its measures are thousandths. */
function Shape({ shape, width, height }: { shape: Area['shape']; width: number; height: number }) {
  const [x, y] = [(n: number) => (n * width) / 1000, (n: number) => (n * height) / 1000];
  switch (shape.type) {
    case 'rectangle': {
      const { from, to } = shape;
      return <rect x={x(from.x)} y={y(from.y)} width={x(to.x - from.x)} height={y(to.y - from.y)} />;
    }
    case 'circle':
      return <circle cx={x(shape.centre.x)} cy={y(shape.centre.y)} r={x(shape.radius)} />;
    case 'polygon':
      return <polygon points={shape.points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')} />;
  }
}

function centreOf({ shape }: Area): { x: number; y: number } {
  if (shape.type === 'circle') return shape.centre;
  const points = shape.type === 'rectangle' ? [shape.from, shape.to] : shape.points;
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: middle(points.map(({ x }) => x)), y: middle(points.map(({ y }) => y)) };
}

/** A picture with its areas, numbered as in the list beside it, where a keyboard and a screen reader choose. */
export function Picture({ picture, areas, classOf, choose }: PictureProps) {
  const { src, width, height, alt } = picture;
  const size = Math.max(width, height) / 28;
  return (
    <div className="hotspot">
      <img src={src} width={width} height={height} alt={alt} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {areas.map((area, i) => {
          const centre = centreOf(area);
          return (
            <g key={area.id} className={classOf(area.id)} onClick={choose && (() => choose(area.id))}>
              <Shape shape={area.shape} width={width} height={height} />
              <text x={(centre.x * width) / 1000} y={(centre.y * height) / 1000} fontSize={size}>
                {i + 1}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
