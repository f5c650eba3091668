import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { neutralName } from '../submission/file.policy.ts';
import { isHeld, placeFor } from './claim.policy.ts';
import { findItem, findVersions, type MarkRow } from './item.sql.ts';
import { mayIn } from './queue.service.ts';
import { conversionOf, marksBy } from './terms.policy.ts';

type Item = z.infer<typeof findItem.rows>[number];

export const markView = (me: string) => (mark: MarkRow) => {
  const { markerId, ...shown } = mark;
  return { ...shown, mine: markerId === me };
};

/** A submission as it is marked: what was sent, by what it is marked, and what is there already. */
@Injectable()
export class ItemService {
  constructor(private readonly db: Database) {}

  async view(actor: Actor, id: string) {
    const [item] = await this.db.read(findItem, ...reachOf(actor.grants, 'marking:read'), id, actor.id);
    if (!item) throw new Refusal('not_found');
    const versions = await this.db.read(findVersions, id);
    const { maxPoints, penalty, rubric } = marksBy(item);
    const own = this.own(actor, item);
    return {
      ...item,
      ...{ maxPoints, penalty, rubric, conversion: conversionOf(item) },
      versions: versions.map((version) => ({ ...version, files: this.files(item, version.files) })),
      mark: own ? markView(actor.id)(own) : null,
      others: this.others(actor, item, own).map(markView(actor.id)),
      claim: this.claim(actor, item),
      open: this.isOpen(actor, item),
      mayReturn: item.kind === 'task' && item.version <= item.resubmissions,
    };
  }

  private files({ hidden }: Item, files: z.infer<typeof findVersions.rows>[number]['files']) {
    return hidden ? files.map((file, i) => ({ ...file, name: neutralName(file.name, i + 1) })) : files;
  }

  /** Where one person marks, everyone goes on with the same draft; where two do, each has their own. */
  private own({ id }: Actor, { marks, doubleThreshold }: Item): MarkRow | undefined {
    return doubleThreshold === null ? marks[0] : marks.find(({ markerId }) => markerId === id);
  }

  /** Of two independent marks nobody sees the other's before both are there; whoever decides sees both. */
  private others(actor: Actor, item: Item, own: MarkRow | undefined): MarkRow[] {
    const given = item.marks.filter((mark) => mark.state === 'given' && mark.id !== own?.id);
    if (item.state === 'published') return given;
    const settles = item.state === 'disputed' && own?.place !== 1 && own?.place !== 2;
    return settles || mayIn(actor, 'marking:manage', item) ? given : [];
  }

  private claim({ id }: Actor, { claims, doubleThreshold }: Item) {
    const held = claims.filter((claim) => isHeld(claim, now()));
    const [found] = doubleThreshold === null ? held : held.filter(({ markerId }) => markerId === id);
    return found ? { by: found.by, mine: found.markerId === id, until: found.until } : null;
  }

  private isOpen(actor: Actor, item: Item): boolean {
    const { marks, claims, doubleThreshold, state, authors } = item;
    if (state === 'returned' || authors.includes(actor.id) || !mayIn(actor, 'submission:mark', item)) return false;
    const double = doubleThreshold !== null;
    if (double && state === 'published') return false;
    return placeFor(actor.id, { marks, claims, double, disputed: state === 'disputed' }, now()) !== null;
  }
}
