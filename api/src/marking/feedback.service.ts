import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { grade as gradeOf, scaleOf } from '../assessment/nota.policy.ts';
import { isReleased, rulesOf } from '../assessment/rules.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findFeedback, findRelease } from './feedback.sql.ts';
import { findVersions } from './item.sql.ts';
import { marksBy } from './terms.policy.ts';

type Found = z.infer<typeof findFeedback.rows>[number];

/** What learners read of how their own work was marked. */
@Injectable()
export class FeedbackService {
  constructor(private readonly db: Database) {}

  async ofTask(actor: Actor, enrolment: string, unit: string) {
    const [found] = await this.db.read(findFeedback, actor.id, enrolment, unit, null, null);
    return this.shown(found);
  }

  /** Once the feedback of its evaluation is released. */
  async ofAnswer(actor: Actor, attempt: string, position: number) {
    const [release] = await this.db.read(findRelease, attempt, actor.id);
    const seen = release && isReleased(rulesOf(release.layers), 'feedback', release.submittedAt, now());
    if (!seen) throw new Refusal('not_found');
    const [found] = await this.db.read(findFeedback, actor.id, null, null, attempt, position);
    return this.shown(found);
  }

  private async shown(found: Found | undefined) {
    if (!found) throw new Refusal('not_found');
    const { slug, course, publications, demand, ...rest } = found;
    const { rubric } = marksBy({ ...found, penaltyPerDay: 0, lateMinutes: 0 });
    const before = (points: number, maxPoints: number) =>
      demand === null ? null : gradeOf(points, maxPoints, scaleOf(demand));
    return {
      ...rest,
      ...{ rubric, demand, course: { slug, title: course } },
      publications: publications.map((each) => ({ ...each, before: before(each.points, each.maxPoints) })),
      versions: await this.db.read(findVersions, found.submissionId),
    };
  }
}
