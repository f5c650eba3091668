import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findResult } from './assessment.sql.ts';
import { barOf, isOpen, isOver, waitUntil } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { findEvaluation } from './evaluation.sql.ts';
import { keptOf } from './nota.policy.ts';
import { reviewed } from './reviewed.policy.ts';
import { isReleased, type Part, releaseAt, type Rules, rulesOf, ruleOf } from './rules.policy.ts';

type Evaluation = z.infer<typeof findEvaluation.rows>[number];
type Try = Evaluation['tries'][number];
type Result = z.infer<typeof findResult.rows>[number];

@Injectable()
export class EvaluationService {
  constructor(
    private readonly db: Database,
    private readonly end: EndAttempt,
  ) {}

  /** An evaluation before it starts. An attempt past its deadline is ended first. */
  async view(actor: Actor, enrolmentId: string, unit: string) {
    const find = () => this.db.read(findEvaluation, enrolmentId, unit, actor.id);
    const [found] = await find();
    if (!found) throw new Refusal('not_found');
    const late = found.tries.find((one) => isOpen(one) && isOver(one.deadlineAt, now()));
    if (!late) return shown(found);
    await this.end.close(late.id);
    const [anew = found] = await find();
    return shown(anew);
  }

  /** What an ended attempt gave: at once or when its edition closes, as the evaluation says; before, only that it ended. */
  async result(actor: Actor, id: string) {
    const [found] = await this.db.read(findResult, id, actor.id);
    if (!found) throw new Refusal('not_found');
    if (found.submittedAt) return outcome(found, found.submittedAt);
    if (!isOver(found.deadlineAt, now())) throw new Refusal('attempt_open');
    await this.end.close(id);
    const [anew = found] = await this.db.read(findResult, id, actor.id);
    return outcome(anew, anew.submittedAt ?? now());
  }
}

function outcome(found: Result, submittedAt: Date) {
  const { layers, tries, points, grade, pending, annulledAt, annulledWhy } = found;
  const rules = rulesOf(layers);
  const released = (part: Part) =>
    isReleased(rules, part, submittedAt, now()) ? releaseAt(rules, part, submittedAt) : null;
  const seen = { score: released('score'), answers: released('answers'), feedback: released('feedback') };
  const some = seen.answers ?? seen.feedback;
  return {
    ...found,
    ...{ submittedAt, attemptsLeft: Math.max(0, rules.attempts - tries), pending },
    annulled: annulledAt && annulledWhy ? { at: annulledAt, why: annulledWhy } : null,
    scale: rules.scale,
    releasedAt: seen.score,
    release: releaseOf(rules, submittedAt),
    ...(seen.score ? { points, grade } : { points: null, grade: null }),
    works: found.works.map(({ published, ...work }) => ({
      ...work,
      told: published && grade !== null && !!seen.feedback,
    })),
    questions: some ? found.questions.map((question) => reviewed(question, seen)) : [],
  };
}

/** By which rule each part is released, and when, as far as it is known. */
function releaseOf(rules: Rules, submittedAt: Date | null) {
  const of = (part: Part) => ({ rule: ruleOf(rules, part), at: releaseAt(rules, part, submittedAt) });
  return { score: of('score'), answers: of('answers'), feedback: of('feedback') };
}

function shown(found: Evaluation) {
  const { enrolmentId, slug, course, moduleTitle, moduleNumber, key, title, instructions, tries, layers } = found;
  const rules = rulesOf(layers);
  const isSeen = ({ submittedAt }: Try) => submittedAt !== null && isReleased(rules, 'score', submittedAt, now());
  const counted = tries.filter((one) => isSeen(one) && !one.annulledAt).map((one) => one.grade);
  return {
    ...{ enrolmentId, course: { slug, title: course }, key, title, instructions },
    module: moduleTitle && moduleNumber ? { title: moduleTitle, number: moduleNumber } : null,
    rules: {
      ...{ ...rules, questions: found.draw, weight: found.weight, sections: found.sections },
      release: releaseOf(rules, null),
    },
    edition: { startsAt: layers.startsAt, endsAt: layers.endsAt, timeZone: found.timeZone },
    attempts: tries.map((one) => ({
      ...{ ...one, annulled: one.annulledAt !== null },
      ...(isSeen(one) ? {} : { grade: null, points: null }),
    })),
    grade: keptOf(counted, rules.keep),
    waitUntil: waitUntil(rules, tries),
    barred: barOf(layers, rules, tries, now()),
  };
}
