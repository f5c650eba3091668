import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { rulesOfBook } from './gradebook.policy.ts';
import { GradebookService } from './gradebook.service.ts';
import { diffOf } from './import.policy.ts';
import type { ApplyBody } from './import.schema.ts';
import { findImport } from './import.sql.ts';
import { readSheet } from './read-sheet.ts';
import { GradeImport } from './scheme.entity.ts';

/** A table of notas that somebody brings: first what it would change, then, asked with a reason, the change. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Database,
    private readonly books: GradebookService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** Changes nothing yet. */
  async read(actor: Actor, editionId: string, name: string, bytes: Buffer) {
    const book = await this.books.book(actor, editionId, 'grade:write');
    if (book.kind !== 'course') throw new Refusal('not_found');
    const rows = await this.books.rows(reachOf(actor.grants, 'grade:write'), book);
    const { changes, refused } = diffOf(await readSheet(bytes), {
      ...{ columns: book.columns, min: rulesOfBook(book).min },
      people: rows.map((row) => ({ ...row, grades: new Map(row.grades.map(([unit, grade]) => [unit, grade])) })),
    });
    const brought = { id: newId(), editionId, actorId: actor.id, name, createdAt: now(), changes, refused };
    const open = { reason: null, explanation: null, askedAt: null, appliedAt: null, stale: null };
    await this.db.of(GradeImport).insert({ ...brought, ...open });
    return viewOf({ ...brought, ...open });
  }

  async view(actor: Actor, id: string) {
    return viewOf(await this.find(actor, id));
  }

  /** Asks for the change, once. A job makes it. */
  async apply(actor: Actor, id: string, { reason, explanation }: ApplyBody) {
    await this.db.transaction(async () => {
      const { editionId, changes } = await this.find(actor, id);
      const { affected } = await this.db
        .of(GradeImport)
        .createQueryBuilder()
        .update({ reason, explanation, askedAt: now() })
        .where('id = :id and asked_at is null', { id })
        .execute();
      if (!affected) throw new Refusal('import_applied');
      await this.audit.record({
        ...{ actorId: actor.id, action: 'grade.import', subjectKind: 'edition', subjectId: editionId },
        detail: { importId: id, changes: changes.length, reason, explanation },
      });
      await this.jobs.send('grade-import', { importId: id });
    });
    return this.view(actor, id);
  }

  async find(actor: Actor, id: string) {
    const [found] = await this.db.read(findImport, ...reachOf(actor.grants, 'grade:write'), id, actor.id);
    if (!found) throw new Refusal('not_found');
    return found;
  }
}

type Found = Awaited<ReturnType<ImportService['find']>>;

const viewOf = ({ askedAt, appliedAt, stale, ...found }: Omit<Found, 'actorId'>) => ({
  ...{ ...found, appliedAt, stale: stale ?? [] },
  state: appliedAt ? ('applied' as const) : askedAt ? ('applying' as const) : ('ready' as const),
});
