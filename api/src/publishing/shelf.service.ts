import { Injectable } from '@nestjs/common';
import { In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { FormerSlug, Source } from '../catalogue/reference.entity.ts';
import type { Media, SourceFile } from '../content/content.schema.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';

/** PostgreSQL takes 65,535 parameters in a statement. */
const chunk = 1000;

/** What every kind of item needs in order to be written: its sources, its files, its addresses. */
@Injectable()
export class ShelfService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  /** One transaction for an item; programs that load at the same time take turns. */
  perItem<T>(work: () => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      await this.db.run(`select pg_advisory_xact_lock(hashtext('publishing'))`);
      return work();
    });
  }

  /** Whether any of these files was edited here: then the folder has no say. */
  async isEdited(files: SourceFile[]): Promise<boolean> {
    return this.db.of(Source).existsBy({ path: In(files.map(({ path }) => path)), origin: 'editor' });
  }

  /** Remembers which files were loaded; answers whether any was new or different. */
  async remember(files: SourceFile[]): Promise<boolean> {
    const rows = await this.db.of(Source).findBy({ path: In(files.map(({ path }) => path)) });
    const known = new Map(rows.map(({ path, sha }) => [path, sha]));
    const news = files.filter(({ path, sha }) => known.get(path) !== sha);
    const loadedAt = now();
    await this.put(
      Source,
      ['path'],
      ['sha', 'loaded_at'],
      news.map((file) => ({ ...file, origin: 'folder', loadedAt })),
    );
    return news.length > 0;
  }

  /** Forgets the files that are no longer in the folder, as after a new name. */
  async forgetOthers(paths: string[]): Promise<void> {
    await this.db.run(`delete from source where origin = 'folder' and path <> all($1)`, [paths]);
  }

  /** Keeps texts and images as blobs. What is kept already is left as it is; what was lost from the disk comes back. */
  async keep(texts: { html: string }[], media: Media[]): Promise<void> {
    for (const { html } of texts) await this.storage.put(Buffer.from(html), 'text/html');
    for (const { bytes, mediaType } of media) await this.storage.put(bytes, mediaType);
  }

  /** Notes that an item changed its address, and that its new one is nobody's former one. */
  async move(kind: FormerSlug['kind'], subjectId: string, from: string, to: string): Promise<void> {
    await this.db.of(FormerSlug).delete({ kind, slug: to });
    await this.put(FormerSlug, ['kind', 'slug'], ['subject_id'], [{ kind, slug: from, subjectId }]);
  }

  async insert<T extends ObjectLiteral>(entity: EntityTarget<T>, rows: T[]): Promise<void> {
    for (let at = 0; at < rows.length; at += chunk) await this.db.of(entity).insert(rows.slice(at, at + chunk));
  }

  /** Inserts rows, or brings those that exist (by these columns) up to date; an equal one is not written. */
  async put<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    keys: string[],
    columns: string[],
    rows: T[],
  ): Promise<void> {
    for (let at = 0; at < rows.length; at += chunk)
      await this.db
        .of(entity)
        .createQueryBuilder()
        .insert()
        .values(rows.slice(at, at + chunk))
        .orUpdate(columns, keys, { skipUpdateIfNoValuesChanged: true })
        .updateEntity(false)
        .execute();
  }
}
