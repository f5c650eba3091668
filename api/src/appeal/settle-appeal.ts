import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { defaultRules } from '../content/grade-rules.policy.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { Ledger } from '../ledger/ledger.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor, Permission } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { Appeal } from './appeal.entity.ts';
import { after, mayAnswer, maySettle } from './appeal.policy.ts';
import type { AppealQuery, VerdictBody } from './appeal.schema.ts';
import { type AppealRow, findAppeal, findAppeals, lockAppeal } from './appeal.sql.ts';
import { appealView } from './appeal-view.ts';

/** What staff do with the requests within their scope: the tutor answers, the coordinator settles. */
@Injectable()
export class SettleAppeal {
  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
  ) {}

  async list({ grants }: Actor, { state, after, limit }: AppealQuery) {
    const [asked = null, id = null] = after ?? [];
    const reach = reachOf(grants, 'grade:read');
    const rows = await this.db.read(findAppeals, ...reach, state === 'open', asked, id, limit + 1);
    return toPage(rows.map(appealView), limit, (row) => [row.askedAt.toISOString(), row.id]);
  }

  async view(actor: Actor, id: string) {
    return appealView(await this.find(actor, 'grade:read', id));
  }

  async answer(actor: Actor, id: string, verdict: VerdictBody) {
    await this.db.transaction(async () => {
      const appeal = await this.hold(actor, 'appeal:answer', id);
      if (!mayAnswer(appeal)) throw new Refusal('appeal_answered');
      const answeredAt = now();
      const { second } = (appeal.rules ?? defaultRules([])).appeals;
      await this.db.of(Appeal).update(id, {
        ...{ state: verdict.accepted ? 'accepted' : 'rejected', answeredBy: actor.id, answeredAt },
        ...{ answer: verdict.explanation, secondUntil: after(answeredAt, second), gradeAfter: verdict.grade },
      });
      await this.finish(actor, appeal, verdict, 'appeal.answer');
    });
    return this.view(actor, id);
  }

  /** By somebody else than whoever answered: the database holds that. */
  async settle(actor: Actor, id: string, verdict: VerdictBody) {
    await this.db.transaction(async () => {
      const appeal = await this.hold(actor, 'appeal:settle', id);
      if (!maySettle(appeal)) throw new Refusal('appeal_answered');
      const settled = this.db.of(Appeal).update(id, {
        ...{ state: 'settled', settledBy: actor.id, settledAt: now(), upheld: verdict.accepted },
        ...{ settlement: verdict.explanation, gradeAfter: verdict.grade },
      });
      await refuseOn('appeal_other_check', 'own_answer', settled);
      await this.finish(actor, appeal, verdict, 'appeal.settle');
    });
    return this.view(actor, id);
  }

  private async find(actor: Actor, permission: Permission, id: string) {
    const [found] = await this.db.read(findAppeal, ...reachOf(actor.grants, permission), id);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  private async hold(actor: Actor, permission: Permission, id: string) {
    await this.db.run(lockAppeal, [id]);
    return this.find(actor, permission, id);
  }

  /** The nota, where it changes; who did it; and what its owner is told. */
  private async finish(actor: Actor, appeal: AppealRow, verdict: VerdictBody, action: string): Promise<void> {
    const { id, enrolmentId, unit, title, personId } = appeal;
    const { accepted, explanation, grade } = verdict;
    if (grade !== null) {
      if (grade < (appeal.rules?.min ?? 10))
        throw new Refusal('invalid', { errors: [{ path: 'grade', code: 'too_small' }] });
      const because = { cause: 'appeal', actorId: actor.id, reason: 'review', explanation, batchId: id } as const;
      await this.ledger.override({ enrolmentId, unit }, grade, because);
    }
    await this.audit.record({
      ...{ actorId: actor.id, action, subjectKind: 'appeal', subjectId: id },
      detail: { enrolmentId, unit, accepted, grade, explanation },
    });
    await this.notices.tell([personId], {
      ...{ kind: action, title: `Respondieron tu solicitud sobre ${title}` },
      body: `${accepted ? 'Fue acogida' : 'Fue rechazada'}. ${explanation}`,
      path: `/estudio/${enrolmentId}/notas/${unit}/recorreccion`,
    });
  }
}
