import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { deadlineOf } from './attempt.policy.ts';
import { rulesOf } from './rules.policy.ts';
import { changeRules, findOpen, moveDeadlines } from './staff-attempt.sql.ts';

type Whose = { editionId: string; unit: string; enrolmentId?: string | null; cohortId?: string | null };

/** Lets rules that change reach the attempts that are open: more time moves a deadline, less never takes any away. */
@Injectable()
export class DeadlineService {
  constructor(
    private readonly db: Database,
    private readonly log: AttemptLogService,
  ) {}

  /** First thing in a transaction that changes rules: nobody starts an attempt by the old ones meanwhile. */
  async hold({ editionId, unit }: Whose): Promise<void> {
    await this.db.run(changeRules, [editionId, unit]);
  }

  /** Once the rules are written. The job of each deadline looks again and waits for the new one. */
  async move(actor: Actor, { editionId, unit, enrolmentId = null, cohortId = null }: Whose): Promise<void> {
    const open = await this.db.read(findOpen, editionId, unit, enrolmentId, cohortId);
    const later = open
      .map(({ id, startedAt, deadlineAt, layers }) => ({ id, deadlineAt, at: deadlineOf(startedAt, rulesOf(layers)) }))
      .filter(({ deadlineAt, at }) => at > deadlineAt);
    if (later.length === 0) return;
    const columns = [later.map(({ id }) => id), later.map(({ at }) => at)];
    const { rows } = await this.db.run(moveDeadlines, columns);
    for (const { id } of rows as { id: string }[]) await this.log.write(id, actor, { kind: 'time_added' });
  }
}
