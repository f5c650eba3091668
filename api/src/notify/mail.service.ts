import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { IsNull } from 'typeorm';
import { now } from '../platform/clock.ts';
import { config } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Jobs } from '../platform/jobs.ts';
import { Mail } from './mail.entity.ts';

/** Sends letters by SMTP, or writes them to files where no server is configured. */
@Injectable()
export class MailService implements OnModuleInit {
  private readonly transport = config().MAIL_URL
    ? createTransport(config().MAIL_URL)
    : createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    this.jobs.handle('mail-send', ({ id }) => this.deliver(id));
  }

  /** Keeps the letter and has a job send it, both with the transaction that writes it. */
  async send(letter: { address: string; subject: string; body: string }): Promise<void> {
    const id = newId();
    await this.db.transaction(async () => {
      await this.db.of(Mail).insert({ id, ...letter, createdAt: now(), sentAt: null });
      await this.jobs.send('mail-send', { id });
    });
  }

  private async deliver(id: string): Promise<void> {
    const mail = await this.db.of(Mail).findOneBy({ id, sentAt: IsNull() });
    if (!mail) return;
    const { address, subject, body } = mail;
    const sent = await this.transport.sendMail({ from: config().MAIL_FROM, to: address, subject, text: body });
    if ('message' in sent && Buffer.isBuffer(sent.message)) await keep(id, sent.message);
    await this.db.of(Mail).update({ id }, { sentAt: now(), body: '' });
  }
}

async function keep(id: string, message: Buffer): Promise<void> {
  const folder = join(config().DATA_DIR, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 });
}
