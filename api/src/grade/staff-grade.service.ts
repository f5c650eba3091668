import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { GradeService } from './grade.service.ts';
import { findScoped } from './gradebook.sql.ts';
import { writeAttendance } from './import.sql.ts';

/** What a learner sees of their notas, as their tutor and coordinator see it; and their attendance. */
@Injectable()
export class StaffGradeService {
  constructor(
    private readonly db: Database,
    private readonly grades: GradeService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async course(actor: Actor, enrolmentId: string) {
    const person = await this.find(actor, 'grade:read', enrolmentId);
    return { person: shown(person), grade: await this.grades.course({ ...actor, id: person.personId }, enrolmentId) };
  }

  async evaluation(actor: Actor, enrolmentId: string, unit: string) {
    const person = await this.find(actor, 'grade:read', enrolmentId);
    const owner = { ...actor, id: person.personId };
    return { person: shown(person), grade: await this.grades.evaluation(owner, enrolmentId, unit) };
  }

  async attend(actor: Actor, enrolmentId: string, percent: number): Promise<void> {
    await this.db.transaction(async () => {
      await this.find(actor, 'grade:write', enrolmentId);
      await this.db.run(writeAttendance, [enrolmentId, percent, actor.id, now()]);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'attendance.record', subjectKind: 'enrolment', subjectId: enrolmentId },
        detail: { percent },
      });
      await this.jobs.send('completion-check', { enrolmentId });
    });
  }

  private async find(actor: Actor, permission: 'grade:read' | 'grade:write', enrolmentId: string) {
    const [found] = await this.db.read(findScoped, ...reachOf(actor.grants, permission), enrolmentId);
    if (!found) throw new Refusal('not_found');
    return found;
  }
}

const shown = ({ given, family, editionId }: { given: string; family: string; editionId: string }) => ({
  ...{ given, family, editionId },
});
