import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { neutralName, rangeOf } from './file.policy.ts';
import { findFileQuestion, findFileRules, findOwnFile, findSentFile, openAnswerDraft, removeFile } from './file.sql.ts';
import { PrivateFiles } from './private-files.ts';

/** Whose work it is to read what people hand in. */
const readers = ['submission:mark', 'marking:manage'] as const;

/** The files of submissions: read by those they concern, taken away while they are of a draft. */
@Injectable()
export class FileService {
  constructor(
    private readonly db: Database,
    private readonly files: PrivateFiles,
    private readonly audit: AuditService,
  ) {}

  /** For its owner, their group, and those whose scope reaches them; for anyone else there is nothing. */
  async read(actor: Actor, submissionId: string, id: string, asked: string | undefined) {
    const file = await this.find(actor, submissionId, id);
    if (!file) throw new Refusal('not_found');
    const part = rangeOf(asked, file.size);
    return { ...file, part, stream: await this.files.open(file.sha256, part) };
  }

  async remove(actor: Actor, submissionId: string, id: string): Promise<void> {
    const [rules] = await this.db.read(findFileRules, submissionId, actor.id);
    if (!rules) throw new Refusal('not_found');
    await this.db.transaction(async () => {
      const { rows } = await this.db.run(removeFile, [submissionId, id, now()]);
      const [removed] = rows as { sha256: string }[];
      if (!removed) throw new Refusal('not_found');
      await this.files.release(removed.sha256);
      await this.audit.record({
        ...{ actorId: actor.id, action: 'submission.remove-file', subjectKind: 'submission', subjectId: submissionId },
        detail: { file: id },
      });
    });
  }

  /** Where the files of an answer go while its attempt is open. */
  async openAnswer(actor: Actor, attemptId: string, position: number): Promise<{ id: string }> {
    const [found] = await this.db.read(findFileQuestion, attemptId, position, actor.id);
    if (!found) throw new Refusal('not_found');
    if (found.submissionId) return { id: found.submissionId };
    const { editionId, unit, enrolmentId } = found;
    await this.db.run(openAnswerDraft, [newId(), editionId, unit, enrolmentId, attemptId, position, now()]);
    const [made] = await this.db.read(findFileQuestion, attemptId, position, actor.id);
    if (!made?.submissionId) throw new Refusal('not_found');
    return { id: made.submissionId };
  }

  private async find(actor: Actor, submissionId: string, id: string) {
    const [own] = await this.db.read(findOwnFile, submissionId, id, actor.id);
    if (own) return own;
    for (const permission of readers) {
      const reach = reachOf(actor.grants, permission);
      const [sent] = await this.db.read(findSentFile, ...reach, submissionId, id);
      if (sent) return sent.n === null ? sent : { ...sent, name: neutralName(sent.name, sent.n) };
    }
    return null;
  }
}
