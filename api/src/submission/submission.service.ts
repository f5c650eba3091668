import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { cleanProse, wordsOf } from '../content/prose.service.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import {
  copyFiles,
  findManualAnswers,
  keepVersion,
  receiveAnswer,
  sendFiles,
  withdrawAnswers,
} from './submission.sql.ts';

type Answer = z.infer<typeof findManualAnswers.rows>[number];

/** The answers of attempts that people mark, as submissions among those of the tasks. */
@Injectable()
export class SubmissionService {
  constructor(private readonly db: Database) {}

  /**
   * Makes one submission of each essay or file answer without points of an attempt that has ended. Within the
   * transaction that ends it, once the points of the other answers are written. Done twice, done once.
   */
  receiveAnswers(attemptId: string): Promise<void> {
    return this.db.transaction(async () => {
      for (const answer of await this.db.read(findManualAnswers, attemptId)) await this.receive(attemptId, answer);
    });
  }

  /** Takes them back when the attempt is open again or annulled: nobody marks them. What was sent stays as history. */
  async withdrawAnswers(attemptId: string): Promise<void> {
    await this.db.run(withdrawAnswers, [attemptId]);
  }

  /** Brings the files of a version back into the draft: whoever mends it need not send them again. */
  async giveBack(submissionId: string, version: number): Promise<void> {
    await this.db.run(copyFiles, [submissionId, version]);
  }

  private async receive(attemptId: string, answer: Answer): Promise<void> {
    const { editionId, unit, enrolmentId, personId, position, submittedAt, html, files } = answer;
    const { rows } = await this.db.run(receiveAnswer, [
      ...[newId(), editionId, unit, enrolmentId, attemptId, position, submittedAt, now()],
    ]);
    const [kept] = rows as { id: string; version: number }[];
    if (!kept) return;
    const clean = cleanProse(html);
    await this.db.run(keepVersion, [kept.id, submittedAt, kept.version, clean, wordsOf(clean), personId, 0]);
    await this.db.run(sendFiles, [kept.id, kept.version, files]);
  }
}
