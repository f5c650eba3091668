import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findOwnNota } from './gradebook.sql.ts';

/** One's own published nota, of whatever kind its unit is, and who decided it if somebody did. */
@Injectable()
export class NotaService {
  constructor(private readonly db: Database) {}

  async view(actor: Actor, enrolmentId: string, unit: string) {
    const [found] = await this.db.read(findOwnNota, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    return found;
  }
}
