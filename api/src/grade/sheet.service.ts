import { Injectable } from '@nestjs/common';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { slugOf } from '../platform/file-name.ts';
import { now } from '../platform/clock.ts';
import { csvOf } from '../platform/write-csv.ts';
import { columnsOf, lineOf, rulesOfBook } from './gradebook.policy.ts';
import type { GradebookFilter } from './gradebook.schema.ts';
import { GradebookService } from './gradebook.service.ts';
import { sheetOf } from './sheet.policy.ts';
import { workbookOf } from './write-sheet.ts';

/** The gradebook as a file for a spreadsheet. */
@Injectable()
export class SheetService {
  constructor(private readonly books: GradebookService) {}

  async csv(actor: Actor, id: string, filter: GradebookFilter) {
    const { titles, rows, name } = await this.table(actor, id, filter);
    return { body: csvOf(titles, rows), name: `${name}-notas.csv` };
  }

  async xlsx(actor: Actor, id: string, filter: GradebookFilter) {
    const { titles, rows, name, title } = await this.table(actor, id, filter);
    return { body: await workbookOf(title, titles, rows), name: `${name}-notas.xlsx` };
  }

  private async table(actor: Actor, id: string, filter: GradebookFilter) {
    const book = await this.books.book(actor, id);
    const rules = rulesOfBook(book);
    const rows = await this.books.rows(reachOf(actor.grants, 'grade:read'), book, filter);
    const people = rows.map((row) => lineOf(book, row, now(), rules));
    const runs = new Map(rows.map(({ id, run }) => [id, run]));
    return { ...sheetOf({ columns: columnsOf(book), people }, runs), name: slugOf(book.title), title: book.title };
  }
}
