import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { countsOf, progressOf, regionsOf } from './counts.policy.ts';
import { Regrade, RegradePerson, RegradePlace } from './regrade.entity.ts';
import type { RegradeBody, RegradedQuery, RegradeOptionsQuery, RegradeQuery } from './regrade.schema.ts';
import { findPlaceOption, findQuestionOption, findRegrade, findRegraded, findRegrades } from './regrade.sql.ts';
import { type Plan, type Surveyed, SurveyService } from './survey.service.ts';

const chunk = 1000;
const start = [null, null, null, null];
const planOf = (body: RegradeBody): Plan => ({
  decision: body.decision,
  questionId: 'questionId' in body ? body.questionId : null,
  versionId: 'versionId' in body ? body.versionId : null,
  editionId: body.place?.editionId ?? null,
  unitKey: body.place?.unit ?? null,
  keepBetter: body.keepBetter,
});

/** Previews of regrades, and what became of them. Whoever reads notas in one of its evaluations may see its part of one. */
@Injectable()
export class RegradeService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly surveys: SurveyService,
  ) {}

  /** Finds out who would change, and keeps it to be read, applied or left. Changes no nota. */
  preview(actor: Actor, body: RegradeBody): Promise<{ id: string }> {
    return this.db.transaction(async () => {
      const plan = planOf(body);
      if (body.place) await this.place(actor, body.place.editionId, body.place.unit, 'grade:write');
      const { people, outside, fingerprint } = await this.surveys.survey(actor, plan);
      if (people.length === 0 && !body.place) throw new Refusal('not_found');
      const id = newId();
      await this.db.of(Regrade).insert({
        ...{ id, ...plan, reason: body.reason, state: 'previewed', fingerprint, outside },
        ...{ madeBy: actor.id, madeAt: now(), appliedBy: null, appliedAt: null, undoneBy: null, undoneAt: null },
      });
      await this.keep(id, plan, people);
      const detail = { ...plan, people: people.length, outside };
      await this.audit.record({ actorId: actor.id, action: 'regrade.preview', ...subject(id), detail });
      return { id };
    });
  }

  private async keep(regradeId: string, { editionId, unitKey }: Plan, people: readonly Surveyed[]): Promise<void> {
    const own = editionId && unitKey ? [`${editionId} ${unitKey}`] : [];
    const places = [...new Set([...own, ...people.map((each) => `${each.editionId} ${each.unit}`)])];
    await this.db.of(RegradePlace).insert(
      places.map((place) => {
        const [editionId = '', unitKey = ''] = place.split(' ');
        return { regradeId, editionId, unitKey, busy: false };
      }),
    );
    const rows = people.map(
      ({ enrolmentId, unit, before, after, overridden, unfit, kept, changes }): RegradePerson => ({
        ...{ regradeId, enrolmentId, unitKey: unit, before, after, overridden, unfit, kept, changes },
        ...{ outcome: 'waiting', doneAt: null },
      }),
    );
    for (let i = 0; i < rows.length; i += chunk) await this.db.of(RegradePerson).insert(rows.slice(i, i + chunk));
  }

  async list(actor: Actor, { after, limit }: RegradeQuery) {
    const rows = await this.db.read(
      findRegrades,
      ...reachOf(actor.grants, 'grade:read'),
      after?.[0] ?? null,
      limit + 1,
    );
    return toPage(rows, limit, ({ id }) => [id]);
  }

  async one(actor: Actor, id: string) {
    const [found] = await this.db.read(findRegrade, ...reachOf(actor.grants, 'grade:read'), id);
    if (!found) throw new Refusal('not_found');
    const { lines, beyond, ...regrade } = found;
    const mayAct = actor.permissions.has('grade:write') && beyond === 0;
    return {
      ...{ ...regrade, counts: countsOf(lines), progress: progressOf(lines), regions: regionsOf(lines), mayAct },
    };
  }

  async people(actor: Actor, id: string, { only, after, limit }: RegradedQuery) {
    const reach = reachOf(actor.grants, 'grade:read');
    const rows = await this.db.read(findRegraded, ...reach, id, only ?? null, ...(after ?? start), limit + 1);
    if (rows.length === 0) await this.one(actor, id);
    return toPage(rows, limit, (row) => [row.familyNames, row.givenNames, row.enrolmentId, row.unit]);
  }

  async options(actor: Actor, { questionId, editionId, unit }: RegradeOptionsQuery) {
    const [question = null] = questionId ? await this.db.read(findQuestionOption, questionId) : [];
    const place = editionId && unit ? await this.place(actor, editionId, unit, 'grade:write') : null;
    if (questionId && !question) throw new Refusal('not_found');
    return { question, place };
  }

  private async place(actor: Actor, editionId: string, unit: string, permission: 'grade:read' | 'grade:write') {
    const [place] = await this.db.read(findPlaceOption, ...reachOf(actor.grants, permission), editionId, unit);
    if (!place) throw new Refusal('not_found');
    return place;
  }
}

export const subject = (subjectId: string) => ({ subjectKind: 'regrade', subjectId });
