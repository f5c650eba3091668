import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.ts';
import { openedAt } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Recovery } from './person.entity.ts';
import { hashOf, newToken } from './token.ts';

/** Addresses with which a person sets a password, once. */
@Injectable()
export class RecoveryService {
  constructor(private readonly db: Database) {}

  /** Makes one that works for so many milliseconds. */
  async link(personId: string, lasts: number): Promise<string> {
    const token = newToken();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + lasts);
    await this.db.of(Recovery).insert({ tokenHash: hashOf(token), personId, createdAt, expiresAt, usedAt: null });
    return `${openedAt()}/recuperar/${token}`;
  }
}
