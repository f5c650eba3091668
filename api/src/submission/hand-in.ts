import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.ts';
import { wordsOf } from '../content/prose.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { lateMinutes } from './due.policy.ts';
import { holdGroups } from './group.sql.ts';
import { faultOf } from './hand-in.policy.ts';
import { keepVersion } from './submission.sql.ts';
import type { HandInBody } from './task.schema.ts';
import { TaskService } from './task.service.ts';
import {
  countDraftFiles,
  findOwners,
  findTask,
  handIn,
  lockSubmission,
  sendDraftFiles,
  type Work,
} from './task.sql.ts';

type Held = z.infer<typeof lockSubmission.rows>[number];
type Receipt = { n: number; folio: string; submittedAt: Date; lateMinutes: number };

const isIn = ({ state }: Held) => state === 'submitted' || state === 'published';

@Injectable()
export class HandIn {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskService,
    private readonly notices: NoticeService,
    private readonly audit: AuditService,
  ) {}

  /** Sends the draft: a version that nobody changes, with its folio. Asked twice, answers the receipt of the first. */
  async send(actor: Actor, enrolmentId: string, unit: string, { seq }: HandInBody): Promise<Receipt> {
    const sent = await this.receipt(actor, enrolmentId, unit);
    if (sent) return sent;
    await this.write(actor, enrolmentId, unit, seq).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'task_handed_in')) throw error; // by another, just now
    });
    const receipt = await this.receipt(actor, enrolmentId, unit);
    if (!receipt) throw new Refusal('not_found');
    return receipt;
  }

  /** Of what is handed in, if it is. */
  private async receipt(actor: Actor, enrolmentId: string, unit: string): Promise<Receipt | null> {
    const [task] = await this.db.read(findTask, enrolmentId, unit, actor.id);
    if (!task) throw new Refusal('not_found');
    const [last] = task.versions;
    return last && (task.state === 'submitted' || task.state === 'published') ? last : null;
  }

  private write(actor: Actor, enrolmentId: string, unit: string, seq: number): Promise<void> {
    return this.db.transaction(async () => {
      const work = await this.work(actor, enrolmentId, unit);
      const id = work.submissionId;
      if (!id) throw new Refusal('empty_submission');
      const [held] = await this.db.read(lockSubmission, id);
      if (!held || isIn(held)) return;
      const words = await this.check(work, id, held, seq);
      const [at, n] = [now(), held.version + 1];
      const late = held.version > 0 ? held.lateMinutes : lateMinutes(work.dueAt, at);
      const html = work.takesText ? held.draft : '';
      const { rows } = await this.db.run(keepVersion, [id, at, n, html, words, actor.id, late]);
      await this.db.run(sendDraftFiles, [id, n]);
      await this.db.run(handIn, [id, n, at, late, enrolmentId]);
      const [{ folio } = { folio: '' }] = rows as { folio: string }[];
      await this.audit.record({
        ...{ actorId: actor.id, action: 'submission.send', subjectKind: 'submission', subjectId: id },
        detail: { unit, n, folio, late },
      });
      await this.tell(id, unit, work.title, folio);
    });
  }

  /** What is handed in. With a group, as its people are now: nobody comes or goes until it is in. */
  private async work(actor: Actor, enrolmentId: string, unit: string): Promise<Work> {
    const work = await this.tasks.workOf(actor, enrolmentId, unit);
    if (!work.groupId) return work;
    await this.db.run(holdGroups, [work.editionId, unit]);
    return this.tasks.workOf(actor, enrolmentId, unit);
  }

  /** How many words it has, if it is the draft that was seen and all that is asked. */
  private async check(work: Work, id: string, { draft, draftSeq }: Held, seq: number): Promise<number> {
    if (draftSeq !== seq) throw new Refusal('stale_save', { detail: { seq: draftSeq, html: draft } });
    const [counted] = await this.db.read(countDraftFiles, id);
    const words = wordsOf(draft);
    const fault = faultOf(work, words, counted?.files ?? 0);
    if (fault) throw new Refusal(fault);
    return words;
  }

  private async tell(id: string, unit: string, title: string, folio: string): Promise<void> {
    for (const { personId, enrolmentId } of await this.db.read(findOwners, id))
      await this.notices.tell([personId], {
        ...{ kind: 'submission.sent', title: `Recibimos tu entrega de «${title}»` },
        body: `Quedó con el folio ${folio}. Guarda este aviso: es tu comprobante.`,
        path: `/estudio/${enrolmentId}/tareas/${unit}`,
      });
  }
}
