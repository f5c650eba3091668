import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { clockFault } from './activity.policy.ts';
import type { ActivityView, LearningEventBody } from './progress.schema.ts';
import { applyEvents, findUnits } from './progress.sql.ts';
import type { z } from 'zod';

type Refused = z.infer<typeof ActivityView>['refused'];

@Injectable()
export class ActivityService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Applies each event once, however often and in whatever order it comes, and tells which need not come again. */
  async record(actor: Actor, events: LearningEventBody[]) {
    const enrolmentIds = [...new Set(events.map(({ enrolmentId }) => enrolmentId))];
    const known = await this.db.read(findUnits, actor.id, enrolmentIds);
    const mine = new Set(known.map(({ enrolmentId }) => enrolmentId));
    const units = new Set(known.map(({ enrolmentId, unit }) => `${enrolmentId} ${unit ?? ''}`));
    const faultOf = ({ enrolmentId, unit, at }: LearningEventBody): Refused[number]['code'] | null => {
      if (!mine.has(enrolmentId)) return 'not_yours';
      return units.has(`${enrolmentId} ${unit}`) ? clockFault(new Date(at), now()) : 'unknown_unit';
    };
    const held: LearningEventBody[] = [];
    const refused: Refused = [];
    for (const event of events) {
      const code = faultOf(event);
      if (code) refused.push({ id: event.id, code });
      else held.push(event);
    }
    if (held.length > 0) await this.apply(actor.id, held);
    return { held: held.map(({ id }) => id), refused };
  }

  private async apply(personId: string, events: LearningEventBody[]): Promise<void> {
    const write = async () => {
      const { rows } = await this.db.run(applyEvents, [personId, now(), JSON.stringify(events.map(toRow))]);
      return rows as { enrolmentId: string }[];
    };
    if (!events.some(({ kind }) => kind === 'read')) {
      await write();
      return;
    }
    await this.db.transaction(async () => {
      for (const { enrolmentId } of await write()) await this.jobs.send('completion-check', { enrolmentId });
    });
  }
}

const toRow = ({ id, enrolmentId, unit, kind, at, ...detail }: LearningEventBody) => ({
  ...{ id, enrolmentId, unit, kind, at },
  detail,
});
