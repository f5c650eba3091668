import { z } from 'zod';
import { recordOf } from '../platform/schema.ts';

/** A written key: stable, never a position, chosen by the author. */
export const OptionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Sanitised HTML of a phrase or a few paragraphs. */
const Html = z.string().max(20_000);
/** The most options, pairs, places or things to sort. */
const most = 50;
const Option = z.object({ id: OptionId, html: Html });
const Prompt = { prompt: Html };

/** A decimal written with a point and no exponent, kept as text so that it stays exact. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/);

/** A name of a variable in a formula. */
export const VariableName = z.string().regex(/^[a-z][a-z0-9_]{0,19}$/);

/** Thousandths of the picture's width or height, from its upper left corner. */
const Permille = z.int().min(0).max(1000);
const Point = z.object({ x: Permille, y: Permille });
/** A place on a picture; its name is what the list beside the picture says. */
const Area = z.object({
  id: OptionId,
  name: z.string().min(1).max(200),
  shape: z.discriminatedUnion('type', [
    z.object({ type: z.literal('rectangle'), from: Point, to: Point }),
    z.object({ type: z.literal('circle'), centre: Point, radius: Permille }),
    z.object({ type: z.literal('polygon'), points: z.array(Point).min(3).max(60) }),
  ]),
});
/** A public blob with its size in pixels. */
const pixels = z.int().min(1).max(100_000);
const Picture = z.object({ src: z.string().max(200), width: pixels, height: pixels, alt: z.string().max(2000) });

/** A text with holes: what stands between, and how each hole is filled. */
const GapPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('html'), html: Html }),
  z.object({ type: z.literal('text'), id: OptionId }),
  z.object({ type: z.literal('number'), id: OptionId }),
  z.object({ type: z.literal('choice'), id: OptionId, options: z.array(Option).min(2).max(20) }),
]);

/**
 * What a learner sees of a question, by kind. No part of it tells the answer. The prompt of a calculated one holds
 * `{name}` where a variable goes; an attempt shows the number that was drawn there.
 */
export const QuestionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), ...Prompt, options: z.array(Option).max(most) }),
  z.object({ kind: z.literal('multiple'), ...Prompt, options: z.array(Option).max(most) }),
  z.object({ kind: z.literal('true_false'), ...Prompt }),
  z.object({ kind: z.literal('numeric'), ...Prompt, unit: z.string().max(100).nullable() }),
  z.object({ kind: z.literal('short'), ...Prompt }),
  z.object({ kind: z.literal('matching'), ...Prompt, left: z.array(Option).max(most), right: z.array(Option).max(most) }),
  z.object({ kind: z.literal('ordering'), ...Prompt, items: z.array(Option).max(most) }),
  z.object({ kind: z.literal('gaps'), ...Prompt, parts: z.array(GapPart).max(200) }),
  z.object({ kind: z.literal('categorise'), ...Prompt, items: z.array(Option).max(most), bins: z.array(Option).max(most) }),
  z.object({ kind: z.literal('hotspot'), ...Prompt, picture: Picture, areas: z.array(Area).max(most), many: z.boolean() }),
  z.object({ kind: z.literal('calculated'), ...Prompt, unit: z.string().max(100).nullable() }),
  z.object({
    kind: z.literal('essay'),
    ...Prompt,
    minWords: z.int().min(0).max(100_000).nullable(),
    maxWords: z.int().min(1).max(100_000).nullable(),
  }),
  z.object({
    kind: z.literal('file'),
    ...Prompt,
    maxFiles: z.int().min(1).max(20),
    maxBytes: z.int().min(1).max(1_000_000_000),
    /** Endings without the dot: `pdf`. */
    types: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(most),
  }),
]);
export type QuestionBody = z.infer<typeof QuestionBody>;
export type QuestionKind = QuestionBody['kind'];
export const questionKinds = QuestionBody.options.map(({ shape }) => shape.kind.value);

/** How far from the right number still counts: by so much, or by such a part of it (`0.05` is 5 %). */
const tolerance = { tolerance: Decimal, relative: z.boolean().default(false) };

/** How marks become points where several can be right; `docs/contenido.md` states the four. */
export const CreditRule = z.enum(['net', 'each', 'only_right', 'exact']);
export type CreditRule = z.infer<typeof CreditRule>;

