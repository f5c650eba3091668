import { useState } from 'react';
import { Check, Pick, Remove, Text } from './fields.tsx';
import { says } from './form-words.ts';
import type { Area, Shape } from './draft.ts';

type AreaFieldsProps = {
  area: Area;
  n: number;
  right: boolean;
  onRight: (right: boolean) => void;
  onChange: (area: Area) => void;
  onRemove: () => void;
};

const numberOf = (text: string) => Math.max(0, Math.min(1000, Math.round(Number(text)) || 0));
const middle = { x: 500, y: 500 };

const usual: Record<Shape['type'], Shape> = {
  rectangle: { type: 'rectangle', from: { x: 400, y: 400 }, to: { x: 600, y: 600 } },
  circle: { type: 'circle', centre: middle, radius: 100 },
  polygon: {
    type: 'polygon',
    points: [
      { x: 500, y: 400 },
      { x: 600, y: 600 },
      { x: 400, y: 600 },
    ],
  },
};

/** One area in numbers, from 0 to 1000 of the picture's sides: the way of the keyboard. */
export function AreaFields({ area, n, right, onRight, onChange, onRemove }: AreaFieldsProps) {
  return (
    <fieldset className="area">
      <legend>{says.area(n)}</legend>
      <div className="removable">
        <div className="pair">
          <Text
            label={says.areaName}
            path={`wording.body.areas.${n - 1}.name`}
            value={area.name}
            onChange={(name) => onChange({ ...area, name })}
          />
          <Pick
            label={says.areaShape}
            path={`wording.body.areas.${n - 1}.shape.type`}
            value={area.shape.type}
            options={Object.entries(says.shapes)}
            onChange={(type) => onChange({ ...area, shape: usual[type as Shape['type']] })}
          />
        </div>
        <Remove label={says.removeOption(says.area(n))} onClick={onRemove} />
      </div>
      <Measures area={area} n={n} onChange={onChange} />
      <Check label={says.areaRight} checked={right} onChange={onRight} />
    </fieldset>
  );
}

type MeasuresProps = Pick<AreaFieldsProps, 'area' | 'n' | 'onChange'>;

function Measures({ area, n, onChange }: MeasuresProps) {
  const { shape } = area;
  const [points, setPoints] = useState(
    shape.type === 'polygon' ? shape.points.map(({ x, y }) => `${x},${y}`).join(' ') : '',
  );
  if (shape.type === 'polygon')
    return (
      <Text
        label={says.numbers.points}
        path={`wording.body.areas.${n - 1}.shape.points`}
        value={points}
        onChange={(text) => {
          setPoints(text);
          onChange({ ...area, shape: { type: 'polygon', points: pointsOf(text) } });
        }}
      />
    );
  return (
    <div className="measures">
      {measuresOf(shape).map(([label, value, put]) => (
        <Text
          key={label}
          label={label}
          path={`wording.body.areas.${n - 1}.shape.${label}`}
          value={String(value)}
          mode="numeric"
          onChange={(text) => onChange({ ...area, shape: put(numberOf(text)) })}
        />
      ))}
    </div>
  );
}

type Measure = [label: string, value: number, put: (value: number) => Shape];

function measuresOf(shape: Exclude<Shape, { type: 'polygon' }>): Measure[] {
  const { numbers } = says;
  if (shape.type === 'circle') {
    const { centre, radius } = shape;
    return [
      [numbers.x, centre.x, (x) => ({ ...shape, centre: { ...centre, x } })],
      [numbers.y, centre.y, (y) => ({ ...shape, centre: { ...centre, y } })],
      [numbers.radius, radius, (next) => ({ ...shape, radius: next })],
    ];
  }
  const { from, to } = shape;
  return [
    [numbers.left, from.x, (x) => ({ ...shape, from: { ...from, x } })],
    [numbers.top, from.y, (y) => ({ ...shape, from: { ...from, y } })],
    [numbers.end, to.x, (x) => ({ ...shape, to: { ...to, x } })],
    [numbers.bottom, to.y, (y) => ({ ...shape, to: { ...to, y } })],
  ];
}

const pointsOf = (text: string) =>
  Array.from(text.matchAll(/(\d+)\s*,\s*(\d+)/g), ([, x = '', y = '']) => ({ x: numberOf(x), y: numberOf(y) }));
