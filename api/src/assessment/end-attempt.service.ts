import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { SubmissionService } from '../submission/submission.service.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { closingTime, isOver } from './attempt.policy.ts';
import { findAnswers, lockAttempt, writeScores } from './end-attempt.sql.ts';
import { GradingService } from './grading.service.ts';
import { pointsOf } from './mended.policy.ts';
import { grade } from './nota.policy.ts';
import { rulesOf, scaleBy } from './rules.policy.ts';

type Locked = z.infer<typeof lockAttempt.rows>[number];
type Ending = Pick<Locked, 'id' | 'maxPoints' | 'layers' | 'deadlineAt'>;
type EndedBy = 'learner' | 'deadline' | 'staff';

/** Ends attempts, each once: by their learner, or at the deadline with what is saved by then. */
@Injectable()
export class EndAttempt {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly grading: GradingService,
    private readonly submissions: SubmissionService,
    private readonly log: AttemptLogService,
  ) {}

  /** Ends the actor's attempt; one that has ended stays as it is. */
  submit(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const attempt = await this.lock(id);
      if (attempt?.personId !== actor.id) throw new Refusal('not_found');
      if (!attempt.submittedAt) await this.end(attempt, isOver(attempt.deadlineAt, now()) ? null : actor);
    });
  }

  /** Ends an attempt whose deadline has passed. Before, it asks to be called again in time. */
  close(id: string): Promise<void> {
    return this.db.transaction(async () => {
      const attempt = await this.lock(id);
      if (!attempt?.deadlineAt || attempt.submittedAt) return;
      if (isOver(attempt.deadlineAt, now())) await this.end(attempt, null);
      else await this.jobs.send('attempt-close', { attemptId: id }, { at: closingTime(attempt.deadlineAt) });
    });
  }

  /** Scores what is there, under a lock that the caller holds, and publishes nothing. Essays and files wait for somebody. */
  async finish({ id, maxPoints, layers, deadlineAt }: Ending, endedBy: EndedBy, actor: Actor | null): Promise<void> {
    const answers = await this.db.read(findAnswers, id);
    const points = answers.map(pointsOf);
    const sum = points.reduce<number>((all, part) => all + (part ?? 0), 0);
    const pending = points.filter((part) => part === null).length;
    const scale = scaleBy(rulesOf(layers));
    const [total, nota, by] = pending ? [null, null, null] : [sum, grade(sum, maxPoints, scale), scale];
    const endedAt = endedBy === 'deadline' ? (deadlineAt ?? now()) : now();
    const positions = answers.map(({ position }) => position);
    await this.db.run(writeScores, [id, positions, points, endedAt, endedBy, pending, total, nota, by]);
    if (pending) await this.submissions.receiveAnswers(id);
    await this.log.write(id, actor, { kind: endedBy === 'learner' ? 'submitted' : 'closed', at: endedAt });
    await this.audit.record({
      ...{ actorId: actor?.id ?? null, action: 'attempt.end', subjectKind: 'attempt', subjectId: id },
      detail: { endedBy, pending, points: total, maxPoints, grade: nota },
    });
  }

  /** Whoever comes second waits here, and then reads that the attempt has ended. */
  private async lock(id: string): Promise<Locked | undefined> {
    const [attempt] = await this.db.read(lockAttempt, id);
    return attempt;
  }

  private async end(attempt: Locked, learner: Actor | null): Promise<void> {
    await this.finish(attempt, learner ? 'learner' : 'deadline', learner);
    await this.grading.publish(attempt.enrolmentId, attempt.unit);
  }
}
