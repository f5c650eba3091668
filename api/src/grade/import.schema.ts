import { z } from 'zod';
import { instant } from '../platform/schema.ts';

/** A nota (tenths) that a table would change, or the attendance (percent), which has no unit. */
export const ImportChange = z.object({
  enrolmentId: z.uuid(),
  person: z.string(),
  unit: z.string().nullable(),
  title: z.string(),
  from: z.int().nullable(),
  to: z.int(),
});
export type ImportChange = z.infer<typeof ImportChange>;

export const importFaults = [
  'unknown_person',
  'repeated_person',
  'unknown_column',
  'wrong_run',
  'not_a_grade',
  'below_minimum',
  'not_a_percent',
] as const;
/** A line of the table that changes nothing, and why. `text` is what it says there. */
export const ImportRefusal = z.object({
  line: z.int(),
  column: z.string().nullable(),
  text: z.string(),
  fault: z.enum(importFaults),
});
export type ImportRefusal = z.infer<typeof ImportRefusal>;

export const ImportView = z
  .object({
    id: z.uuid(),
    editionId: z.uuid(),
    name: z.string(),
    state: z.enum(['ready', 'applying', 'applied']),
    createdAt: instant,
    appliedAt: instant.nullable(),
    changes: z.array(ImportChange),
    refused: z.array(ImportRefusal),
    stale: z.array(ImportChange),
  })
  .meta({ id: 'GradeImport' });

export const ImportName = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const ApplyBody = z.strictObject({
  reason: z.enum(['review', 'rubric', 'late', 'agreed', 'other']),
  explanation: z.string().trim().min(10).max(1000),
});
export type ApplyBody = z.infer<typeof ApplyBody>;
