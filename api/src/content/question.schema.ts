import { z } from 'zod';

/** A written key: stable, never a position, chosen by the author. */
export const OptionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Sanitised HTML of a phrase or a few paragraphs. */
const Html = z.string().max(20_000);
const Option = z.object({ id: OptionId, html: Html });

/** What a learner sees of a question, by kind. No part of it tells the answer. */
export const QuestionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), prompt: Html, options: z.array(Option) }),
  z.object({ kind: z.literal('multiple'), prompt: Html, options: z.array(Option) }),
  z.object({ kind: z.literal('true_false'), prompt: Html }),
  z.object({ kind: z.literal('numeric'), prompt: Html, unit: z.string().nullable() }),
  z.object({ kind: z.literal('matching'), prompt: Html, left: z.array(Option), right: z.array(Option) }),
  z.object({ kind: z.literal('ordering'), prompt: Html, items: z.array(Option) }),
]);
export type QuestionBody = z.infer<typeof QuestionBody>;
export type QuestionKind = QuestionBody['kind'];

/** A decimal written with a point and no exponent, kept as text so that it stays exact. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/);

/** What is right, and what to say about each answer. Kept apart from the body; never leaves the server before release. */
export const AnswerKey = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('single'), correct: OptionId }),
    z.object({ kind: z.literal('multiple'), correct: z.array(OptionId) }),
    z.object({ kind: z.literal('true_false'), correct: z.boolean() }),
    z.object({ kind: z.literal('numeric'), value: Decimal, tolerance: Decimal }),
    z.object({ kind: z.literal('matching'), pairs: z.record(OptionId, OptionId) }),
    z.object({ kind: z.literal('ordering'), order: z.array(OptionId) }),
  ])
  .and(z.object({ feedback: Html.nullable(), optionFeedback: z.record(OptionId, Html) }));
export type AnswerKey = z.infer<typeof AnswerKey>;

/** What a learner answers, by kind. `text` of a number is kept as it was typed. */
export const QuestionResponse = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single'), choice: OptionId }),
    z.strictObject({ kind: z.literal('multiple'), choices: z.array(OptionId).max(50) }),
    z.strictObject({ kind: z.literal('true_false'), value: z.boolean() }),
    z.strictObject({ kind: z.literal('numeric'), text: z.string().max(40) }),
    z.strictObject({ kind: z.literal('matching'), pairs: z.record(OptionId, OptionId) }),
    z.strictObject({ kind: z.literal('ordering'), order: z.array(OptionId).max(50) }),
  ])
  .meta({ id: 'QuestionResponse' });
export type QuestionResponse = z.infer<typeof QuestionResponse>;
