import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import type { Lesson } from './lesson-data.ts';
import { addressOfUnit } from './unit-address.ts';
import { words } from './words.ts';

const { lesson: says } = words;

type Unit = Lesson['outline'][number];
type OutlineProps = { title: string; units: readonly Unit[]; current: string; enrolment: string };

/** The lessons and evaluations of the module: beside the text where there is room, else folded above it. */
export function Outline({ title, units, current, enrolment }: OutlineProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (fold.current && matchMedia('(width < 64rem)').matches) fold.current.open = false;
  }, []);
  return (
    <nav aria-label={says.outline} className="no-print">
      <details open ref={fold}>
        <summary>
          <span>{title}</span>
          <Icon name="chevron-down" />
        </summary>
        <ol className="rows tappable outline">
          {units.map((unit, i) => (
            <li key={unit.key}>
              <Link
                to={addressOfUnit(enrolment, unit)}
                aria-current={unit.key === current ? 'page' : undefined}
                onClick={() => {
                  if (fold.current && matchMedia('(width < 64rem)').matches) fold.current.open = false;
                }}
              >
                <Mark unit={unit} number={i + 1} current={unit.key === current} />
                <span>
                  {unit.title}
                  <span className="visually-hidden">, {says.states[unit.state]}</span>
                </span>
                <span className="trailing fine">{says.short(unit.minutes)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function Mark({ unit: { state }, number, current }: { unit: Unit; number: number; current: boolean }) {
  if (state === 'done') return <Icon name="check" />;
  return current ? <Icon name="book" /> : <span className="mark">{number}</span>;
}
