import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PushView } from './bank.schema.ts';
import { countTouched, pushVersion } from './question.sql.ts';

/** Puts what a question says now in the place of what it said before, wherever people may still meet it. */
@Injectable()
export class PushQuestion {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** `versionId` is what the author saw as current. Attempts that have begun keep what they froze. */
  push(actor: Actor, id: string, versionId: string): Promise<PushView> {
    return this.db.transaction(async () => {
      const { rows } = await this.db.run(
        `select current_version_id as "currentVersionId" from question where id = $1 for update`,
        [id],
      );
      const [held] = rows as { currentVersionId: string | null }[];
      if (!held?.currentVersionId) throw new Refusal('not_found');
      const { currentVersionId } = held;
      if (currentVersionId !== versionId) throw new Refusal('stale_question', { detail: { currentVersionId } });
      const [touched] = await this.db.read(countTouched, id);
      const pushed = await this.db.run(pushVersion, [id]);
      const detail = { versionId, pools: pushed.rows };
      await this.audit.record({
        ...{ actorId: actor.id, action: 'question.push', subjectKind: 'question', subjectId: id, detail },
      });
      return { evaluations: pushed.count, openAttempts: 0, endedAttempts: 0, ...touched };
    });
  }
}
