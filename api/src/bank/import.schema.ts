import { z } from 'zod';
import { instant } from '../platform/schema.ts';

const Told = z.object({ line: z.int(), what: z.string() });
/** What became of each question of a file: how many came whole, which lost something, which could not be read. */
export const ImportReport = z.object({
  imported: z.int(),
  withLoss: z.array(Told),
  refused: z.array(z.object({ line: z.int(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ImportQuery = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const ApplyBody = z.strictObject({ categoryId: z.uuid().nullable() });

/** `read`: it only was looked at. `total` and `done` count questions. */
export const ImportView = z
  .object({
    ...{ id: z.uuid(), name: z.string(), format: z.string().nullable(), categoryId: z.uuid().nullable() },
    state: z.enum(['read', 'waiting', 'running', 'done', 'failed']),
    ...{ total: z.int(), done: z.int(), report: ImportReport, createdAt: instant, endedAt: instant.nullable() },
  })
  .meta({ id: 'QuestionImport' });
export const ImportList = z.object({ items: z.array(ImportView) }).meta({ id: 'QuestionImportList' });
