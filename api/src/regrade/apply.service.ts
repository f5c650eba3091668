import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { holdOpen, lockRegrade, markOpen } from './apply.sql.ts';
import { Regrade, RegradePlace } from './regrade.entity.ts';
import { RegradeService, subject } from './regrade.service.ts';
import { SurveyService } from './survey.service.ts';

const treatments = { version: null, full: 'full', drop: 'dropped', rule: null } as const;

/** Starts the work of a regrade: applying what was previewed, or taking it back. The job does the rest. */
@Injectable()
export class ApplyService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly regrades: RegradeService,
    private readonly surveys: SurveyService,
  ) {}

  /**
   * Applies a preview, if all that it found is as it was.
   * @throws Refusal `stale_preview` where something changed since, `regrade_running` while another works on an evaluation
   */
  apply(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const regrade = await this.lock(actor, id, 'previewed');
      await this.occupy(id);
      if (regrade.questionId) await this.markOpen(actor, regrade);
      const { fingerprint } = await this.surveys.survey(actor, regrade);
      if (fingerprint !== regrade.fingerprint) throw new Refusal('stale_preview');
      await this.db.of(Regrade).update({ id }, { state: 'applying', appliedBy: actor.id, appliedAt: now() });
      await this.jobs.send('regrade-work', { regradeId: id });
      await this.audit.record({ actorId: actor.id, action: 'regrade.apply', ...subject(id) });
    });
  }

  /** Takes back what was applied, save for whom somebody has decided otherwise since. */
  undo(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.lock(actor, id, 'applied');
      await this.occupy(id);
      await this.db.of(Regrade).update({ id }, { state: 'undoing', undoneBy: actor.id, undoneAt: now() });
      await this.jobs.send('regrade-work', { regradeId: id });
      await this.audit.record({ actorId: actor.id, action: 'regrade.undo', ...subject(id) });
    });
  }

  /** Whoever comes second waits here, and finds it moved on. Nobody moves what reaches beyond them. */
  private async lock(actor: Actor, id: string, state: Regrade['state']): Promise<Regrade> {
    const { mayAct } = await this.regrades.one(actor, id);
    if (!mayAct) throw new Refusal('forbidden');
    await this.db.run(lockRegrade, [id]);
    const regrade = await this.db.of(Regrade).findOneByOrFail({ id });
    if (regrade.state !== state) throw new Refusal('regrade_moved_on');
    return regrade;
  }

  private async occupy(regradeId: string): Promise<void> {
    const busy = this.db.of(RegradePlace).update({ regradeId }, { busy: true });
    await refuseOn('regrade_place_busy_key', 'regrade_running', busy);
  }

  private async markOpen(actor: Actor, { questionId, versionId, editionId, unitKey, decision }: Regrade) {
    const reach = reachOf(actor.grants, 'grade:write');
    const open = await this.db.read(holdOpen, ...reach, questionId, editionId, unitKey);
    if (open.length === 0) return;
    const ids = open.map(({ id }) => id);
    await this.db.run(markOpen, [ids, versionId, treatments[decision], questionId]);
  }
}
