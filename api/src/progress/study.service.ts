import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findLesson, findRoom, type UnitRow } from './progress.sql.ts';

const isLesson = ({ kind }: UnitRow) => kind === 'lesson';
const isDone = ({ state }: UnitRow) => state === 'done';

@Injectable()
export class StudyService {
  constructor(private readonly db: Database) {}

  /** The room of a course: its modules in order, and what ends it apart. */
  async room(actor: Actor, enrolmentId: string) {
    const [found] = await this.db.read(findRoom, enrolmentId, actor.id);
    if (!found) throw new Refusal('not_found');
    const { units, modules, startsAt, endsAt, timeZone } = found;
    const lessons = units.filter(isLesson);
    const last = units.find(({ key }) => key === found.lastUnit);
    const next = last && !isDone(last) ? last : units.find((unit) => !isDone(unit));
    return {
      enrolmentId,
      course: { slug: found.slug, title: found.title, passGrade: found.passGrade, minutes: found.minutes },
      edition: { id: found.editionId, name: found.editionName, startsAt, endsAt, timeZone },
      state: stateOf(startsAt, endsAt),
      modules: [...modules.map((module) => ({ ...module })), { key: null, title: closingOf(units) }]
        .map(({ key, title }) => grouped(key, title, units))
        .filter((module) => module.units.length > 0),
      lessons: { done: lessons.filter(isDone).length, all: lessons.length },
      ...{ grade: found.grade, completedAt: found.completedAt, certificateId: found.certificateId },
      next: next?.key ?? null,
    };
  }

  /** All of a lesson's page but its text. */
  async lesson(actor: Actor, enrolmentId: string, key: string) {
    const [found] = await this.db.read(findLesson, enrolmentId, actor.id, key);
    if (!found?.entry) throw new Refusal('not_found');
    if (found.startsAt > now()) throw new Refusal('edition_not_started');
    return {
      enrolmentId,
      course: { slug: found.slug, title: found.title },
      ...placeOf(found, key),
      unit: found.entry,
      read: found.read,
      position: { anchor: found.anchor, permille: found.permille },
      notes: found.notes.map((note) => ({ ...note, changedAt: note.changedAt.toISOString() })),
      closed: found.endsAt < now(),
      notices: found.notices,
    };
  }
}

/** What belongs to no module ends the course. */
const closingOf = (units: UnitRow[]) =>
  units.some(({ kind, moduleKey }) => kind === 'task' && moduleKey === null) ? 'Cierre del curso' : 'Evaluación final';

type Ordered = { units: UnitRow[]; modules: { key: string; title: string }[] };

/** Where a unit stands: in its module, among its siblings, before and after the others. */
function placeOf({ units, modules }: Ordered, key: string) {
  const at = units.findIndex((unit) => unit.key === key);
  const siblings = units.filter((unit) => unit.moduleKey === units[at]?.moduleKey);
  const number = modules.findIndex((module) => module.key === units[at]?.moduleKey) + 1;
  const { key: moduleKey, title } = modules[number - 1] ?? { key: '', title: '' };
  return {
    module: { key: moduleKey, title, number },
    number: siblings.findIndex((unit) => unit.key === key) + 1,
    outline: siblings.map(shown),
    previous: neighbour(units[at - 1]),
    next: neighbour(units[at + 1]),
  };
}

function stateOf(startsAt: Date, endsAt: Date) {
  if (startsAt > now()) return 'upcoming';
  return endsAt > now() ? 'running' : 'ended';
}

function grouped(key: string | null, title: string, all: UnitRow[]) {
  const units = all.filter(({ moduleKey }) => moduleKey === key);
  return { key, title, done: units.filter(isDone).length, units: units.map(shown) };
}

const shown = ({ key, kind, title, minutes, weight, state, grade }: UnitRow) => ({
  ...{ key, kind, title, minutes, weight, state, grade },
});
const neighbour = (unit: UnitRow | undefined) => (unit ? { key: unit.key, kind: unit.kind, title: unit.title } : null);
