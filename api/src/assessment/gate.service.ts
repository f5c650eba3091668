import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.ts';
import { Tally } from '../platform/limits.ts';
import { Refusal } from '../platform/refusal.ts';
import { findHash } from './setting.sql.ts';

/** Tries of one person at one evaluation, within a quarter of an hour. */
const [tries, within] = [10, 15 * 60];

/** Cheap beside a person's password: a whole room asks at the same minute, and the tries are few. */
const derive = (word: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(word.normalize('NFKC'), salt, 32, { N: 1024, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );

/** What is kept of the word that opens an evaluation. */
export async function hashOf(word: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(word, salt)).toString('base64url')}`;
}

/** Lets in whoever knows the word of an evaluation. */
@Injectable()
export class GateService {
  constructor(
    private readonly db: Database,
    private readonly tally: Tally,
  ) {}

  /** @throws Refusal `wrong_evaluation_password`, or `too_many` after ten tries in a quarter of an hour */
  async open(enrolmentId: string, unit: string, word: string): Promise<void> {
    const [found] = await this.db.read(findHash, enrolmentId, unit);
    if (!found?.hash) return;
    if (!word) throw new Refusal('wrong_evaluation_password');
    await this.tally.allow(`evaluation ${enrolmentId} ${unit}`, tries, within);
    const [salt = '', key = ''] = found.hash.split('.');
    const given = await derive(word, Buffer.from(salt, 'base64url'));
    if (!timingSafeEqual(given, Buffer.from(key, 'base64url'))) throw new Refusal('wrong_evaluation_password');
  }
}
