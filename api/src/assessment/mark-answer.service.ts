import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { findMarked, lockAttempt, lockAttemptOf, writeMark } from './end-attempt.sql.ts';
import { GradingService } from './grading.service.ts';

/** Essays and files of an attempt get their points from whoever marks them. */
@Injectable()
export class MarkAnswer {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly grading: GradingService,
    private readonly log: AttemptLogService,
  ) {}

  /**
   * Locks the attempt whose answer this submission is, if it is one. Attempts are locked before their submissions, everywhere:
   * whoever opens one again holds it first too.
   */
  async hold(submissionId: string): Promise<void> {
    await this.db.run(lockAttemptOf, [submissionId]);
  }

  /**
   * Gives the answer at `position` its points (thousandths), or other ones than before. When nothing of the attempt waits
   * any more, it has its nota, which is published as its rules say. The caller has seen to it that the actor may.
   * @throws Refusal `attempt_open` before it has ended or when it was annulled, `unknown_question`, `invalid` past the maximum
   */
  mark(actorId: string, attemptId: string, position: number, points: number): Promise<{ pending: number }> {
    return this.db.transaction(async () => {
      const [attempt] = await this.db.read(lockAttempt, attemptId);
      if (!attempt) throw new Refusal('not_found');
      if (!attempt.submittedAt || attempt.annulledAt) throw new Refusal('attempt_open');
      await this.check(attemptId, position, points);
      await this.db.run(writeMark, [attemptId, position, points]);
      const { pending } = await this.grading.total(attempt);
      if (pending === 0) await this.grading.publish(attempt.enrolmentId, attempt.unit, { cause: 'mark', actorId });
      await this.log.write(attemptId, null, { kind: 'marked', detail: { position } });
      await this.audit.record({
        ...{ actorId, action: 'attempt.mark', subjectKind: 'attempt', subjectId: attemptId },
        detail: { position, points, pending },
      });
      return { pending };
    });
  }

  private async check(attemptId: string, position: number, points: number): Promise<void> {
    const [question] = await this.db.read(findMarked, attemptId, position);
    if (!question || !['essay', 'file'].includes(question.kind)) throw new Refusal('unknown_question');
    const fits = Number.isInteger(points) && points >= 0 && points <= question.maxPoints;
    if (!fits) throw new Refusal('invalid', { errors: [{ path: 'points', code: 'too_big' }] });
  }
}
