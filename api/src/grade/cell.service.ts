import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { Ledger } from '../ledger/ledger.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { formatGrade } from './grade.policy.ts';
import type { LiftBody, OverrideBody } from './gradebook.schema.ts';
import { findCell, findLastChange, lockEnrolment } from './gradebook.sql.ts';

type Found = Awaited<ReturnType<CellService['find']>>;

/** One nota: what it was, and its changes by hand, each with a reason that its owner reads. */
@Injectable()
export class CellService {
  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly audit: AuditService,
    private readonly notices: NoticeService,
  ) {}

  async view(actor: Actor, enrolmentId: string, unit: string) {
    const { given, family, rules, ...cell } = await this.find(actor, 'grade:read', enrolmentId, unit);
    return {
      ...{ ...cell, person: { given, family }, min: rules?.min ?? 10, seen: cell.changes[0]?.id ?? null },
      writable: actor.permissions.has('grade:write'),
    };
  }

  /** Refused where somebody changed the nota since it was seen: then the answer tells what it is now. */
  async override(actor: Actor, enrolmentId: string, unit: string, { grade, ...body }: OverrideBody) {
    await this.db.transaction(async () => {
      const cell = await this.seen(actor, enrolmentId, unit, body.seen);
      if (grade < (cell.rules?.min ?? 10))
        throw new Refusal('invalid', { errors: [{ path: 'grade', code: 'too_small' }] });
      const because = { ...becauseOf(actor, body), cause: 'override' } as const;
      await this.tell(actor, cell, body, await this.ledger.override({ enrolmentId, unit }, grade, because));
    });
    return this.view(actor, enrolmentId, unit);
  }

  /** Back to what is computed. */
  async lift(actor: Actor, enrolmentId: string, unit: string, body: LiftBody) {
    await this.db.transaction(async () => {
      const cell = await this.seen(actor, enrolmentId, unit, body.seen);
      if (!cell.overridden) throw new Refusal('not_overridden');
      const because = { ...becauseOf(actor, body), cause: 'lift' } as const;
      await this.tell(actor, cell, body, await this.ledger.lift({ enrolmentId, unit }, because));
    });
    return this.view(actor, enrolmentId, unit);
  }

  private async find(actor: Actor, permission: 'grade:read' | 'grade:write', enrolmentId: string, unit: string) {
    const [cell] = await this.db.read(findCell, ...reachOf(actor.grants, permission), enrolmentId, unit);
    if (!cell) throw new Refusal('not_found');
    return cell;
  }

  /** The cell, held until the end of the transaction, and only if its last change is the one that was seen. */
  private async seen(actor: Actor, enrolmentId: string, unit: string, seen: string | null): Promise<Found> {
    await this.db.run(lockEnrolment, [enrolmentId]);
    const cell = await this.find(actor, 'grade:write', enrolmentId, unit);
    const [last] = await this.db.read(findLastChange, enrolmentId, unit);
    if ((last?.id ?? null) !== seen)
      throw new Refusal('stale_grade', { detail: { grade: cell.grade, seen: last?.id ?? null } });
    return cell;
  }

  private async tell(
    actor: Actor,
    { enrolmentId, unit, title, personId }: Found,
    { reason, explanation }: LiftBody,
    change: { before: number | null; after: number | null },
  ): Promise<void> {
    await this.audit.record({
      ...{ actorId: actor.id, action: 'grade.change', subjectKind: 'enrolment', subjectId: enrolmentId },
      detail: { unit, ...change, reason, explanation },
    });
    const now = change.after === null ? 'queda sin nota' : `ahora tiene ${formatGrade(change.after)}`;
    await this.notices.tell([personId], {
      kind: 'grade.change',
      title: `Cambió tu nota de ${title}`,
      body: `«${title}» ${now}. ${explanation}`,
      path: `/estudio/${enrolmentId}/evaluaciones/${unit}/nota`,
    });
  }
}

const becauseOf = ({ id: actorId }: Actor, { reason, explanation }: Pick<LiftBody, 'reason' | 'explanation'>) => ({
  ...{ actorId, reason, explanation },
});
