import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { readQuestions } from '../interchange/exchange.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { QuestionImport } from './import.entity.ts';
import { knownNames, lossesHere } from './known-names.ts';

/** All but the bytes. */
const shown = {
  ...{ id: true, name: true, format: true, categoryId: true, state: true, total: true, done: true, report: true },
  ...{ createdAt: true, endedAt: true },
} as const;
/** How long reading may take while someone waits. */
const patience = 25_000;

/** Brings files of questions: first a look at what would come, then all of it or nothing, by a job. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** Reads a file and says what would become of each question. Nothing is imported yet. */
  async read(actor: Actor, name: string, bytes: Buffer) {
    const read = await readQuestions(bytes, name, { limits: { milliseconds: patience } });
    const total = read.imported.length;
    const { refused, format } = read;
    const withLoss = lossesHere(read.imported, await knownNames(this.db));
    const id = newId();
    await this.db.of(QuestionImport).insert({
      ...{ id, personId: actor.id, name, format, bytes: total > 0 ? bytes : null, categoryId: null },
      ...{ state: 'read', total, done: 0, report: { imported: total, withLoss, refused }, createdAt: now() },
      endedAt: null,
    });
    return this.find(actor, id);
  }

  /** Imports what was read, into a category. Asked twice, it is done once. */
  apply(actor: Actor, id: string, categoryId: string | null) {
    return this.db.transaction(async () => {
      const where = { id, personId: actor.id, state: 'read' as const };
      const change = this.db.of(QuestionImport).update(where, { state: 'waiting', categoryId });
      const { affected } = await refuseOn('question_import_category_fkey', 'unknown_category', change);
      const found = await this.find(actor, id);
      if (!affected) return found;
      if (found.total === 0) throw new Refusal('nothing_to_import');
      await this.jobs.send('question-import', { importId: id });
      const detail = { name: found.name, questions: found.total, categoryId };
      await this.audit.record({
        ...{ actorId: actor.id, action: 'question.import', subjectKind: 'question_import', subjectId: id, detail },
      });
      return found;
    });
  }

  /** Whoever brought a file follows it; nobody else. */
  async find(actor: Actor, id: string) {
    const found = await this.db.of(QuestionImport).findOne({ select: shown, where: { id, personId: actor.id } });
    if (!found) throw new Refusal('not_found');
    return found;
  }

  /** The last ones. */
  async list(actor: Actor) {
    const order = { id: 'DESC' } as const;
    const items = await this.db
      .of(QuestionImport)
      .find({ select: shown, where: { personId: actor.id }, order, take: 10 });
    return { items };
  }
}
