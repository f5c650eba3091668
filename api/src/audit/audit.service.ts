import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { AuditEntry } from './audit.entity.ts';

export type Change = {
  actorId: string | null;
  /** What happened, as `subject.verb`: `edition.open`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  detail?: object;
};

/** Writes down each change of record, in the transaction that makes it. */
@Injectable()
export class AuditService {
  constructor(private readonly db: Database) {}

  async record({ detail = {}, ...change }: Change): Promise<void> {
    await this.db.of(AuditEntry).insert({ id: newId(), at: now(), detail, ...change });
  }
}
