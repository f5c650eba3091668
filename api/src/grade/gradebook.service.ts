import { Injectable } from '@nestjs/common';
import { type Reach, reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { columnsOf, lineOf, rulesOfBook, statisticsOfBook } from './gradebook.policy.ts';
import type { GradebookFilter, GradebookView } from './gradebook.schema.ts';
import { findBook, findCourseRows, findProgrammeRows } from './gradebook.sql.ts';

export type FoundBook = Awaited<ReturnType<GradebookService['book']>>;

/** The people of an edition by what is graded there, within the scope of whoever asks; in two statements. */
@Injectable()
export class GradebookService {
  constructor(private readonly db: Database) {}

  async view(actor: Actor, id: string, filter: GradebookFilter): Promise<GradebookView> {
    const book = await this.book(actor, id);
    const rules = rulesOfBook(book);
    const rows = await this.rows(reachOf(actor.grants, 'grade:read'), book, filter);
    const people = rows.map((row) => lineOf(book, row, now(), rules));
    const { kind, title, name, timeZone, passGrade, regions, cohorts } = book;
    return {
      ...{ id, kind, title, name, timeZone, passGrade, regions, cohorts, people },
      writable: kind === 'course' && actor.permissions.has('grade:write'),
      hasAttendance: rules.attendance !== null,
      columns: columnsOf(book),
      statistics: statisticsOfBook(book, people),
      pending: people.reduce((sum, { states }) => sum + states.split('p').length - 1, 0),
    };
  }

  /** An edition that a permission reaches. */
  async book(actor: Actor, id: string, permission: 'grade:read' | 'grade:write' = 'grade:read') {
    const [book] = await this.db.read(findBook, ...reachOf(actor.grants, permission), id);
    if (!book) throw new Refusal('not_found');
    return book;
  }

  rows(reach: Reach, { id, kind }: Pick<FoundBook, 'id' | 'kind'>, { region, cohort }: GradebookFilter = {}) {
    const statement = kind === 'course' ? findCourseRows : findProgrammeRows;
    return this.db.read(statement, ...reach, id, region ?? null, cohort ?? null);
  }
}
