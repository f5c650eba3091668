import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import { planAtRandom, planByRegion, type Planned } from './group.policy.ts';
import type { DistributionBody, GroupBody, GroupNameBody, GroupPeopleBody, GroupQuery } from './group.schema.ts';
import {
  addToGroup,
  findFree,
  findGroup,
  findGroupNames,
  findGroups,
  findGroupTask,
  findHandedIn,
  insertGroups,
  insertMembers,
  lockGroups,
  takeFromGroup,
} from './group.sql.ts';
import { WorkGroup } from './task.entity.ts';

const reach = ({ grants }: Actor) => reachOf(grants, 'evaluation:manage');
type Place = { editionId: string; unit: string };

/**
 * Who hands in a task together. A draft stays with the group that writes it, whoever comes and goes; a group that has
 * handed in changes no more, as all of its people get the nota.
 */
@Injectable()
export class GroupService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, { editionId, unit }: Place, { after, limit }: GroupQuery) {
    const { id, course, name, timeZone, startsAt, endsAt, ...task } = await this.task(actor, { editionId, unit });
    const [last = null, lastId = null] = after ?? [];
    const rows = await this.db.read(findGroups, editionId, unit, last, lastId, limit + 1);
    const edition = { id, title: course, name, timeZone, startsAt, endsAt };
    return { ...task, edition, ...toPage(rows, limit, (row) => [row.name, row.id]) };
  }

  make(actor: Actor, place: Place, { name, people }: GroupBody): Promise<{ id: string }> {
    const id = newId();
    return this.db.transaction(async () => {
      await this.task(actor, place);
      await this.lock(place);
      const row = { id, editionId: place.editionId, unitKey: place.unit, name };
      await refuseOn('work_group_name_key', 'group_exists', this.db.of(WorkGroup).insert(row));
      await this.takeIn(place, id, people);
      await this.record(actor, 'group.make', id, { ...place, name, people });
      return { id };
    });
  }

  /** Whoever is in no group goes into new ones; nobody is moved. */
  distribute(actor: Actor, place: Place, { way, size, seed }: DistributionBody) {
    const { editionId, unit } = place;
    return this.db.transaction(async () => {
      await this.task(actor, place);
      await this.lock(place);
      const free = await this.db.read(findFree, editionId, unit);
      const taken = new Set((await this.db.read(findGroupNames, editionId, unit)).map(({ name }) => name));
      const plan = (way === 'random' ? planAtRandom : planByRegion)(free, size, BigInt(seed), taken);
      await this.insert(place, plan);
      const said = { groups: plan.length, people: free.length };
      const detail = { unit, way, size, seed, ...said };
      await this.audit.record({
        ...{ actorId: actor.id, action: 'group.distribute', subjectKind: 'edition', subjectId: editionId, detail },
      });
      return said;
    });
  }

  rename(actor: Actor, id: string, { name }: GroupNameBody): Promise<void> {
    return this.db.transaction(async () => {
      const group = await this.one(actor, id);
      await refuseOn('work_group_name_key', 'group_exists', this.db.of(WorkGroup).update({ id }, { name }));
      await this.record(actor, 'group.rename', id, { before: group.name, after: name });
    });
  }

  /** Takes people in, from whichever group they were in, and out. */
  move(actor: Actor, id: string, { add, remove }: GroupPeopleBody): Promise<void> {
    return this.db.transaction(async () => {
      const place = await this.one(actor, id);
      await this.lock(place);
      await this.takeIn(place, id, add);
      await this.db.run(takeFromGroup, [id, remove]);
      await this.record(actor, 'group.move', id, { add, remove });
    });
  }

  /** Its people are then in no group. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const { editionId, unit, name } = await this.one(actor, id);
      await refuseOn('submission_group_fkey', 'group_has_work', this.db.of(WorkGroup).delete({ id }));
      await this.record(actor, 'group.remove', id, { editionId, unit, name });
    });
  }

  private async takeIn({ editionId, unit }: Place, id: string, people: readonly string[]): Promise<void> {
    const [handedIn] = await this.db.read(findHandedIn, id, unit, [...people]);
    if (handedIn) throw new Refusal('group_handed_in');
    await this.db.run(addToGroup, [id, unit, editionId, people]);
  }

  private async insert({ editionId, unit }: Place, plan: readonly Planned[]): Promise<void> {
    const groups = plan.map((group) => ({ ...group, id: newId() }));
    const members = groups.flatMap(({ id, people }) => people.map((enrolmentId) => ({ id, enrolmentId })));
    await this.db.run(insertGroups, [
      ...[groups.map(({ id }) => id), groups.map(({ name }) => name)],
      ...[editionId, unit],
    ]);
    const columns = [members.map(({ id }) => id), members.map(({ enrolmentId }) => enrolmentId)];
    await this.db.run(insertMembers, [...columns, unit]);
  }

  private async task(actor: Actor, { editionId, unit }: Place) {
    const [task] = await this.db.read(findGroupTask, ...reach(actor), editionId, unit);
    if (!task || task.mode !== 'group') throw new Refusal('not_found');
    return task;
  }

  private async one(actor: Actor, id: string) {
    const [group] = await this.db.read(findGroup, ...reach(actor), id);
    if (!group) throw new Refusal('not_found');
    return group;
  }

  private async lock({ editionId, unit }: Place): Promise<void> {
    await this.db.run(lockGroups, [editionId, unit]);
  }

  private record({ id: actorId }: Actor, action: string, subjectId: string, detail: object): Promise<void> {
    return this.audit.record({ actorId, action, subjectKind: 'work_group', subjectId, detail });
  }
}
