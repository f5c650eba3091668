import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { isComplete, programmeGrade } from './grade.policy.ts';
import { complete, findCourse, findProgramme } from './grade.sql.ts';
import { outcomeOf } from './ruled.policy.ts';

/** Sees when a course or a programme is complete. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** Completes an enrolment whose time has come; asked again, changes nothing. */
  check(enrolmentId: string): Promise<void> {
    return this.db.transaction(async () => {
      const [course] = await this.db.read(findCourse, enrolmentId, null);
      if (!course) return this.checkProgramme(enrolmentId);
      const { passGrade, lessonsAll: requiredLessons, lessonsDone: doneLessons, parentId } = course;
      const { grade } = outcomeOf(course, now());
      if (grade === null || !isComplete({ requiredLessons, doneLessons, grade, passGrade })) return;
      if ((await this.complete(enrolmentId, grade)) && parentId)
        await this.jobs.send('completion-check', { enrolmentId: parentId });
    });
  }

  /** A programme is complete with the last of its courses, each of which was passed. */
  private async checkProgramme(enrolmentId: string): Promise<void> {
    const { grade } = programmeGrade(await this.db.read(findProgramme, enrolmentId));
    if (grade !== null) await this.complete(enrolmentId, grade);
  }

  private async complete(enrolmentId: string, grade: number): Promise<boolean> {
    const { count } = await this.db.run(complete, [enrolmentId, grade, now()]);
    if (!count) return false;
    await this.audit.record({
      ...{ actorId: null, action: 'enrolment.complete', subjectKind: 'enrolment', subjectId: enrolmentId },
      detail: { grade },
    });
    await this.jobs.send('credential-issue', { enrolmentId });
    return true;
  }
}
