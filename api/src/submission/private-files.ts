import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { config } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { isHeld, lockBytes } from './file.sql.ts';

/** Where what people hand in lies: by hash, apart from the public blobs, served by an authorised route alone. */
@Injectable()
export class PrivateFiles {
  /** What is arriving. */
  readonly arriving = join(config().DATA_DIR, 'uploads');
  private readonly root = join(config().DATA_DIR, 'private');

  constructor(private readonly db: Database) {}

  async hashOf(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  /** Takes in a file that has arrived. Within the transaction that writes its row. */
  async keep(path: string, sha: string): Promise<void> {
    await this.db.run(lockBytes, [sha]);
    const file = this.pathOf(sha);
    await mkdir(join(file, '..'), { recursive: true });
    await rename(path, file);
  }

  /** Throws the bytes away, unless another row holds them. Within the transaction that took the last one away. */
  async release(sha: string): Promise<void> {
    await this.db.run(lockBytes, [sha]);
    const [held] = await this.db.read(isHeld, sha);
    if (!held?.held) await rm(this.pathOf(sha), { force: true });
  }

  async open(sha: string, part: { start: number; end: number } | null) {
    await stat(this.pathOf(sha)); // what is lost is said before the answer begins
    return createReadStream(this.pathOf(sha), part ?? {});
  }

  /** Nothing of an upload stays. */
  async forget(id: string): Promise<void> {
    for (const name of [id, `${id}.json`]) await rm(join(this.arriving, name), { force: true });
  }

  private pathOf(sha: string): string {
    return join(this.root, sha.slice(0, 2), sha);
  }
}
