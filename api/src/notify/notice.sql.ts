import { z } from 'zod';
import { statement } from '../platform/database.ts';

/** The newest first; `$2` the id of the last one seen, null at first. */
export const findNotices = statement<
  [string, string | null, number],
  { id: string; kind: string; title: string; body: string; path: string; createdAt: Date; readAt: Date | null }
>(
  'find-notices',
  z.object({
    ...{ id: z.string(), kind: z.string(), title: z.string(), body: z.string(), path: z.string() },
    ...{ createdAt: z.date(), readAt: z.date().nullable() },
  }),
  `select id, kind, title, body, path, created_at as "createdAt", read_at as "readAt"
   from notice where person_id = $1 and ($2::uuid is null or id < $2)
   order by id desc limit $3`,
);

export const markRead = `
  update notice set read_at = $3 where person_id = $1 and id <= $2 and read_at is null`;

export const insertNotices = `
  insert into notice (id, person_id, kind, title, body, path, created_at, read_at)
  select told.id, told.person_id, $3, $4, $5, $6, $7, null
  from unnest($1::uuid[], $2::uuid[]) as told(id, person_id)`;

export const findAddresses = statement(
  'find-notice-addresses',
  z.object({ address: z.string() }),
  `select email as address from person where id = any($1::uuid[]) and email is not null`,
);
