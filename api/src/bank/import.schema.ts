import { z } from 'zod';

const Told = z.object({ line: z.int(), what: z.string() });
/** What became of each question of a file: how many came whole, which lost something, which could not be read. */
export const ImportReport = z.object({
  imported: z.int(),
  withLoss: z.array(Told),
  refused: z.array(z.object({ line: z.int(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;
