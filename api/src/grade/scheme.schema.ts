import { z } from 'zod';
import { GradeRules } from '../content/grade-rules.schema.ts';
import { largest } from '../platform/schema.ts';

/** The rules that hold in an edition. `n`: how often its own were changed; 0 while they are those of its course. */
export const SchemeView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    name: z.string(),
    passGrade: z.int(),
    n: z.int(),
    writable: z.boolean(),
    rules: GradeRules,
    /** Those of the course, to which one may go back. */
    course: GradeRules,
    sentences: z.array(z.string()),
    units: z.array(z.object({ unit: z.string(), title: z.string(), kind: z.enum(['evaluation', 'task', 'course']) })),
  })
  .meta({ id: 'GradeScheme' });

/** `rules` null: those of the course again. */
export const SchemeBody = z.strictObject({ rules: GradeRules.nullable(), n: z.int().min(0).max(largest) });
export type SchemeBody = z.infer<typeof SchemeBody>;

/** What other rules would change: the notas of people, final or provisional, in tenths. Who has completed keeps theirs. */
export const SchemePreview = z
  .object({
    /** Why they do not hold; then nothing else is told. */
    problems: z.array(z.string()),
    sentences: z.array(z.string()),
    people: z.int(),
    kept: z.int(),
    changes: z.array(
      z.object({
        enrolmentId: z.uuid(),
        person: z.string(),
        from: z.int().nullable(),
        to: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'GradeSchemePreview' });
