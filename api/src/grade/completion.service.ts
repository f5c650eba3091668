import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { isComplete, programmeGrade } from './grade.policy.ts';
import { complete, correctResult, findCourse, findProgramme, findResult, holdEnrolment, reopen } from './grade.sql.ts';
import { outcomeOf, rulesOf } from './ruled.policy.ts';

type Course = z.infer<typeof findCourse.rows>[number];
type Result = z.infer<typeof findResult.rows>[number];

/** Sees when a course or a programme is complete, and keeps its result true to what is corrected afterwards. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** Completes an enrolment whose time has come, corrects its result or takes it back; asked again, changes nothing. */
  check(enrolmentId: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.run(holdEnrolment, [enrolmentId]);
      const [course] = await this.db.read(findCourse, enrolmentId, null);
      const [result] = await this.db.read(findResult, enrolmentId);
      if (!course) return this.checkProgramme(enrolmentId, result);
      const found = result ? asCompleted(course, result) : course;
      const { passGrade, lessonsAll: requiredLessons, lessonsDone: doneLessons, parentId } = found;
      const { grade } = outcomeOf(found, now());
      const holds = isComplete({ requiredLessons, doneLessons, grade, passGrade });
      if ((await this.settle(enrolmentId, result, holds ? grade : null, rulesOf(course))) && parentId)
        await this.jobs.send('completion-check', { enrolmentId: parentId });
    });
  }

  /** A programme is complete with the last of its courses, each of which was passed. */
  private async checkProgramme(enrolmentId: string, result: Result | undefined): Promise<void> {
    const { grade } = programmeGrade(await this.db.read(findProgramme, enrolmentId));
    await this.settle(enrolmentId, result, grade, null);
  }

  /** Writes the result that holds now, null: none; answers whether it is another than before. */
  private async settle(
    enrolmentId: string,
    result: Result | undefined,
    grade: number | null,
    rules: Course['rules'],
  ): Promise<boolean> {
    const before = result?.grade ?? null;
    if (before === grade) return false;
    await this.write(enrolmentId, before, grade, rules);
    await this.audit.record({
      ...{ actorId: null, action: actionOf(before, grade), subjectKind: 'enrolment', subjectId: enrolmentId },
      detail: before === null ? { grade } : { before, grade },
    });
    await this.jobs.send('credential-issue', { enrolmentId });
    return true;
  }

  private write(enrolmentId: string, before: number | null, grade: number | null, rules: Course['rules']) {
    if (grade === null) return this.db.run(reopen, [enrolmentId]);
    if (before !== null) return this.db.run(correctResult, [enrolmentId, grade]);
    return this.db.run(complete, [enrolmentId, grade, now(), rules && JSON.stringify(rules)]);
  }
}

const actionOf = (before: number | null, grade: number | null) =>
  before === null ? 'enrolment.complete' : grade === null ? 'enrolment.reopen' : 'enrolment.correct';

/** A complete course by the rules that it was completed by, with the notas that count in its result. */
function asCompleted(course: Course, { rules, notas }: Result): Course {
  const counting = new Map(notas);
  const gradeOf = ({ unit, grade }: Course['items'][number]) =>
    counting.has(unit) ? (counting.get(unit) ?? null) : grade;
  const items = course.items.map((item) => ({ ...item, grade: gradeOf(item) }));
  return { ...course, items, rules: rules ?? course.rules };
}
