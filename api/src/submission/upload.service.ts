import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { z } from 'zod';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { config } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Jobs } from '../platform/jobs.ts';
import { Refusal } from '../platform/refusal.ts';
import { endingOf, fileFault, nameFault, safeName } from './file.policy.ts';
import { findFileRules, findUpload, weighFiles } from './file.sql.ts';
import { PrivateFiles } from './private-files.ts';
import { SubmissionFile, Upload } from './submission.entity.ts';
import { lockSubmission } from './task.sql.ts';

/** What the browser says of a file before it sends it. */
const Announced = z.object({
  submission: z.uuid(),
  filename: z
    .string()
    .min(1)
    .max(500)
    .refine((name) => !name.includes('\0')),
});
const aDay = 24 * 60 * 60_000;
const mediaTypes: Record<string, string> = { csv: 'text/csv', txt: 'text/plain', md: 'text/markdown' };

/** Takes in the files of drafts, which arrive in pieces and may stop half way. */
@Injectable()
export class UploadService {
  constructor(
    private readonly db: Database,
    private readonly files: PrivateFiles,
    private readonly jobs: Jobs,
  ) {
    this.jobs.handle('upload-sweep', ({ uploadId }) => this.sweep(uploadId));
  }

  /** A file is about to arrive: refused now, if its name, its size or its number will not do. */
  async announce(actor: Actor, id: string, size: number | undefined, metadata: unknown): Promise<void> {
    const { data: announced } = Announced.safeParse(metadata);
    if (!announced || !size) throw new Refusal('malformed');
    const { submission: submissionId, filename } = announced;
    return this.db.transaction(async () => {
      await this.db.read(lockSubmission, submissionId);
      const [rules] = await this.db.read(findFileRules, submissionId, actor.id);
      if (!rules) throw new Refusal('not_found');
      const name = safeName(filename);
      const fault = nameFault(name, rules.types);
      if (fault) throw new Refusal(fault);
      if (size > rules.maxBytes) throw new Refusal('too_large');
      if (rules.files + rules.arriving >= rules.maxFiles) throw new Refusal('too_many_files');
      const [weight] = await this.db.read(weighFiles);
      if ((weight?.bytes ?? 0) + size > config().BLOB_QUOTA_MB * 1_000_000) throw new Refusal('no_space');
      await this.db.of(Upload).insert({ id, submissionId, personId: actor.id, name, size, createdAt: now() });
      await this.jobs.send('upload-sweep', { uploadId: id }, { at: new Date(now().getTime() + aDay) });
    });
  }

  /** Only whoever began an upload may go on with it. */
  async mine(actor: Actor, id: string): Promise<void> {
    const [upload] = await this.db.read(findUpload, id, actor.id);
    if (!upload) throw new Refusal('not_found');
  }

  /** All of it is here: kept if it is what its name says, else thrown away. */
  async finish(actor: Actor, id: string): Promise<void> {
    const path = join(this.files.arriving, id);
    const [upload] = await this.db.read(findUpload, id, actor.id);
    if (!upload) throw new Refusal('not_found');
    try {
      const sniffed = await fileTypeFromFile(path);
      await this.take(actor, upload, path, sniffed);
    } finally {
      await this.cancel(id);
    }
  }

  /** Nothing of it stays; done twice, done once. */
  async cancel(id: string): Promise<void> {
    await this.db.of(Upload).delete({ id });
    await this.files.forget(id);
  }

  private async take(
    actor: Actor,
    { id, submissionId, name, size }: Pick<Upload, 'id' | 'submissionId' | 'name' | 'size'>,
    path: string,
    sniffed: { ext: string; mime: string } | undefined,
  ): Promise<void> {
    const sha256 = await this.files.hashOf(path);
    await this.db.transaction(async () => {
      await this.db.read(lockSubmission, submissionId);
      const [rules] = await this.db.read(findFileRules, submissionId, actor.id);
      if (!rules) throw new Refusal('not_found');
      const fault = fileFault(name, sniffed?.ext ?? null, rules.types);
      if (fault) throw new Refusal(fault);
      const mediaType = sniffed?.mime ?? mediaTypes[endingOf(name)] ?? 'application/octet-stream';
      await this.files.keep(path, sha256);
      await this.db.of(SubmissionFile).insert({
        ...{ id, submissionId, version: null, name, mediaType, size, sha256, uploadedBy: actor.id },
        ...{ createdAt: now(), removedAt: null },
      });
    });
  }

  /** A day later, whatever did not arrive is thrown away. */
  private async sweep(uploadId: string): Promise<void> {
    if (await this.db.of(Upload).existsBy({ id: uploadId })) await this.cancel(uploadId);
  }
}
