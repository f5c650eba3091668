import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { AttemptQuestion } from './attempt.entity.ts';
import { barOf, closingTime, deadlineOf, isOpen, isOver } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.service.ts';
import type { StartBody } from './assessment.schema.ts';
import { findEvaluation, findPool, holdRules, openAttempt } from './evaluation.sql.ts';
import { freeze, type FrozenQuestion, generator } from './freeze.policy.ts';
import { GateService } from './gate.service.ts';
import { type Rules, rulesOf } from './rules.policy.ts';

type Evaluation = z.infer<typeof findEvaluation.rows>[number];
type Times = { startedAt: Date; deadlineAt: Date; lease: string };

/** 53 random bits, which every language reads exactly. */
const newSeed = () => randomBytes(8).readBigUInt64BE() >> 11n;

@Injectable()
export class StartAttempt {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly end: EndAttempt,
    private readonly log: AttemptLogService,
    private readonly gate: GateService,
  ) {}

  /** Starts an attempt, or answers the one that is open. However many ask at once, `attempt_open_key` lets one start. */
  async start(actor: Actor, enrolmentId: string, unit: string, body: StartBody): Promise<{ id: string }> {
    const [found] = await this.db.read(findEvaluation, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    const open = found.tries.find(isOpen);
    if (open && !isOver(open.deadlineAt, now())) return { id: open.id };
    if (open) {
      await this.end.close(open.id);
      return this.start(actor, enrolmentId, unit, body);
    }
    if (found.layers.setting.hasPassword) await this.gate.open(enrolmentId, unit, body.password ?? '');
    const id = await this.db.transaction(() => this.begin(actor, enrolmentId, unit, body.lease));
    return id ? { id } : this.start(actor, enrolmentId, unit, body); // another has just started: answer theirs
  }

  /** Under rules that nobody changes meanwhile: more time given now is in them, or finds this attempt open. */
  private async begin(actor: Actor, enrolmentId: string, unit: string, lease: string): Promise<string | null> {
    await this.db.run(holdRules, [enrolmentId, unit]);
    const [evaluation] = await this.db.read(findEvaluation, enrolmentId, unit, actor.id);
    if (!evaluation) throw new Refusal('not_found');
    const { layers, tries } = evaluation;
    const rules = rulesOf(layers);
    const bar = barOf(layers, rules, tries, now());
    if (bar === 'attempt_open') return null;
    if (bar) throw new Refusal(bar);
    const [id, startedAt] = [newId(), now()];
    const deadlineAt = deadlineOf(startedAt, rules);
    if (!(await this.write(id, evaluation, rules, { startedAt, deadlineAt, lease }))) return null;
    await this.jobs.send('attempt-close', { attemptId: id }, { at: closingTime(deadlineAt) });
    await this.log.write(id, actor, { kind: 'opened', at: startedAt });
    await this.audit.record({
      ...{ actorId: actor.id, action: 'attempt.start', subjectKind: 'attempt', subjectId: id },
      detail: { enrolmentId, unit, n: tries.length + 1 },
    });
    return id;
  }

  /** Freezes what is asked. Answers false, and writes nothing, when another attempt has just started. */
  private async write(id: string, evaluation: Evaluation, rules: Rules, times: Times): Promise<boolean> {
    const { enrolmentId, key, versionId, tries } = evaluation;
    const { sequential, shuffleQuestions, shuffleOptions } = rules;
    const seed = newSeed();
    const pool = await this.db.read(findPool, versionId, key, enrolmentId);
    const questions = freeze(seed, pool, { questions: shuffleQuestions, options: shuffleOptions });
    const maxPoints = questions.reduce((sum, question) => sum + question.maxPoints, 0);
    const { count } = await this.db.run(openAttempt, [
      ...[id, enrolmentId, key, tries.length + 1, String(seed), generator, times.startedAt, times.deadlineAt],
      ...[times.lease, maxPoints, sequential, sequential ? 'one' : rules.perPage],
    ]);
    if (count) await this.db.of(AttemptQuestion).insert(questions.map((question) => toRow(id, question)));
    return count > 0;
  }
}

const toRow = (attemptId: string, question: FrozenQuestion): AttemptQuestion => ({
  ...{ attemptId, ...question },
  ...{
    response: null,
    flagged: false,
    seq: 0,
    seconds: 0,
    savedAt: null,
    points: null,
    scoredWith: null,
    treatment: null,
  },
});
