import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Regrade } from './regrade.entity.ts';
import { type Outcome, regraded } from './regrade.policy.ts';
import { countTouched, findTouched, findVersion } from './survey.sql.ts';

/** What is decided, and where. */
export type Plan = Pick<Regrade, 'decision' | 'questionId' | 'versionId' | 'editionId' | 'unitKey' | 'keepBetter'>;
export type Surveyed = Outcome & {
  enrolmentId: string;
  editionId: string;
  unit: string;
  published: number | null;
  overridden: boolean;
};
export type Survey = { people: Surveyed[]; outside: number; fingerprint: string };

/** Finds out what a decision would change, and changes nothing. */
@Injectable()
export class SurveyService {
  constructor(private readonly db: Database) {}

  /** Everyone whose attempts hold the question, within the actor's reach. The fingerprint is of all that was found. */
  async survey(actor: Actor, plan: Plan): Promise<Survey> {
    const { decision, questionId, editionId, unitKey, keepBetter } = plan;
    const version = await this.version(plan);
    const reach = reachOf(actor.grants, 'grade:write');
    const rows = await this.db.read(findTouched, ...reach, questionId, editionId, unitKey);
    const people = rows.map(({ attempts, keep, scale, ...who }) => ({
      ...who,
      ...regraded(attempts, keep, scale, { decision, version, keepBetter }),
    }));
    const [all = { people: 0 }] = await this.db.read(countTouched, questionId, editionId, unitKey);
    const fingerprint = createHash('sha256').update(JSON.stringify(people)).digest('hex');
    return { people, outside: Math.max(0, all.people - people.length), fingerprint };
  }

  private async version({ versionId, questionId }: Plan) {
    if (!versionId) return null;
    const [version] = await this.db.read(findVersion, versionId, questionId);
    if (!version) throw new Refusal('not_found');
    return version;
  }
}
