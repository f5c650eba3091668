import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { SubmissionService } from '../submission/submission.service.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { closingTime } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { GradingService } from './grading.service.ts';
import { news } from './news.policy.ts';
import { addTime, annulAttempt, lockReached, reopenAttempt } from './staff-attempt.sql.ts';
import type { ReasonBody, TimeBody } from './staff.schema.ts';

type Locked = z.infer<typeof lockReached.rows>[number];
type Deed = { kind: 'reopened' | 'time_added' | 'annulled'; reason: string; minutes?: number };

/** What a tutor may do to one attempt, always with a reason that stays: open it again, give it time, annul it. */
@Injectable()
export class AttemptCare {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly notices: NoticeService,
    private readonly submissions: SubmissionService,
    private readonly end: EndAttempt,
    private readonly grading: GradingService,
    private readonly log: AttemptLogService,
  ) {}

  /** Opens an ended attempt again, also an annulled one, for some minutes from now. Its nota goes until it ends anew. */
  reopen(actor: Actor, id: string, { minutes, reason }: TimeBody): Promise<void> {
    return this.on(actor, id, async (attempt) => {
      if (!attempt.submittedAt) throw new Refusal('attempt_open');
      const at = new Date(now().getTime() + minutes * 60_000);
      await refuseOn('attempt_open_key', 'attempt_open', this.db.run(reopenAttempt, [id, at]));
      await this.submissions.withdrawAnswers(id);
      await this.recount(actor, attempt, reason);
      await this.jobs.send('attempt-close', { attemptId: id }, { at: closingTime(at) });
      await this.tell(attempt, news.reopened({ ...attempt, at }));
      await this.record(actor, id, { kind: 'reopened', minutes, reason });
    });
  }

  /** Moves the deadline of an open attempt. The job of its old deadline looks again and waits. */
  addTime(actor: Actor, id: string, { minutes, reason }: TimeBody): Promise<void> {
    return this.on(actor, id, async (attempt) => {
      if (attempt.submittedAt || !attempt.deadlineAt) throw new Refusal('attempt_ended');
      await this.db.run(addTime, [id, minutes]);
      const at = new Date(attempt.deadlineAt.getTime() + minutes * 60_000);
      await this.tell(attempt, news.timeAdded({ ...attempt, at }));
      await this.record(actor, id, { kind: 'time_added', minutes, reason });
    });
  }

  /** An annulled attempt is spent and counts for nothing; an open one ends first. Annulled twice, annulled once. */
  annul(actor: Actor, id: string, { reason }: ReasonBody): Promise<void> {
    return this.on(actor, id, async (attempt) => {
      if (attempt.annulledAt) return;
      if (!attempt.submittedAt) await this.end.finish(attempt, 'staff', actor);
      await this.db.run(annulAttempt, [id, now(), reason, actor.id]);
      await this.submissions.withdrawAnswers(id);
      await this.recount(actor, attempt, reason);
      await this.tell(attempt, news.annulled(attempt.title, attempt.n, reason));
      await this.record(actor, id, { kind: 'annulled', reason });
    });
  }

  /** Whoever saves, submits or ends it waits meanwhile, and then finds it as it was left. */
  private on(actor: Actor, id: string, act: (attempt: Locked) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      const [attempt] = await this.db.read(lockReached, ...reachOf(actor.grants, 'evaluation:manage'), id);
      if (!attempt) throw new Refusal('not_found');
      await act(attempt);
    });
  }

  private recount({ id: actorId }: Actor, { enrolmentId, unit }: Locked, reason: string): Promise<void> {
    return this.grading.publish(enrolmentId, unit, { cause: 'evaluation', actorId, reason });
  }

  private tell({ personId, enrolmentId, unit }: Locked, said: { title: string; body: string }): Promise<void> {
    const path = `/estudio/${enrolmentId}/evaluaciones/${unit}`;
    return this.notices.tell([personId], { kind: 'attempt.changed', ...said, path });
  }

  private async record(actor: Actor, id: string, { kind, ...detail }: Deed): Promise<void> {
    const actions = { reopened: 'attempt.reopen', time_added: 'attempt.add_time', annulled: 'attempt.annul' };
    await this.log.write(id, actor, { kind, detail });
    await this.audit.record({
      ...{ actorId: actor.id, action: actions[kind], subjectKind: 'attempt', subjectId: id, detail },
    });
  }
}
