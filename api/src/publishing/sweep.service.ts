import { Injectable } from '@nestjs/common';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { type PublicType, Storage } from '../platform/storage.ts';

const day = 24 * 60 * 60_000;

const forget = `
  delete from blob
  where created_at < $1
    and not exists (select from version_unit where version_unit.sha = blob.sha)
    and not exists (select from version_media where version_media.sha = blob.sha)
    and not exists (select from question_media where question_media.sha = blob.sha)
    and not exists (select from revision_media where revision_media.sha = blob.sha)
  returning sha, media_type as "mediaType"`;

/** Throws away the public files that nothing speaks of, a day after they came. */
@Injectable()
export class SweepService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  async sweep(): Promise<number> {
    const { rows } = await this.db.run(forget, [new Date(now().getTime() - day)]);
    const gone = rows as { sha: string; mediaType: PublicType }[];
    for (const { sha, mediaType } of gone) await this.storage.remove(sha, mediaType);
    return gone.length;
  }
}
