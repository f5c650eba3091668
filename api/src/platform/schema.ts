import { z } from 'zod';

export const instant = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime());

/** The largest number that a column of PostgreSQL's `integer` holds. */
export const largest = 2_147_483_647;

/** A year that somebody makes plans for: PostgreSQL knows no year 0, and a device may dream of any. */
const isOfOurTimes = (text: string) => text >= '2000' && text < '2200';

/** An instant in UTC as text, as the key of a page. */
export const keyInstant = z.iso.datetime().max(40).refine(isOfOurTimes);

/** An instant as somebody sends it, with its offset, as text. */
export const sentInstant = z.iso.datetime({ offset: true }).max(40).refine(isOfOurTimes);

/** The same, read. */
export const moment = sentInstant.transform((text) => new Date(text));

/** A record of so many keys at most. */
export const recordOf = <K extends z.core.$ZodRecordKey, V extends z.ZodType>(key: K, value: V, most: number) =>
  z
    .record(key, value)
    .refine((record) => Object.keys(record).length <= most)
    .meta({ maxProperties: most });

/** Where a page ended, `[sort keys…, id]`. Opaque to the caller, so that an order may change and the contract stay. */
const cursor = z
  .string()
  .max(1000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(Buffer.from(text, 'base64url').toString());
    } catch {
      context.addIssue('not a cursor');
      return z.NEVER;
    }
  });

export const pageQueryOf = <K extends z.ZodType, F extends z.ZodRawShape>(keys: K, filters: F) =>
  z.strictObject({
    ...filters,
    after: cursor.pipe(keys).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  });

export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });

/** Cuts the one extra row that told us there is a next page. */
export const toPage = <T>(rows: T[], limit: number, keysOf: (row: T) => unknown[]) => ({
  items: rows.slice(0, limit),
  next: rows.length > limit ? Buffer.from(JSON.stringify(keysOf(rows[limit - 1]!))).toString('base64url') : null,
});
