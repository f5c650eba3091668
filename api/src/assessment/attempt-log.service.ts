import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import type { AttemptLog } from './attempt.entity.ts';
import { writeLog } from './staff-attempt.sql.ts';

type Entry = { kind: AttemptLog['kind']; at?: Date; id?: string; detail?: Record<string, unknown> };

/** What happened to an attempt, for whoever has to judge it: by whom, and from which device. */
@Injectable()
export class AttemptLogService {
  constructor(private readonly db: Database) {}

  /** Within the transaction that makes it happen. Without an actor, the deadline did. */
  async write(attemptId: string, actor: Actor | null, { kind, at = now(), detail }: Entry): Promise<void> {
    const [actorId, session] = [actor?.id ?? null, actor?.sessionId ?? null];
    await this.db.run(writeLog, [
      attemptId,
      newId(),
      at,
      kind,
      actorId,
      session,
      detail ? JSON.stringify(detail) : null,
    ]);
  }
}
