import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { score } from '../bank/scoring.policy.ts';
import { Ledger } from '../ledger/ledger.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { closingTime, isOver } from './attempt.policy.ts';
import { findAnswers, findNotas, lockAttempt, writeScores } from './end-attempt.sql.ts';
import { combine, grade, scaleOf } from './nota.policy.ts';

type Locked = z.infer<typeof lockAttempt.rows>[number];

/** Ends attempts, each once: by their learner, or at the deadline with what is saved by then. */
@Injectable()
export class EndAttempt {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
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

  /**
   * Publishes what the attempts at an evaluation give by its rule, once the learner may see it: a nota that is not released
   * stands in no projection, so that no page can tell it early.
   */
  publish(enrolmentId: string, unit: string): Promise<void> {
    return this.db.transaction(async () => {
      const [found] = await this.db.read(findNotas, enrolmentId, unit);
      const kept = found && combine(found.grades, found.keep);
      if (!found || kept === null || kept === undefined) return;
      if (found.release === 'closing' && now() < found.endsAt)
        return this.jobs.send('grade-release', { enrolmentId, unit }, { at: found.endsAt });
      await this.ledger.compute({ enrolmentId, unit }, kept, { cause: 'evaluation', actorId: null });
    });
  }

  /** Whoever comes second waits here, and then reads that the attempt has ended. */
  private async lock(id: string): Promise<Locked | undefined> {
    const [attempt] = await this.db.read(lockAttempt, id);
    return attempt;
  }

  private async end(attempt: Locked, learner: Actor | null): Promise<void> {
    const { id, maxPoints, demand } = attempt;
    const answers = await this.db.read(findAnswers, id);
    const points = answers.map(
      ({ body, answerKey, points, response, drawn }) => score(body, answerKey, points, response, drawn).points,
    );
    const sum = points.reduce<number>((all, part) => all + (part ?? 0), 0);
    const endedAt = learner ? now() : (attempt.deadlineAt ?? now());
    const endedBy = learner ? 'learner' : 'deadline';
    const nota = grade(sum, maxPoints, scaleOf(demand));
    const positions = answers.map(({ position }) => position);
    await this.db.run(writeScores, [id, positions, points, endedAt, endedBy, sum, nota]);
    await this.publish(attempt.enrolmentId, attempt.unit);
    await this.audit.record({
      ...{ actorId: learner?.id ?? null, action: 'attempt.end', subjectKind: 'attempt', subjectId: id },
      detail: { endedBy, points: sum, maxPoints, grade: nota },
    });
  }
}
