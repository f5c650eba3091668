import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { dropClaim, keepMark } from './item.sql.ts';
import { isSound, sumOf } from './marking.policy.ts';
import type { MarkBody } from './marking.schema.ts';
import { MarkingRoom } from './marking-room.ts';
import { marksBy, notaOf } from './terms.policy.ts';

/** Claims submissions for whoever has them open, and keeps drafts of marks as they are written. */
@Injectable()
export class MarkService {
  constructor(
    private readonly db: Database,
    private readonly rooms: MarkingRoom,
  ) {}

  /** Claims it, or keeps the claim: told again while the page is open. Answers the draft's revision, to see what is new. */
  claim(actor: Actor, id: string) {
    return this.db.transaction(async () => {
      const place = await this.rooms.enter(actor, id, null);
      const until = await this.rooms.hold(actor, place);
      return { place: place.place, until, revision: place.mark?.revision ?? 0 };
    });
  }

  async release({ id: marker }: Actor, id: string): Promise<void> {
    await this.db.run(dropClaim, [id, marker]);
  }

  /** Saves the whole draft, and claims again what was let go meanwhile. Another's draft is never overwritten. */
  keep(actor: Actor, id: string, body: MarkBody) {
    return this.db.transaction(async () => {
      const place = await this.rooms.enter(actor, id, body.version);
      this.rooms.fresh(actor, place, body.revision);
      const { marked, mark } = place;
      const { rubric } = marksBy(marked);
      if (!isSound(rubric, body.criteria)) throw new Refusal('mark_misfit');
      const { points, complete } = sumOf(rubric, body.criteria);
      const grade = notaOf(marked, points)?.grade ?? null;
      const revision = body.revision + 1;
      const content = [body.criteria, body.annotations].map((part) => JSON.stringify(part));
      await this.db.run(keepMark, [
        ...[mark?.id ?? newId(), id, body.version, place.place, actor.id, revision, ...content],
        ...[body.feedback, points, grade, now()],
      ]);
      const until = await this.rooms.hold(actor, place);
      return { revision, savedAt: now(), until, points, grade, complete };
    });
  }
}
