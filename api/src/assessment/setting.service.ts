import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { DeadlineService } from './deadline.service.ts';
import { EvaluationSetting } from './evaluation.entity.ts';
import { hashOf } from './gate.service.ts';
import { rulesOf } from './rules.policy.ts';
import { writeReleased } from './setting.sql.ts';
import type { SettingsBody } from './staff.schema.ts';
import { findGoverned, findStaffEvaluation, findStaffEvaluations } from './staff.sql.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');

/** What an edition says otherwise than its version about its evaluations. */
@Injectable()
export class SettingService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly deadlines: DeadlineService,
  ) {}

  async list(actor: Actor, editionId: string) {
    const [found] = await this.db.read(findStaffEvaluations, ...reach(actor), editionId);
    if (!found) throw new Refusal('not_found');
    const { items, ...edition } = found;
    return { edition, items: items.map(({ layers, ...item }) => ({ ...rulesOf(layers), ...item })) };
  }

  async view(actor: Actor, editionId: string, unit: string) {
    const [found] = await this.db.read(findStaffEvaluation, ...reach(actor), editionId, unit);
    if (!found) throw new Refusal('not_found');
    const { id, title, name, timeZone, startsAt, endsAt, unitTitle, layers, ...rest } = found;
    const edition = { id, title, name, timeZone, startsAt, endsAt };
    return { ...rest, edition, title: unitTitle, version: layers.version, rules: rulesOf(layers) };
  }

  /** Writes all of them. Attempts that are open get what is more than they had; those that ended keep their nota. */
  write(actor: Actor, editionId: string, unit: string, { password, ...said }: SettingsBody): Promise<void> {
    check(said);
    return this.db.transaction(async () => {
      await this.deadlines.hold({ editionId, unit });
      await this.governed(actor, editionId, unit);
      const place = { editionId, unitKey: unit };
      const before = await this.db.of(EvaluationSetting).findOneBy(place);
      const passwordHash =
        password === undefined ? (before?.passwordHash ?? null) : password && (await hashOf(password));
      const row = { ...said, ...place, passwordHash, releasedAt: before?.releasedAt ?? null };
      await this.db
        .of(EvaluationSetting)
        .upsert({ ...row, changedAt: now(), changedBy: actor.id }, ['editionId', 'unitKey']);
      await this.deadlines.move(actor, { editionId, unit });
      await this.jobs.send('evaluation-release', { editionId, unit });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.configure', subjectKind: 'edition', subjectId: editionId },
        detail: {
          unit,
          before: before && saidIn(before),
          after: said,
          password: password !== undefined,
        },
      });
    });
  }

  /** Releases the parts that wait for somebody to say so. Asked again, changes nothing. */
  release(actor: Actor, editionId: string, unit: string): Promise<void> {
    return this.db.transaction(async () => {
      const { releasedAt } = await this.governed(actor, editionId, unit);
      if (releasedAt) return;
      await this.db.run(writeReleased, [editionId, unit, now(), actor.id]);
      await this.jobs.send('evaluation-release', { editionId, unit });
      await this.audit.record({
        ...{ actorId: actor.id, action: 'evaluation.release', subjectKind: 'edition', subjectId: editionId },
        detail: { unit },
      });
    });
  }

  private async governed(actor: Actor, editionId: string, unit: string) {
    const [found] = await this.db.read(findGoverned, ...reach(actor), editionId, unit);
    if (!found) throw new Refusal('not_found');
    return found;
  }
}

type Said = Omit<SettingsBody, 'password'>;

/** What was said before, without the word or what is kept of it. */
const saidIn = (setting: EvaluationSetting) =>
  Object.fromEntries(Object.entries(setting).filter(([key]) => key !== 'passwordHash'));

const wrong = (path: string, code: string) => new Refusal('wrong_dates', { errors: [{ path, code }] });

/** What the database would refuse, told by field. */
function check(said: Said): void {
  if (said.opensAt && said.closesAt && said.opensAt >= said.closesAt) throw wrong('closesAt', 'too_early');
  for (const part of ['releaseScore', 'releaseAnswers', 'releaseFeedback'] as const)
    if (said[part] === 'date' && !said[`${part}At`]) throw wrong(`${part}At`, 'missing');
}
