import { Injectable } from '@nestjs/common';
import { cleanProse } from '../content/prose.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { barOf, penaltyOf } from './due.policy.ts';
import type { DraftBody } from './task.schema.ts';
import { findTask, findWork, lockSubmission, openDraft, saveDraft, type Work } from './task.sql.ts';

/** A task as its learner has it: the page, and the draft until it is handed in. */
@Injectable()
export class TaskService {
  constructor(private readonly db: Database) {}

  async view(actor: Actor, enrolmentId: string, unit: string) {
    const [found] = await this.db.read(findTask, enrolmentId, unit, actor.id);
    if (!found) throw new Refusal('not_found');
    const { slug, course, state, draft, draftSeq, draftSavedAt: savedAt, draftFiles: files, ...task } = found;
    const at = now();
    return {
      ...{ ...task, course: { slug, title: course }, state: state ?? 'new', now: at, barred: this.barOf(found, at) },
      draft: { html: draft ?? '', seq: draftSeq ?? 0, savedAt, files },
      versions: task.versions.map((version) => ({ ...version, penalty: penaltyOf(task, version.lateMinutes) })),
    };
  }

  /** The draft of this person or their group: begun, if it is not. Whatever bars handing in bars it. */
  async open(actor: Actor, enrolmentId: string, unit: string): Promise<{ id: string }> {
    const work = await this.workOf(actor, enrolmentId, unit);
    if (work.submissionId) return { id: work.submissionId };
    const { editionId, groupId } = work;
    await this.db.run(openDraft, [newId(), editionId, unit, enrolmentId, groupId, now()]);
    const { submissionId } = await this.workOf(actor, enrolmentId, unit);
    if (!submissionId) throw new Refusal('not_found');
    return { id: submissionId };
  }

  /** Keeps the text. Sent twice, kept once; of a draft that is not the last, refused with the last. */
  async keepDraft(actor: Actor, enrolmentId: string, unit: string, { base, html }: DraftBody) {
    const { id } = await this.open(actor, enrolmentId, unit);
    const [clean, savedAt] = [cleanProse(html), now()];
    return this.db.transaction(async () => {
      const [held] = await this.db.read(lockSubmission, id);
      if (!held) throw new Refusal('not_found');
      if (held.state === 'submitted' || held.state === 'published') throw new Refusal('task_handed_in');
      if (held.draftSeq === base + 1 && held.draft === clean) return { seq: held.draftSeq, savedAt };
      if (held.draftSeq !== base) throw new Refusal('stale_save', { detail: { seq: held.draftSeq, html: held.draft } });
      await this.db.run(saveDraft, [id, clean, base + 1, savedAt]);
      return { seq: base + 1, savedAt };
    });
  }

  /** The rules and the draft of whoever may write in it now. */
  async workOf(actor: Actor, enrolmentId: string, unit: string): Promise<Work> {
    const [work] = await this.db.read(findWork, enrolmentId, unit, actor.id);
    if (!work) throw new Refusal('not_found');
    const bar = this.barOf(work, now());
    if (bar) throw new Refusal(bar);
    return work;
  }

  private barOf(
    work: Pick<Work, 'mode' | 'opensAt' | 'cutoffAt' | 'state'> & { groupId?: string | null; group?: object | null },
    at: Date,
  ) {
    const bar = barOf(work, work.state, at);
    if (bar) return bar;
    return work.mode === 'group' && !(work.groupId ?? work.group) ? 'no_group' : null;
  }
}
