import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { Cohort } from './cohort.entity.ts';
import type { CohortBody, MembersBody } from './cohort.schema.ts';
import { addMembers, findCohort, findCohorts, removeMembers } from './cohort.sql.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');

/** Groups of people within an edition, kept by whoever follows all of it. */
@Injectable()
export class CohortService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, editionId: string) {
    const [found] = await this.db.read(findCohorts, ...reach(actor), editionId);
    if (!found) throw new Refusal('not_found');
    const { items, ...edition } = found;
    return { edition, items };
  }

  async add(actor: Actor, editionId: string, { name }: CohortBody): Promise<{ id: string }> {
    await this.list(actor, editionId);
    const id = newId();
    return this.db.transaction(async () => {
      const row = { id, editionId, name };
      await refuseOn('cohort_edition_name_key', 'cohort_exists', this.db.of(Cohort).insert(row));
      await this.record(actor, 'cohort.add', id, { editionId, name });
      return { id };
    });
  }

  rename(actor: Actor, id: string, { name }: CohortBody): Promise<void> {
    return this.db.transaction(async () => {
      const cohort = await this.one(actor, id);
      await refuseOn('cohort_edition_name_key', 'cohort_exists', this.db.of(Cohort).update({ id }, { name }));
      await this.record(actor, 'cohort.rename', id, { before: cohort.name, after: name });
    });
  }

  /** Takes people in, from whichever cohort they were in, and out. */
  members(actor: Actor, id: string, { add, remove }: MembersBody): Promise<void> {
    return this.db.transaction(async () => {
      const { editionId } = await this.one(actor, id);
      await this.db.run(removeMembers, [id, remove]);
      await this.db.run(addMembers, [id, editionId, add]);
      await this.record(actor, 'cohort.members', id, { add, remove });
    });
  }

  private async one(actor: Actor, id: string) {
    const [cohort] = await this.db.read(findCohort, ...reach(actor), id);
    if (!cohort) throw new Refusal('not_found');
    return cohort;
  }

  private record({ id: actorId }: Actor, action: string, subjectId: string, detail: object): Promise<void> {
    return this.audit.record({ actorId, action, subjectKind: 'cohort', subjectId, detail });
  }
}
