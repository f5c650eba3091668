import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { DeadlineService } from './deadline.service.ts';
import type { ExtensionBody, ExtensionQuery } from './extension.schema.ts';
import {
  findCohortPeople,
  findExtendable,
  findExtension,
  findExtensions,
  findReached,
  withdrawExtension,
  writeExtension,
} from './extension.sql.ts';
import { news } from './news.policy.ts';
import type { ReasonBody } from './staff.schema.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');
const wrong = (path: string, code: string) => new Refusal('invalid', { errors: [{ path, code }] });
const paths = { evaluation: 'evaluaciones', task: 'tareas' };

/** More time, a later date or more attempts at an evaluation or a task, for one person or a cohort, with its reason. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
    private readonly deadlines: DeadlineService,
  ) {}

  async list(actor: Actor, editionId: string, { after, limit }: ExtensionQuery) {
    const [found] = await this.db.read(findExtendable, ...reach(actor), editionId);
    if (!found) throw new Refusal('not_found');
    const rows = await this.db.read(findExtensions, ...reach(actor), editionId, after?.[0] ?? null, limit + 1);
    const { governs, units, cohorts, ...edition } = found;
    return { edition, governs, units, cohorts, ...toPage(rows, limit, ({ id }) => [id]) };
  }

  /** Given again to the same, the last one stands. An attempt that is open gets its time at once. */
  grant(actor: Actor, editionId: string, body: ExtensionBody): Promise<{ id: string }> {
    const { unit, enrolmentId, cohortId, extraMinutes, closesAt, extraAttempts, reason } = body;
    return this.db.transaction(async () => {
      await this.deadlines.hold({ editionId, unit });
      const { title, kind, timeZone, people } = await this.whom(actor, editionId, body);
      check(kind, body);
      const { rows } = await this.db.run(writeExtension, [
        ...[newId(), editionId, unit, enrolmentId, cohortId, extraMinutes, closesAt, extraAttempts],
        ...[reason, actor.id, now()],
      ]);
      const [{ id }] = rows as [{ id: string }];
      await this.deadlines.move(actor, { editionId, unit, enrolmentId, cohortId });
      const said = news.extended({ title, extraMinutes, closesAt, extraAttempts, timeZone });
      for (const { personId, enrolmentId: whose } of people)
        await this.notices.tell([personId], {
          ...{ kind: 'evaluation.extend', ...said, path: `/estudio/${whose}/${paths[kind]}/${unit}` },
        });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.extend', subjectKind: 'edition', subjectId: editionId },
        detail: { id, ...body },
      });
      return { id };
    });
  }

  /** Takes it back: it stays to be read. An attempt that is open keeps the time it has. */
  withdraw(actor: Actor, id: string, { reason }: ReasonBody): Promise<void> {
    return this.db.transaction(async () => {
      const [found] = await this.db.read(findExtension, ...reach(actor), id);
      const { rows } = found ? await this.db.run(withdrawExtension, [id, now(), actor.id, reason]) : { rows: [] };
      if (!found || rows.length === 0) throw new Refusal('not_found');
      const { editionId, unit } = found;
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.withdraw_extension', subjectKind: 'edition', subjectId: editionId },
        detail: { id, unit, reason },
      });
    });
  }

  /** Whom it is for. To a cohort, only whoever follows the whole edition may give it. */
  private async whom(actor: Actor, editionId: string, { unit, enrolmentId, cohortId }: ExtensionBody) {
    const [found] = enrolmentId
      ? await this.db.read(findReached, ...reach(actor), editionId, unit, enrolmentId)
      : await this.db.read(findCohortPeople, ...reach(actor), editionId, unit, cohortId ?? '');
    if (!found) throw new Refusal('not_found');
    return found;
  }
}

/** A date that has passed gives nothing, and a task has neither minutes nor attempts. */
function check(kind: 'evaluation' | 'task', { closesAt, extraMinutes, extraAttempts }: ExtensionBody): void {
  if (closesAt && closesAt <= now()) throw wrong('closesAt', 'too_early');
  if (kind === 'evaluation') return;
  if (!closesAt) throw wrong('closesAt', 'missing');
  if (extraMinutes > 0) throw wrong('extraMinutes', 'too_big');
  if (extraAttempts > 0) throw wrong('extraAttempts', 'too_big');
}
