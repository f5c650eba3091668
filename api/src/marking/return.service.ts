import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { NoticeService } from '../notify/notice.service.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { SubmissionService } from '../submission/submission.service.ts';
import { dropClaim, findMembers, setState } from './item.sql.ts';
import { CorrectionRequest } from './marking.entity.ts';
import type { ReturnBody } from './marking.schema.ts';
import { MarkingRoom } from './marking-room.ts';

/** Gives a submission back, so that another version of it can be sent. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly db: Database,
    private readonly rooms: MarkingRoom,
    private readonly submissions: SubmissionService,
    private readonly notices: NoticeService,
    private readonly audit: AuditService,
  ) {}

  /** What was commented in the text goes along, and the files come back; points and feedback of the draft stay with who marks. */
  ask(actor: Actor, id: string, { version, note }: ReturnBody): Promise<void> {
    return this.db.transaction(async () => {
      const { marked, mark } = await this.rooms.enter(actor, id, version);
      if (marked.kind !== 'task') throw new Refusal('not_markable');
      if (marked.version > marked.resubmissions) throw new Refusal('no_resubmissions_left');
      await this.db.of(CorrectionRequest).insert({
        ...{ id: newId(), submissionId: id, version, actorId: actor.id, note, askedAt: now() },
        annotations: mark?.annotations ?? [],
      });
      await this.db.run(setState, [id, 'returned', null]);
      await this.submissions.giveBack(id, version);
      await this.db.run(dropClaim, [id, actor.id]);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'submission.return', subjectKind: 'submission', subjectId: id },
        detail: { version, note },
      });
      for (const { enrolmentId, personId } of await this.db.read(findMembers, id))
        await this.notices.tell([personId], {
          kind: 'submission.returned',
          title: `Te piden corregir «${marked.title}»`,
          body: `Del curso «${marked.course}»: lee lo que te piden y envía una nueva versión.`,
          path: `/estudio/${enrolmentId}/tareas/${marked.unit}`,
        });
    });
  }
}
