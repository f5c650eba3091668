import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Because, Ledger } from '../ledger/ledger.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { findNotas, findTotals, lockAttempt, writeTotals } from './end-attempt.sql.ts';
import { grade, keptOf } from './nota.policy.ts';
import { findEnded } from './setting.sql.ts';
import { releaseAt, type Rules, rulesOf, scaleBy } from './rules.policy.ts';

type Locked = z.infer<typeof lockAttempt.rows>[number];
const byRule: Because = { cause: 'evaluation', actorId: null };

/** Turns the points of attempts into notas, and publishes them when their rules say so. */
@Injectable()
export class GradingService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Publishes what the attempts at an evaluation give by its rule, once the learner may see it: a nota that is not released
   * stands in no projection, so that no page can tell it early. Where nothing counts any more, what was published goes.
   */
  publish(enrolmentId: string, unit: string, because: Because = byRule): Promise<void> {
    return this.db.transaction(async () => {
      const [found] = await this.db.read(findNotas, enrolmentId, unit);
      if (!found) return;
      const rules = rulesOf(found.layers);
      if (found.grades.length === 0) {
        await this.ledger.withdraw({ enrolmentId, unit }, because);
        return;
      }
      const kept = keptOf(found.grades, rules.keep);
      if (kept !== null) await this.release({ enrolmentId, unit }, kept, rules, because);
    });
  }

  /** As `publish`, for everyone who has ended attempts: after a release by hand, or when the rules of release change. */
  async publishAll(editionId: string, unit: string): Promise<void> {
    for (const { enrolmentId } of await this.db.read(findEnded, editionId, unit)) await this.publish(enrolmentId, unit);
  }

  /** Adds an attempt's points up again, within the transaction that changed some: a nota once nothing waits for a mark. */
  async total({ id, maxPoints, layers }: Pick<Locked, 'id' | 'maxPoints' | 'layers'>) {
    const [{ points, pending } = { points: 0, pending: 0 }] = await this.db.read(findTotals, id);
    const scale = scaleBy(rulesOf(layers));
    const graded = pending ? [null, null, null] : [points, grade(points, maxPoints, scale), scale];
    await this.db.run(writeTotals, [id, pending, ...graded]);
    return { pending };
  }

  private async release(place: { enrolmentId: string; unit: string }, kept: number, rules: Rules, because: Because) {
    const at = releaseAt(rules, 'score', now());
    if (!at) return; // somebody will say when
    if (at > now()) await this.jobs.send('grade-release', place, { at });
    else await this.ledger.compute(place, kept, because);
  }
}
