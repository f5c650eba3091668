import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Blob } from './blob.entity.ts';
import { now } from './clock.ts';
import { config } from './config.ts';
import { Database } from './database.ts';
import { newId } from './id.ts';
import { Refusal } from './refusal.ts';

/** What may be stored for the public, and how its files end. */
export const endings = {
  'text/html': 'html',
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
} as const;
export type PublicType = keyof typeof endings;

/** The media type of a file whose name ends so. */
export const typeOf = Object.fromEntries(Object.entries(endings).map(([type, ending]) => [ending, type])) as Record<
  string,
  PublicType
>;

const isText = (type: PublicType) => type === 'text/html' || type === 'image/svg+xml';
export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Where a blob lies: two letters of its hash make a folder, so that none grows too large. */
export const pathOf = (sha: string, ending: string) => join(sha.slice(0, 2), `${sha}.${ending}`);

const squeeze = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
};

/** Public files by hash, on disk: written whole or not at all, before the transaction that speaks of them commits. */
@Injectable()
export class Storage {
  readonly root = join(config().DATA_DIR, 'blobs');
  private used: number | undefined;

  constructor(private readonly db: Database) {}

  /** Keeps these bytes and answers their hash; what is kept already is not written again. */
  async put(bytes: Uint8Array, mediaType: PublicType): Promise<string> {
    const sha = hashOf(bytes);
    const file = join(this.root, pathOf(sha, endings[mediaType]));
    if (!(await exists(file))) await this.write(file, bytes, isText(mediaType));
    await this.db
      .of(Blob)
      .createQueryBuilder()
      .insert()
      .values({ sha, mediaType, size: bytes.length, createdAt: now() })
      .orIgnore()
      .execute();
    return sha;
  }

  /** Removes the files of a blob whose row is gone. */
  async remove(sha: string, mediaType: PublicType): Promise<void> {
    const file = join(this.root, pathOf(sha, endings[mediaType]));
    for (const name of [file, `${file}.br`, `${file}.gz`]) await rm(name, { force: true });
    this.used = undefined;
  }

  private async write(file: string, bytes: Uint8Array, compress: boolean): Promise<void> {
    const all: [string, Uint8Array][] = [[file, bytes]];
    if (compress) {
      const variants = await Promise.all([squeeze.br(bytes), squeeze.gz(bytes)]);
      all.unshift([`${file}.br`, variants[0]], [`${file}.gz`, variants[1]]);
    }
    await this.reserve(all.reduce((sum, [, part]) => sum + part.length, 0));
    await mkdir(join(file, '..'), { recursive: true });
    try {
      for (const [name, part] of all) await writeWhole(name, part);
    } catch (error) {
      this.used = undefined; // what lies there now is counted anew
      throw error;
    }
  }

  private async reserve(bytes: number): Promise<void> {
    this.used ??= await sizeOf(this.root);
    if (this.used + bytes > config().BLOB_QUOTA_MB * 1_000_000) throw new Refusal('no_space');
    this.used += bytes;
  }
}

/** Temporary file, fsync, rename: a reader sees all of it or nothing. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${newId()}`;
  try {
    const handle = await open(draft, 'wx', 0o644);
    await handle.writeFile(bytes).finally(async () => {
      await handle.sync();
      await handle.close();
    });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new Refusal('no_space', { cause: error });
    throw error;
  }
}

const exists = (file: string) => stat(file).then(Boolean, () => false);

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
