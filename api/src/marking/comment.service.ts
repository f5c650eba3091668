import { Injectable } from '@nestjs/common';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { CommentBody, CommentQuery } from './comment.schema.ts';
import { countUse, findComments, findCourse, keepComment, removeComment } from './comment.sql.ts';

/** Comments kept to be used again, by course: one's own, and those shared with whoever marks it. */
@Injectable()
export class CommentService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, submission: string, { q = '' }: CommentQuery) {
    const courseId = await this.courseOf(actor, submission);
    return { items: await this.db.read(findComments, courseId, actor.id, q || null) };
  }

  /** Keeps it; the same words again only change whether they are shared. */
  async keep(actor: Actor, submission: string, { body, shared }: CommentBody): Promise<void> {
    const courseId = await this.courseOf(actor, submission);
    await this.db.run(keepComment, [newId(), courseId, actor.id, shared, body, now()]);
  }

  async use(actor: Actor, submission: string, id: string): Promise<void> {
    const { count } = await this.db.run(countUse, [id, await this.courseOf(actor, submission), actor.id]);
    if (count === 0) throw new Refusal('not_found');
  }

  async remove({ id: owner }: Actor, id: string): Promise<void> {
    const { count } = await this.db.run(removeComment, [id, owner]);
    if (count === 0) throw new Refusal('not_found');
  }

  private async courseOf({ grants }: Actor, submission: string): Promise<string> {
    const [found] = await this.db.read(findCourse, ...reachOf(grants, 'submission:mark'), submission);
    if (!found) throw new Refusal('not_found');
    return found.courseId;
  }
}
