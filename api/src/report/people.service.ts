import { Injectable } from '@nestjs/common';
import { formatRun } from '../identity/run.policy.ts';
import { scopeOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { findEdition, findEditions, findPeople, type Line, type Reach } from './people.sql.ts';
import type { PeopleFilter, PeopleQuery } from './report.schema.ts';
import { csvOf } from './write-csv.ts';

const chunk = 1000;

/** What the staff of an edition may know of its people, within their scope; outside it there is nothing. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: Database) {}

  async editions(actor: Actor) {
    return { items: await this.db.read(findEditions, ...reachOf(actor)) };
  }

  async edition(actor: Actor, id: string) {
    const [found] = await this.db.read(findEdition, ...reachOf(actor), id);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  /** By family names, then given names, in Spanish order. */
  async list(actor: Actor, id: string, { region = null, after, limit }: Nullable<PeopleQuery>) {
    await this.edition(actor, id);
    const [family = null, given = null, last = null] = after ?? [];
    const rows = await this.db.read(findPeople, ...reachOf(actor), id, region, family, given, last, limit + 1);
    return toPage(rows.map(shown), limit, (row) => [row.familyNames, row.givenNames, row.enrolmentId]);
  }

  /** Everyone in one table for a spreadsheet. */
  async csv(actor: Actor, id: string, { region = null }: Nullable<PeopleFilter>) {
    const { units, title } = await this.edition(actor, id);
    const rows: Line[] = [];
    for (let more = true; more;) {
      const last = rows.at(-1);
      const after = last ? [last.familyNames, last.givenNames, last.enrolmentId] : [null, null, null];
      const page = await this.db.read(findPeople, ...reachOf(actor), id, region, ...after, chunk);
      rows.push(...page);
      more = page.length === chunk;
    }
    const head = ['RUN', 'Apellidos', 'Nombres', 'Región', 'Institución', 'Inscripción', 'Última actividad'];
    const text = csvOf(
      [...head, 'Lecciones leídas', 'Lecciones', ...units.map((unit) => unit.title), 'Nota final', 'Aprobación'],
      rows.map((row) => [
        ...[formatRun(row.run), row.familyNames, row.givenNames, row.region, row.institution],
        ...[dayOf(row.enrolledAt), dayOf(row.lastAt), row.lessonsDone, row.lessonsAll],
        ...units.map(({ key }) => gradeOf(row.grades.find(({ unit }) => unit === key)?.grade)),
        ...[gradeOf(row.grade), dayOf(row.completedAt)],
      ]),
    );
    return { text, name: `${slugOf(title)}-personas.csv` };
  }
}

type Nullable<T> = { [K in keyof T]: T[K] | (K extends 'region' ? null : never) };

function reachOf({ grants }: Actor): Reach {
  const { all, regions, editions, parts } = scopeOf(grants, 'edition:read');
  return [all, regions, editions, parts.map(({ regionCut, editionId }) => `${editionId} ${regionCut}`)];
}

const shown = (row: Line) => ({ ...row, run: formatRun(row.run) });
const dayFormat = new Intl.DateTimeFormat('es-CL', { dateStyle: 'short', timeZone: 'America/Santiago' });
const dayOf = (at: Date | null) => at && dayFormat.format(at).replaceAll('-', '/');
const gradeOf = (tenths: number | null | undefined) => (tenths ? (tenths / 10).toFixed(1).replace('.', ',') : null);
const slugOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
