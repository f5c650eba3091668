import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { generatorName } from '../bank/shuffle.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { findEvaluation, findPool, openAttempt } from './assessment.sql.ts';
import { AttemptQuestion } from './attempt.entity.ts';
import { barOf, closingTime, deadlineOf, isOpen, isOver } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.ts';
import { freeze, type FrozenQuestion } from './freeze.policy.ts';

type Evaluation = z.infer<typeof findEvaluation.rows>[number];

/** 53 random bits, which every language reads exactly. */
const newSeed = () => randomBytes(8).readBigUInt64BE() >> 11n;

@Injectable()
export class StartAttempt {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly end: EndAttempt,
  ) {}

  /** Starts an attempt, or answers the one that is open. However many ask at once, `attempt_open_key` lets one start. */
  async start(actor: Actor, enrolmentId: string, unit: string, lease: string): Promise<{ id: string }> {
    const [found] = await this.db.read(findEvaluation, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    const open = found.tries.find(isOpen);
    if (open && !isOver(open.deadlineAt, now())) return { id: open.id };
    if (open) {
      await this.end.close(open.id);
      return this.start(actor, enrolmentId, unit, lease);
    }
    const bar = barOf(found, found, found.tries, now());
    if (bar) throw new Refusal(bar);
    const id = await this.begin(actor, found, lease);
    return id ? { id } : this.start(actor, enrolmentId, unit, lease); // another has just started: answer theirs
  }

  private begin(actor: Actor, evaluation: Evaluation, lease: string): Promise<string | null> {
    return this.db.transaction(async () => {
      const { enrolmentId, key, versionId, draw, minutes, tries } = evaluation;
      const [id, seed, startedAt] = [newId(), newSeed(), now()];
      const questions = freeze(seed, await this.db.read(findPool, versionId, key), draw);
      const deadlineAt = deadlineOf(startedAt, minutes, evaluation);
      const maxPoints = questions.reduce((sum, { points }) => sum + points, 0);
      const { count } = await this.db.run(openAttempt, [
        ...[
          id,
          enrolmentId,
          key,
          tries.length + 1,
          String(seed),
          generatorName,
          startedAt,
          deadlineAt,
          lease,
          maxPoints,
        ],
      ]);
      if (!count) return null;
      await this.db.of(AttemptQuestion).insert(questions.map((question) => toRow(id, question)));
      await this.jobs.send('attempt-close', { attemptId: id }, { at: closingTime(deadlineAt) });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'attempt.start', subjectKind: 'attempt', subjectId: id },
        detail: { enrolmentId, unit: key, n: tries.length + 1 },
      });
      return id;
    });
  }
}

const toRow = (attemptId: string, question: FrozenQuestion): AttemptQuestion => ({
  ...question,
  ...{ attemptId, response: null, flagged: false, seq: 0, savedAt: null, points: null },
});
