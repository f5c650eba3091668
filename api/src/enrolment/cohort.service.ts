import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { Cohort } from './cohort.entity.ts';
import { matchList, readList } from './cohort.policy.ts';
import type { CohortBody, CohortPeopleQuery, IntakeBody, MembersBody } from './cohort.schema.ts';
import {
  addMembers,
  addRegion,
  findByName,
  findCohort,
  findCohortMembers,
  findCohorts,
  findListed,
  removeCohort,
  removeMembers,
} from './cohort.sql.ts';

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
    const { items, regions, free, ...edition } = found;
    return { edition, items, regions, free };
  }

  async people(actor: Actor, id: string, { after, limit }: CohortPeopleQuery) {
    const { name } = await this.one(actor, id);
    const [family = null, given = null, enrolment = null] = after ?? [];
    const rows = await this.db.read(findCohortMembers, id, family, given, enrolment, limit + 1);
    const keysOf = (row: (typeof rows)[number]) => [row.familyNames, row.givenNames, row.enrolmentId];
    return { id, name, ...toPage(rows, limit, keysOf) };
  }

  /** People of the edition by part of their name, twenty at most. */
  async find(actor: Actor, editionId: string, name: string) {
    return { items: await this.db.read(findByName, ...reach(actor), editionId, name) };
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

  /** Its people stay in the edition, in no cohort. Where an extension holds for it, it stays too: they would lose it unsaid. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const { editionId, name } = await this.one(actor, id);
      const { rows } = await this.db.run(removeCohort, [id]);
      if (rows.length === 0) throw new Refusal('cohort_extended');
      await this.record(actor, 'cohort.remove', id, { editionId, name });
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

  /** Takes in many at once, and tells what came of it. */
  intake(actor: Actor, id: string, body: IntakeBody) {
    return this.db.transaction(async () => {
      const { editionId } = await this.one(actor, id);
      const { unknown, rows } = await (body.by === 'region'
        ? this.ofRegion(id, editionId, body.cut)
        : this.ofList(id, editionId, body.text));
      await this.record(actor, 'cohort.intake', id, { ...body, taken: rows.length });
      return { taken: rows.length, moved: rows.filter(({ cohortId }) => cohortId).length, unknown };
    });
  }

  private async ofRegion(id: string, editionId: string, cut: string) {
    const { rows } = await this.db.run(addRegion, [id, editionId, cut]);
    return { rows: rows as { cohortId?: string }[], unknown: [] };
  }

  private async ofList(id: string, editionId: string, text: string) {
    const named = readList(text);
    const runs = named.flatMap(({ run }) => (run === null ? [] : [run]));
    const mails = named.flatMap(({ mail }) => (mail === null ? [] : [mail]));
    const { ids, unknown } = matchList(named, await this.db.read(findListed, editionId, runs, mails));
    const { rows } = await this.db.run(addMembers, [id, editionId, ids]);
    return { rows: rows as { cohortId?: string }[], unknown };
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
