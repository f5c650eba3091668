import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { combine, counting } from '../assessment/nota.policy.ts';
import { isReleased, type Part, rulesOf as rulesWithin } from '../assessment/rules.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { explainCourse } from './course-explanation.policy.ts';
import { explain, formatPoints } from './explanation.policy.ts';
import { findCourse, findEvaluationGrade } from './grade.sql.ts';
import { outcomeOf, rulesOf } from './ruled.policy.ts';

type Evaluation = z.infer<typeof findEvaluationGrade.rows>[number];
type Course = z.infer<typeof findCourse.rows>[number];
type Attempt = Evaluation['attempts'][number];

@Injectable()
export class GradeService {
  constructor(private readonly db: Database) {}

  /** A course's grade by its weights. Once complete, it is the grade of that moment, whatever is tried later. */
  async course(actor: Actor, enrolmentId: string) {
    const [found] = await this.db.read(findCourse, enrolmentId, actor.id);
    if (!found) throw new Refusal('not_found');
    return courseView(found);
  }

  /** An evaluation's nota, step by step from the points of each attempt. */
  async evaluation(actor: Actor, enrolmentId: string, unit: string) {
    const [found] = await this.db.read(findEvaluationGrade, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    const { slug, course, attempts, layers, ...rest } = found;
    const rules = rulesWithin(layers);
    const isOut = (part: Part) => (attempt: Attempt) => isReleased(rules, part, attempt.submittedAt, now());
    const seen = attempts.filter(isOut('score'));
    const grades = seen.map(({ grade }) => grade);
    const grade = combine(grades, rules.keep);
    if (grade === null) throw new Refusal('not_released');
    const counts = counting(grades, rules.keep);
    return {
      ...{ ...rest, course: { slug, title: course }, keep: rules.keep, demand: rules.demand, grade },
      attempts: seen.map((attempt, i) => ({
        ...explained(attempt),
        // the points of each answer tell which was right
        ...(isOut('answers')(attempt) ? {} : { questions: [] }),
        counts: counts[i] ?? false,
      })),
    };
  }
}

const explained = ({ id, n, submittedAt, grade, points, maxPoints, questions, scale }: Attempt) => ({
  ...{ id, n, submittedAt, grade },
  questions: questions.map((question) => ({
    position: question.position,
    points: formatPoints(question.points),
    maxPoints: formatPoints(question.maxPoints),
  })),
  steps: explain(points, maxPoints, scale),
});

/** A course's nota with all that made it. */
function courseView(found: Course) {
  const { enrolmentId, slug, title, passGrade, items, lessonsAll, lessonsDone, completedAt, attendance } = found;
  const outcome = outcomeOf(found, now());
  const titles = new Map(items.map((item) => [item.unit, item.title]));
  return {
    ...{ enrolmentId, course: { slug, title }, passGrade, items, completedAt, attendance },
    ...{ grade: found.grade ?? outcome.grade, provisional: outcome.provisional },
    ...explainCourse(rulesOf(found), outcome, titles, passGrade),
    lessons: { done: lessonsDone, all: lessonsAll },
  };
}
