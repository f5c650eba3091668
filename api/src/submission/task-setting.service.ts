import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import { NoticeService } from '../notify/notice.service.ts';
import { writtenDate } from '../notify/written-date.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { dateFault } from './setting.policy.ts';
import type { TaskSettingsBody } from './setting.schema.ts';
import { findStaffTask, findStaffTasks, findUntold, lockTask } from './setting.sql.ts';
import { TaskSetting } from './task.entity.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');
type Found = z.infer<typeof findStaffTask.rows>[number];

/** What an edition says otherwise than its version about its tasks. */
@Injectable()
export class TaskSettingService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly notices: NoticeService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('task-news', ({ editionId, unit }) => this.tell(editionId, unit));
  }

  async list(actor: Actor, editionId: string) {
    const [found] = await this.db.read(findStaffTasks, ...reach(actor), editionId);
    if (!found) throw new Refusal('not_found');
    const { items, course: title, ...edition } = found;
    return { edition: { ...edition, title }, items: items.map(({ holds, ...item }) => ({ ...item, ...holds })) };
  }

  async view(actor: Actor, editionId: string, unit: string) {
    const { id, course, name, timeZone, startsAt, endsAt, ...task } = await this.find(actor, editionId, unit);
    return { ...task, edition: { id, title: course, name, timeZone, startsAt, endsAt } };
  }

  /** Writes all of them. Who has not handed in is told of another date; what was handed in stays as late as it was. */
  write(actor: Actor, editionId: string, unit: string, said: TaskSettingsBody): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.run(lockTask, [editionId, unit]);
      const before = await this.find(actor, editionId, unit);
      if (!before.governs) throw new Refusal('not_found');
      const fault = dateFault(said, before.version);
      if (fault) throw new Refusal('wrong_dates', { errors: [fault] });
      const row = { editionId, unitKey: unit, ...said, changedBy: actor.id, changedAt: now() };
      await this.db.of(TaskSetting).upsert(row, ['editionId', 'unitKey']);
      const { holds } = await this.find(actor, editionId, unit);
      if (isMoved(before.holds, holds)) await this.jobs.send('task-news', { editionId, unit });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'task.configure', subjectKind: 'edition', subjectId: editionId },
        detail: { unit, before: before.setting, after: said },
      });
    });
  }

  private async find(actor: Actor, editionId: string, unit: string): Promise<Found> {
    const [found] = await this.db.read(findStaffTask, ...reach(actor), editionId, unit);
    if (!found) throw new Refusal('not_found');
    return found;
  }

  /** Some people at a time, each time in a transaction of its own: who was told since the change is not told again. */
  private async tell(editionId: string, unit: string): Promise<void> {
    while ((await this.db.transaction(() => this.tellSome(editionId, unit))) > 0);
  }

  private async tellSome(editionId: string, unit: string): Promise<number> {
    await this.db.run(lockTask, [editionId, unit]);
    const untold = await this.db.read(findUntold, editionId, unit);
    for (const { personId, enrolmentId, title, dueAt, timeZone } of untold)
      await this.notices.tell([personId], {
        ...{ kind: 'task.due', title: `Cambió la fecha de «${title}»` },
        body: `Ahora tienes plazo hasta el ${writtenDate(dueAt, timeZone)} h.`,
        path: `/estudio/${enrolmentId}/tareas/${unit}`,
      });
    return untold.length;
  }
}

const isMoved = (before: Found['holds'], after: Found['holds']): boolean =>
  before.dueAt.getTime() !== after.dueAt.getTime();
