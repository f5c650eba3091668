import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { arrange } from '../bank/arrange.policy.ts';
import { fillIn } from '../bank/calculated.policy.ts';
import { score, solutionOf, verdictOfMark } from '../bank/scoring.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findEvaluation, findResult } from './assessment.sql.ts';
import { barOf, isOpen, isOver, releasedAt } from './attempt.policy.ts';
import { EndAttempt } from './end-attempt.ts';
import { combine } from './nota.policy.ts';

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
  const { points, grade, attempts, tries } = found;
  const released = releasedAt(submittedAt, found, found.endsAt, now());
  const seen = released ? { points, grade, questions: found.questions.map(marked) } : hidden;
  return { ...found, submittedAt, attemptsLeft: Math.max(0, attempts - tries), releasedAt: released, ...seen };
}

const hidden = { points: null, grade: null, questions: [] };

function shown(found: Evaluation) {
  const { enrolmentId, slug, course, moduleTitle, moduleNumber, key, title, instructions, tries } = found;
  const { draw, minutes, attempts, keep, demand, weight, release, startsAt, endsAt, timeZone } = found;
  const gradeOf = ({ submittedAt, grade }: Try) =>
    submittedAt && releasedAt(submittedAt, found, endsAt, now()) ? grade : null;
  return {
    ...{ enrolmentId, course: { slug, title: course }, key, title, instructions },
    module: moduleTitle && moduleNumber ? { title: moduleTitle, number: moduleNumber } : null,
    rules: { questions: draw, minutes, attempts, keep, demand, weight, release },
    edition: { startsAt, endsAt, timeZone },
    attempts: tries.map((one) => ({ ...one, grade: gradeOf(one) })),
    grade: combine(
      tries.map(gradeOf).filter((grade) => grade !== null),
      keep,
    ),
    barred: barOf(found, found, tries, now()),
  };
}

/** Points as they were given; the verdict, which is kept nowhere, from the answer again, or from what a person gave. */
function marked(question: Result['questions'][number]) {
  const { position, points, maxPoints, body, answerKey, order, drawn, response } = question;
  const { verdict, options } = score(body, answerKey, maxPoints, response, drawn);
  const said = (html: string) => fillIn(html, drawn);
  const optionFeedback = Object.entries(answerKey.optionFeedback).map(([id, html]) => [id, said(html)]);
  return {
    ...{ position, body: arrange(body, order, drawn), response, points, maxPoints, options },
    verdict: verdict === 'pending' && points !== null ? verdictOfMark(points, maxPoints) : verdict,
    solution: solutionOf(answerKey, drawn),
    feedback: answerKey.feedback === null ? null : said(answerKey.feedback),
    optionFeedback: Object.fromEntries(optionFeedback) as Record<string, string>,
  };
}
