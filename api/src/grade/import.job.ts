import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger } from '../ledger/ledger.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import type { ImportChange } from './import.schema.ts';
import { findCurrent, holdImport, lockEnrolments, writeAttendance } from './import.sql.ts';
import { GradeImport } from './scheme.entity.ts';

type Held = Pick<GradeImport, 'id' | 'editionId' | 'actorId' | 'changes' | 'reason' | 'explanation'>;

/** Makes the changes of an import, all or none; what somebody changed since it was read stays as it is, and is listed. */
@Injectable()
export class ImportJob implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly notices: NoticeService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('grade-import', ({ importId }) => this.apply(importId));
  }

  apply(importId: string): Promise<void> {
    return this.db.transaction(async () => {
      const [held] = (await this.db.run(holdImport, [importId])).rows as Held[];
      if (!held) return;
      const { changes } = held;
      await this.db.run(lockEnrolments, [[...new Set(changes.map(({ enrolmentId }) => enrolmentId))]]);
      const current = await this.db.read(
        findCurrent,
        changes.map(({ enrolmentId }) => enrolmentId),
        changes.map(({ unit }) => unit),
      );
      const stale = changes.filter(({ from }, i) => current[i]?.grade !== from);
      for (const change of changes) if (!stale.includes(change)) await this.change(held, change);
      await this.tell(
        held,
        stale,
        new Map(changes.map(({ enrolmentId }, i) => [enrolmentId, current[i]?.personId ?? ''])),
      );
      await this.db.of(GradeImport).update(importId, { appliedAt: now(), stale });
    });
  }

  private async change({ id, actorId, reason, explanation }: Held, { enrolmentId, unit, to }: ImportChange) {
    if (unit === null) {
      await this.db.run(writeAttendance, [enrolmentId, to, actorId, now()]);
      await this.jobs.send('completion-check', { enrolmentId });
      return;
    }
    const because = { cause: 'import', actorId, reason, explanation, batchId: id } as const;
    await this.ledger.override({ enrolmentId, unit }, to, because);
  }

  /** One notice a person, however many of their notas changed. */
  private async tell({ changes, explanation }: Held, stale: ImportChange[], people: ReadonlyMap<string, string>) {
    const done = changes.filter((change) => !stale.includes(change));
    for (const [enrolmentId, own] of Map.groupBy(done, (change) => change.enrolmentId)) {
      const titles = own.map(({ title }) => `«${title}»`).join(', ');
      await this.notices.tell([people.get(enrolmentId) ?? ''], {
        ...{ kind: 'grade.import', title: 'Cambiaron notas tuyas', path: `/estudio/${enrolmentId}/nota` },
        body: `Tu equipo actualizó ${titles}. ${explanation ?? ''}`,
      });
    }
  }
}
