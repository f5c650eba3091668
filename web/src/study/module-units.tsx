import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { grade as written } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { addressOfUnit } from './unit-address.ts';
import { words } from './words.ts';

const { room: says } = words;

type Module = Schemas['Study']['modules'][number];
type Unit = Module['units'][number];

type ModuleProps = {
  module: Module;
  /** From 1; null for what belongs to no module. */
  number: number | null;
  enrolment: string;
  /** The unit to go on with. */
  current: string | null;
  /** Whether it can be entered yet. */
  open: boolean;
};

/** A module with each of its lessons and evaluations, and how far it is. */
export function ModuleUnits({ module: { title, done, units }, number, enrolment, current, open }: ModuleProps) {
  const id = `module-${number ?? 'final'}`;
  return (
    <section className="stack gap-2" aria-labelledby={id}>
      <SectionTitle id={id}>
        {number === null ? title : says.module(number, title)}
        <span>{says.moduleDone(done, units.length)}</span>
      </SectionTitle>
      <ol className="rows tappable units">
        {units.map((unit) => (
          <li key={unit.key}>
            {open ? (
              <Link to={addressOfUnit(enrolment, unit)} aria-current={unit.key === current ? 'step' : undefined}>
                <UnitLine unit={unit} />
              </Link>
            ) : (
              <span className="closed">
                <UnitLine unit={unit} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const icons: Record<Unit['kind'], IconName> = { lesson: 'book', evaluation: 'edit', task: 'attach' };
const tones = { new: undefined, started: 'info', done: 'success' } as const;

function UnitLine({ unit: { kind, title, minutes, weight, state, grade } }: { unit: Unit }) {
  const tone = tones[state];
  return (
    <>
      <Icon name={state === 'done' ? 'check' : icons[kind]} />
      <span className="grow">
        {title}
        <span className="meta about">
          {[says.minutes(minutes), weight !== null && says.weight(weight)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="trailing">
        {grade === null ? (
          <Status {...(tone && { tone })}>{says.states[kind][state]}</Status>
        ) : (
          <strong>{written(grade)}</strong>
        )}
      </span>
    </>
  );
}
