import { z } from 'zod';
import { instant, pageOf, pageQueryOf } from '../platform/schema.ts';

const Notice = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    path: z.string(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' });

export const NoticePage = pageOf(Notice, 'NoticePage');
export const NoticeQuery = pageQueryOf(z.tuple([z.uuid()]), {});
export type NoticeQuery = z.infer<typeof NoticeQuery>;

/** Everything up to this notice, which was the newest on the page. */
export const ReadBody = z.strictObject({ upTo: z.uuid() }).meta({ id: 'ReadNotices' });
export type ReadBody = z.infer<typeof ReadBody>;
