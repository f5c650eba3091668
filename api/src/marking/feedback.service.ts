import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { grade as gradeOf, scaleOf } from '../assessment/nota.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { findFeedback } from './feedback.sql.ts';
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

  async ofAnswer(actor: Actor, attempt: string, position: number) {
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
