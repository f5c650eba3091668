import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { type Cause, GradeChange } from './grade-change.entity.ts';
import { computed, isNews, lifted, overridden, type Standing, withdrawn } from './ledger.policy.ts';
import { findGrade, lockEnrolment, removeGrade, writeGrade } from './ledger.sql.ts';

export type Place = { enrolmentId: string; unit: string };
export type Because = {
  cause: Cause;
  actorId: string | null;
  reason?: string | null;
  explanation?: string | null;
  batchId?: string | null;
};

/**
 * The only writer of published notas. Each change leaves its row in the history, in the transaction that makes it, and
 * asks whether the course is complete. Notas are tenths. Answers what counted before and what counts now.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** A nota that a rule gives. Where somebody decided otherwise, it waits beneath their decision. */
  compute(place: Place, grade: number, because: Because) {
    return this.change(place, because, (before) => computed(before, grade));
  }

  /** A nota by somebody's decision, which stands above what is computed until it is lifted. */
  override(place: Place, grade: number, because: Because) {
    return this.change(place, because, (before) => overridden(before, grade));
  }

  /** Takes back what a rule gave, when what it came from counts no more. */
  withdraw(place: Place, because: Because) {
    return this.change(place, because, withdrawn);
  }

  /** Takes a decision back. */
  lift(place: Place, because: Because) {
    return this.change(place, because, lifted);
  }

  private change(place: Place, because: Because, become: (before: Standing | null) => Standing | null) {
    const { enrolmentId, unit } = place;
    return this.db.transaction(async () => {
      await this.db.run(lockEnrolment, [enrolmentId]);
      const [before = null] = await this.db.read(findGrade, enrolmentId, unit);
      const after = become(before);
      await this.write(place, after);
      const change = { before: before?.grade ?? null, after: after?.grade ?? null };
      if (isNews(before, after)) await this.remember(place, because, change);
      await this.jobs.send('completion-check', { enrolmentId });
      return change;
    });
  }

  private async write({ enrolmentId, unit }: Place, standing: Standing | null): Promise<void> {
    if (standing) {
      const { grade, computed, overridden } = standing;
      await this.db.run(writeGrade, [enrolmentId, unit, grade, computed, overridden, now()]);
    } else await this.db.run(removeGrade, [enrolmentId, unit]);
  }

  private async remember(
    { enrolmentId, unit: unitKey }: Place,
    { cause, actorId, reason = null, explanation = null, batchId = null }: Because,
    change: Pick<GradeChange, 'before' | 'after'>,
  ): Promise<void> {
    const because = { cause, actorId, reason, explanation, batchId };
    await this.db.of(GradeChange).insert({ id: newId(), enrolmentId, unitKey, at: now(), ...because, ...change });
  }
}
