import { z } from 'zod';

export const CommentQuery = z.strictObject({ q: z.string().trim().max(200).optional() });
export type CommentQuery = z.infer<typeof CommentQuery>;

export const CommentList = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.uuid(), body: z.string(), shared: z.boolean(), mine: z.boolean(), by: z.string(), uses: z.int() },
      }),
    ),
  })
  .meta({ id: 'BankCommentList' });

export const CommentBody = z
  .strictObject({ body: z.string().trim().min(1).max(2000), shared: z.boolean() })
  .meta({ id: 'NewBankComment' });
export type CommentBody = z.infer<typeof CommentBody>;
