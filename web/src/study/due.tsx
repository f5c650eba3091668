import { Link } from 'react-router';
import type { Schemas } from '../api/client.ts';
import { dateBlock, daysBetween, hour } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { Status } from '../ui/status.tsx';
import { addressOfUnit } from './unit-address.ts';
import { words } from './words.ts';

const { home: says } = words;

type Due = Schemas['Home']['due'][number];

/** Days before a deadline from which it is called near. */
const near = 7;

/** What has a deadline, the nearest first. */
export function Due({ due, at }: { due: readonly Due[]; at: number }) {
  return (
    <section className="stack gap-2" aria-labelledby="due">
      <SectionTitle id="due">{says.due}</SectionTitle>
      {due.length === 0 ? (
        <p className="meta">{says.nothingDue}</p>
      ) : (
        <ol className="rows todo-list">
          {due.map((each) => (
            <DueItem key={`${each.enrolmentId}/${each.unit}`} due={each} at={at} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DueItem({ due, at }: { due: Due; at: number }) {
  const { enrolmentId, unit, kind, title, course, questions, minutes, dueAt, timeZone } = due;
  const block = dateBlock(dueAt, timeZone);
  return (
    <li>
      <p className="date-block">
        <b>{block.day}</b>
        <span>{block.rest}</span>
      </p>
      <div>
        <Link className="item-title" to={addressOfUnit(enrolmentId, { key: unit, kind })}>
          {title}
        </Link>
        <p className="meta">{questions === null ? says.task(course) : says.evaluation(questions, minutes, course)}</p>
      </div>
      <HowLong due={due} at={at} />
    </li>
  );
}

function HowLong({ due: { kind, dueAt, timeZone, openAttempt }, at }: { due: Due; at: number }) {
  if (openAttempt && kind === 'evaluation') {
    return (
      <Status tone="pending" icon="edit">
        {says.open}
      </Status>
    );
  }
  const days = daysBetween(at, dueAt, timeZone);
  const text = days <= 0 ? says.today(hour(dueAt, timeZone)) : says.daysLeft(days);
  return (
    <Status {...(days <= near && { tone: 'pending' })} icon="clock">
      {text}
    </Status>
  );
}
