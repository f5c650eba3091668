import { Injectable } from '@nestjs/common';
import { scaleOf } from '../assessment/nota.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { explain } from './explanation.policy.ts';
import { findTaskGrade } from './task-grade.sql.ts';

/** Explains the nota of a task to whoever got it: from points, by way of what late work loses, to what counts. */
@Injectable()
export class TaskGradeService {
  constructor(private readonly db: Database) {}

  async of({ id: person }: Actor, enrolment: string, unit: string) {
    const [found] = await this.db.read(findTaskGrade, person, enrolment, unit);
    if (!found) throw new Refusal('not_found');
    const { points, maxPoints, demand, ...counts } = found;
    return { ...counts, passGrade: scaleOf(demand).pass, steps: explain(points, maxPoints, scaleOf(demand)) };
  }
}
