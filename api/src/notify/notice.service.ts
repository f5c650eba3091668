import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access.ts';
import { now } from '../platform/clock.ts';
import { openedAt } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { toPage } from '../platform/schema.ts';
import { MailService } from './mail.service.ts';
import type { NoticeQuery, ReadBody } from './notice.schema.ts';
import { findAddresses, findNotices, insertNotices, markRead } from './notice.sql.ts';

/** `kind` as `subject.verb`; `title` a line, `body` a sentence or two in Spanish; `path` where it happened: `/estudio/…`. */
export type News = { kind: string; title: string; body: string; path: string };

/** What people should know: shown in the product, and sent to whoever has an address. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly db: Database,
    private readonly mail: MailService,
  ) {}

  /** Within the transaction that causes it. */
  tell(personIds: readonly string[], { kind, title, body, path }: News): Promise<void> {
    return this.db.transaction(async () => {
      const ids = personIds.map(() => newId());
      await this.db.run(insertNotices, [ids, personIds, kind, title, body, path, now()]);
      const text = `${body}\n\nMíralo en el aula: ${openedAt()}${path}\n`;
      for (const { address } of await this.db.read(findAddresses, [...personIds]))
        await this.mail.send({ address, subject: title, body: text });
    });
  }

  async list(actor: Actor, { after, limit }: NoticeQuery) {
    const rows = await this.db.read(findNotices, actor.id, after?.[0] ?? null, limit + 1);
    return toPage(rows, limit, ({ id }) => [id]);
  }

  async read(actor: Actor, { upTo }: ReadBody): Promise<void> {
    await this.db.run(markRead, [actor.id, upTo, now()]);
  }
}
