import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { claimUntil, placeFor } from './claim.policy.ts';
import { markView } from './item.service.ts';
import { findRoom, keepClaim, lockMarked, type Marked, type MarkRow } from './item.sql.ts';
import { outcomeOf } from './marking.policy.ts';
import { marksBy } from './terms.policy.ts';

type Room = z.infer<typeof findRoom.rows>[number];
/** A submission locked for its marker, the place they mark from, and the mark that is there. */
export type Place = { marked: Marked; room: Room; place: number; mark: MarkRow | undefined };

/** Lets one at a time into a submission to save, give or publish its mark. Within a transaction. */
@Injectable()
export class MarkingRoom {
  constructor(private readonly db: Database) {}

  /** Whoever comes second waits here, and then reads what the first has left. */
  async lock(actor: Actor, id: string, permission: 'submission:mark' | 'marking:manage' = 'submission:mark') {
    const [marked] = await this.db.read(lockMarked, ...reachOf(actor.grants, permission), id);
    if (!marked || marked.authors.includes(actor.id)) throw new Refusal('not_found');
    return marked;
  }

  async room(id: string): Promise<Room> {
    const [room] = await this.db.read(findRoom, id);
    return room ?? { marks: [], claims: [], published: 0 };
  }

  /** The place from which this person marks this version. Somebody else's, or none that is left, is refused. */
  async enter(actor: Actor, id: string, version: number | null): Promise<Place> {
    const marked = await this.lock(actor, id);
    if (version !== null && marked.version !== version) throw new Refusal('version_superseded');
    if (marked.state === 'returned') throw new Refusal('not_markable');
    const room = await this.room(id);
    const place = this.placeOf(actor, marked, room);
    return { marked, room, place, mark: room.marks.find((mark) => mark.place === place) };
  }

  /** Keeps the place for some minutes more. Answers until when. */
  async hold({ id: marker }: Actor, { marked, place }: Place): Promise<Date> {
    const until = claimUntil(now());
    await this.db.run(keepClaim, [marked.id, place, marker, now(), until]);
    return until;
  }

  /** Refuses what comes after another draft than the one that is there, and tells which that is. */
  fresh({ id }: Actor, { mark }: Place, revision: number): void {
    if ((mark?.revision ?? 0) === revision) return;
    throw new Refusal('stale_mark', { detail: { mark: mark ? markView(id)(mark) : null } });
  }

  disputed({ doubleThreshold, ...terms }: Marked, marks: readonly MarkRow[]): boolean {
    if (doubleThreshold === null) return false;
    return ['disputed', 'settled'].includes(outcomeOf(marks, doubleThreshold, marksBy(terms).maxPoints));
  }

  private placeOf(actor: Actor, marked: Marked, { marks, claims }: Room): number {
    const double = marked.doubleThreshold !== null;
    if (double && marked.state === 'published') throw new Refusal('not_markable');
    const found = placeFor(actor.id, { marks, claims, double, disputed: this.disputed(marked, marks) }, now());
    if (!found) throw new Refusal('not_markable');
    if ('place' in found) return found.place;
    const { by, until } = claims.find(({ markerId }) => markerId === found.heldBy.markerId)!;
    throw new Refusal('claim_taken', { detail: { by, until: until.toISOString() } });
  }
}
