import { z } from 'zod';

const Name = z.string().trim().min(1).max(120);
export const NewCategory = z.strictObject({ name: Name, parentId: z.uuid().nullable() });
export type NewCategory = z.infer<typeof NewCategory>;
/** Its name, and where it hangs. */
export const CategoryEdit = NewCategory;
export const MergeBody = z.strictObject({ into: z.uuid() });
export const CategoryView = z
  .object({ id: z.uuid(), parentId: z.uuid().nullable(), name: z.string() })
  .meta({ id: 'QuestionCategory' });
