import { Injectable } from '@nestjs/common';
import { formatGrade } from '../grade/grade.policy.ts';
import { outcomeOf } from '../grade/ruled.policy.ts';
import { formatRun } from '../identity/run.policy.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { slugOf } from '../platform/file-name.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { findEdition, findEditions, findPeople, type Line } from './people.sql.ts';
import type { PeopleFilter, PeopleQuery } from './report.schema.ts';
import { csvOf } from '../platform/write-csv.ts';

const chunk = 1000;
/** Who did something in the last two weeks is active. */
const activeFor = 14 * 24 * 60 * 60_000;

/** What the staff of an edition may know of its people, within their scope; outside it there is nothing. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: Database) {}

  async editions(actor: Actor) {
    return { items: await this.db.read(findEditions, ...reachOf(actor.grants, 'edition:read')) };
  }

  async edition(actor: Actor, id: string) {
    const recently = new Date(now().getTime() - activeFor);
    const [found] = await this.db.read(findEdition, ...reachOf(actor.grants, 'edition:read'), id, recently);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  /** By family names, then given names, in Spanish order. */
  async list(actor: Actor, id: string, { region = null, after, limit }: Nullable<PeopleQuery>) {
    const [family = null, given = null, last = null] = after ?? [];
    const rows = await this.db.read(
      findPeople,
      ...reachOf(actor.grants, 'edition:read'),
      id,
      region,
      family,
      given,
      last,
      limit + 1,
    );
    if (rows.length === 0) await this.edition(actor, id);
    return toPage(rows.map(shown), limit, (row) => [row.familyNames, row.givenNames, row.enrolmentId]);
  }

  /** Everyone in one table for a spreadsheet. */
  async csv(actor: Actor, id: string, { region = null }: Nullable<PeopleFilter>) {
    const { units, title, timeZone } = await this.edition(actor, id);
    const rows: Line[] = [];
    for (let more = true; more;) {
      const last = rows.at(-1);
      const after = last ? [last.familyNames, last.givenNames, last.enrolmentId] : [null, null, null];
      const page = await this.db.read(
        findPeople,
        ...reachOf(actor.grants, 'edition:read'),
        id,
        region,
        ...after,
        chunk,
      );
      rows.push(...page);
      more = page.length === chunk;
    }
    const day = dayIn(timeZone);
    const head = ['RUN', 'Apellidos', 'Nombres', 'Región', 'Institución', 'Inscripción', 'Última actividad'];
    const text = csvOf(
      [...head, 'Lecciones leídas', 'Lecciones', ...units.map((unit) => unit.title), 'Nota final', 'Aprobación'],
      rows.map((row) => [
        ...[formatRun(row.run), row.familyNames, row.givenNames, row.region, row.institution],
        ...[day(row.enrolledAt), day(row.lastAt), row.lessonsDone, row.lessonsAll],
        ...units.map(({ key }) => gradeOf(row.grades.find(({ unit }) => unit === key)?.grade)),
        ...[gradeOf(finalOf(row)), day(row.completedAt)],
      ]),
    );
    return { text, name: `${slugOf(title)}-personas.csv` };
  }
}

type Nullable<T> = { [K in keyof T]: T[K] | (K extends 'region' ? null : never) };

/** A completed one has its grade for good; else there is one once all that weighs has been graded. */
const finalOf = ({ grade, grades: items, ...line }: Line) => grade ?? outcomeOf({ ...line, items }, now()).grade;
const shown = (row: Line) => ({ ...row, run: formatRun(row.run), grade: finalOf(row) });

const dayIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('es-CL', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  return (at: Date | null) => at && format.format(at).replaceAll('-', '/');
};
const gradeOf = (tenths: number | null | undefined) => (tenths ? formatGrade(tenths) : null);
