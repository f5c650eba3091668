import { Injectable } from '@nestjs/common';
import { type Reach, reachOf, type Scope, scopeOf } from '../identity/scope.policy.ts';
import type { Actor, Permission } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import type { QueueQuery, QueueState } from './marking.schema.ts';
import { findQueue, findWork, findWorks } from './queue.sql.ts';

type Edition = { editionId: string; parentId: string | null };

const reaches = ({ all, regions, editions, parts }: Scope, { editionId, parentId }: Edition): boolean =>
  all ||
  regions.length > 0 ||
  [...editions, ...parts.map((part) => part.editionId)].some((id) => id === editionId || id === parentId);

/** Whether somebody has a permission over an edition, be it for some of its people only. */
export const mayIn = ({ grants }: Actor, permission: Permission, edition: Edition): boolean =>
  reaches(scopeOf(grants, permission), edition);

/** A state as the queue shows it, and where the database has it. */
const wanted: Record<QueueState | 'all', { rows: string[]; states: QueueState[] }> = {
  pending: { rows: ['submitted'], states: ['pending', 'disputed'] },
  given: { rows: ['submitted'], states: ['given'] },
  disputed: { rows: ['submitted'], states: ['disputed'] },
  returned: { rows: ['returned'], states: ['returned'] },
  published: { rows: ['published'], states: ['published'] },
  all: {
    rows: ['submitted', 'returned', 'published'],
    states: ['pending', 'given', 'disputed', 'returned', 'published'],
  },
};

const narrowed = ({ region, cohort, allocated }: QueueQuery) => ({
  region: region ?? null,
  cohort: cohort ?? null,
  allocated: allocated ?? null,
});

/** What there is to mark, within the scope of whoever asks; outside it there is nothing. */
@Injectable()
export class QueueService {
  constructor(private readonly db: Database) {}

  async works(actor: Actor) {
    return { items: await this.db.read(findWorks, ...this.reach(actor)) };
  }

  async work(actor: Actor, edition: string, unit: string, question: string | null = null) {
    const [found] = await this.db.read(findWork, ...this.reach(actor), edition, unit, actor.id, question);
    if (!found) throw new Refusal('not_found');
    const { anonymous, doubleThreshold, returnDays, ...work } = found;
    const may = {
      mark: mayIn(actor, 'submission:mark', found),
      share: mayIn(actor, 'marking:share', found),
      manage: mayIn(actor, 'marking:manage', found),
    };
    return { ...work, rules: { anonymous, doubleThreshold, returnDays }, may };
  }

  /** The oldest first. */
  async queue(actor: Actor, edition: string, unit: string, query: QueueQuery) {
    const { question = null, state, after: [since = null, last = null] = [], limit } = query;
    const { rows, states } = wanted[state];
    const work = await this.work(actor, edition, unit, question);
    const { region, cohort, allocated } = narrowed(query);
    const lines = await this.db.read(
      findQueue,
      ...this.reach(actor),
      ...([edition, unit, actor.id, question, rows, states, region, cohort] as const),
      ...([allocated, now(), since, last, limit + 1] as const),
    );
    return { work, ...toPage(lines, limit, ({ submittedAt, id }) => [submittedAt.toISOString(), id]) };
  }

  private reach({ grants }: Actor): Reach {
    return reachOf(grants, 'marking:read');
  }
}