/** Texts that count as right. Unless it says so, case and accents do not matter. */
const Accepted = {
  accepted: z.array(z.string().min(1).max(200)).min(1).max(50),
  matchCase: z.boolean().default(false),
  matchAccents: z.boolean().default(false),
};
const GapKey = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...Accepted }),
  z.object({ type: z.literal('number'), value: Decimal, ...tolerance }),
  z.object({ type: z.literal('choice'), correct: OptionId }),
]);
/** Drawn evenly from `min` to `max` in steps of `step`. */
const Variable = z.object({ name: VariableName, min: Decimal, max: Decimal, step: Decimal });

/** What is right, and what to say about each answer. Kept apart from the body; never leaves the server before release. */
export const AnswerKey = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('single'), correct: OptionId }),
    z.object({ kind: z.literal('multiple'), correct: z.array(OptionId).max(most), credit: CreditRule.default('net') }),
    z.object({ kind: z.literal('true_false'), correct: z.boolean() }),
    z.object({ kind: z.literal('numeric'), value: Decimal, ...tolerance }),
    z.object({ kind: z.literal('short'), ...Accepted }),
    z.object({ kind: z.literal('matching'), pairs: recordOf(OptionId, OptionId, most) }),
    z.object({ kind: z.literal('ordering'), order: z.array(OptionId).max(most) }),
    z.object({ kind: z.literal('gaps'), gaps: recordOf(OptionId, GapKey, 200) }),
    z.object({ kind: z.literal('categorise'), bins: recordOf(OptionId, OptionId, most) }),
    z.object({ kind: z.literal('hotspot'), correct: z.array(OptionId).min(1).max(most) }),
    z.object({
      kind: z.literal('calculated'),
      variables: z.array(Variable).min(1).max(10),
      formula: z.string().min(1).max(500),
      ...tolerance,
      /** How many decimals the right answer shows. */
      decimals: z.int().min(0).max(6).default(2),
    }),
    z.object({ kind: z.literal('essay'), guide: Html.nullable() }),
    z.object({ kind: z.literal('file'), guide: Html.nullable() }),
  ])
  .and(z.object({ feedback: Html.nullable(), optionFeedback: recordOf(OptionId, Html, most) }));
export type AnswerKey = z.infer<typeof AnswerKey>;

/** The longest essay, in characters of its HTML. */
export const longestEssay = 100_000;

/** What a learner answers, by kind. `text` of a number is kept as it was typed. */
export const QuestionResponse = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single'), choice: OptionId }),
    z.strictObject({ kind: z.literal('multiple'), choices: z.array(OptionId).max(most) }),
    z.strictObject({ kind: z.literal('true_false'), value: z.boolean() }),
    z.strictObject({ kind: z.literal('numeric'), text: z.string().max(40) }),
    z.strictObject({ kind: z.literal('short'), text: z.string().max(400) }),
    z.strictObject({ kind: z.literal('matching'), pairs: recordOf(OptionId, OptionId, most) }),
    z.strictObject({ kind: z.literal('ordering'), order: z.array(OptionId).max(most) }),
    z.strictObject({ kind: z.literal('gaps'), gaps: recordOf(OptionId, z.string().max(400), 200) }),
    z.strictObject({ kind: z.literal('categorise'), bins: recordOf(OptionId, OptionId, most) }),
    z.strictObject({ kind: z.literal('hotspot'), areas: z.array(OptionId).max(most) }),
    z.strictObject({ kind: z.literal('calculated'), text: z.string().max(40) }),
    z.strictObject({ kind: z.literal('essay'), html: z.string().max(longestEssay) }),
    /** Ids of files that were uploaded for this answer. */
    z.strictObject({ kind: z.literal('file'), files: z.array(z.uuid()).max(20) }),
  ])
  .meta({ id: 'QuestionResponse' });
export type QuestionResponse = z.infer<typeof QuestionResponse>;

/** The numbers that an attempt drew for a calculated question, by name. */
export const Drawn = z.record(VariableName, Decimal);
export type Drawn = z.infer<typeof Drawn>;

/** A key as it is written or kept: rules that have a usual value may be absent. Reading it as `AnswerKey` fills them in. */
export type WrittenAnswerKey = z.input<typeof AnswerKey>;
