import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { reviewed } from './reviewed.policy.ts';
import { SettingService } from './setting.service.ts';
import { findStaffAttempt, findStaffAttempts } from './staff-attempt.sql.ts';
import type { AttemptsQuery } from './staff.schema.ts';

type Entry = z.infer<typeof findStaffAttempt.rows>[number]['log'][number];
const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');

/** The attempts at an evaluation, as whoever looks after them sees them. */
@Injectable()
export class StaffAttemptService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingService,
  ) {}

  /** The latest first. */
  async list(actor: Actor, editionId: string, unit: string, { after, limit, ...asked }: AttemptsQuery) {
    const { state = null, region = null, name = null } = asked;
    const filters = [state, region, name, after?.[0] ?? null] as const;
    const rows = await this.db.read(findStaffAttempts, ...reach(actor), editionId, unit, ...filters, limit + 1);
    if (rows.length === 0) await this.settings.view(actor, editionId, unit);
    return toPage(rows, limit, ({ id }) => [id]);
  }

  async one(actor: Actor, id: string) {
    const [found] = await this.db.read(findStaffAttempt, ...reach(actor), id);
    if (!found) throw new Refusal('not_found');
    const { editionId, course, editionName, timeZone, startsAt, endsAt, unitTitle, log, asked, ...attempt } = found;
    const edition = { id: editionId, title: course, name: editionName, timeZone, startsAt, endsAt };
    const questions = asked.map((question) => reviewed(question, { answers: true, feedback: true }));
    return { ...attempt, title: unitTitle, edition, log: log.map(shown), questions };
  }
}

function shown({ detail, ...entry }: Entry) {
  const number = (key: string) => (typeof detail?.[key] === 'number' ? detail[key] : null);
  const { reason } = detail ?? {};
  return {
    ...entry,
    ...{ position: number('position'), seconds: number('seconds'), minutes: number('minutes') },
    reason: typeof reason === 'string' ? reason : null,
  };
}
