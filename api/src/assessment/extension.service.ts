import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Extension } from '../enrolment/cohort.entity.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { DeadlineService } from './deadline.service.ts';
import { news } from './news.policy.ts';
import { findCohortPeople, writeExtension } from './setting.sql.ts';
import type { ExtensionBody, ReasonBody } from './staff.schema.ts';
import { findByName, findExtension, findGoverned, findReached } from './staff.sql.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');

/** More time, a later date or more attempts at an evaluation, for one person or a cohort, with its reason. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
    private readonly deadlines: DeadlineService,
  ) {}

  /** Given again to the same, the last one stands. An attempt that is open gets its time at once. */
  grant(actor: Actor, editionId: string, unit: string, body: ExtensionBody): Promise<{ id: string }> {
    const { enrolmentId, cohortId, extraMinutes, closesAt, extraAttempts, reason } = body;
    return this.db.transaction(async () => {
      await this.deadlines.hold({ editionId, unit });
      const { title, timeZone, people } = await this.whom(actor, editionId, unit, body);
      const { rows } = await this.db.run(writeExtension, [
        ...[newId(), editionId, unit, enrolmentId, cohortId, extraMinutes, closesAt, extraAttempts],
        ...[reason, actor.id, now()],
      ]);
      const [{ id }] = rows as [{ id: string }];
      await this.deadlines.move(actor, { editionId, unit, enrolmentId, cohortId });
      const path = `/inicio`;
      const said = news.extended({ title, extraMinutes, closesAt, extraAttempts, timeZone });
      await this.notices.tell(people, { kind: 'evaluation.extend', ...said, path });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.extend', subjectKind: 'edition', subjectId: editionId },
        detail: { unit, id, ...body },
      });
      return { id };
    });
  }

  /** Takes it back. An attempt that is open keeps the time it has. */
  withdraw(actor: Actor, id: string, { reason }: ReasonBody): Promise<void> {
    return this.db.transaction(async () => {
      const [found] = await this.db.read(findExtension, ...reach(actor), id);
      if (!found) throw new Refusal('not_found');
      const { editionId, unit, detail } = found;
      await this.db.of(Extension).delete({ id });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.withdraw_extension', subjectKind: 'edition', subjectId: editionId },
        detail: { unit, reason, was: detail },
      });
    });
  }

  /** People of the edition by part of their name, twenty at most. */
  async find(actor: Actor, editionId: string, name: string) {
    return { items: await this.db.read(findByName, ...reach(actor), editionId, name) };
  }

  /** Whom it is for. To a cohort, only whoever follows the whole edition may give it. */
  private async whom(actor: Actor, editionId: string, unit: string, { enrolmentId, cohortId }: ExtensionBody) {
    if (enrolmentId) {
      const [found] = await this.db.read(findReached, ...reach(actor), editionId, unit, enrolmentId);
      if (!found) throw new Refusal('not_found');
      return { ...found, people: [found.personId] };
    }
    const [found] = await this.db.read(findGoverned, ...reach(actor), editionId, unit);
    const [cohort] = await this.db.read(findCohortPeople, cohortId ?? '', editionId);
    if (!found || !cohort) throw new Refusal('not_found');
    return { ...found, people: cohort.personIds };
  }
}
