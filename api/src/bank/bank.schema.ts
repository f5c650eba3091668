import { z } from 'zod';
import { AnswerKey, QuestionBody } from '../content/question.schema.ts';
import { instant, pageOf, pageQueryOf } from '../platform/schema.ts';

export const Kind = z.enum(QuestionBody.options.map(({ shape }) => shape.kind.value));
const Origin = z.enum(['folder', 'editor', 'import']);
const TerritoryKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
export const Tag = z.string().trim().toLowerCase().min(1).max(200);
const flag = z.enum(['1']).optional();

export const QuestionFilter = z.strictObject({
  q: z.string().trim().max(200).optional(),
  /** With all that lies under it; `none` is what has no category. */
  category: z.union([z.uuid(), z.literal('none')]).optional(),
  kind: Kind.optional(),
  topic: z.string().max(80).optional(),
  difficulty: z.coerce.number().int().min(1).max(5).optional(),
  outcome: z.string().max(400).optional(),
  territory: TerritoryKey.optional(),
  tag: z.string().max(200).optional(),
  origin: Origin.optional(),
  /** In no evaluation. */
  unused: flag,
  /** Says nearly the same as another. */
  alike: flag,
  /** Taken out of use, which else are left out. */
  retired: flag,
});
export type QuestionFilter = z.infer<typeof QuestionFilter>;
export const QuestionQuery = pageQueryOf(z.tuple([z.uuid()]), QuestionFilter.shape);
export type QuestionQuery = z.infer<typeof QuestionQuery>;

/** What a question is about. */
export const QuestionAbout = z.strictObject({
  categoryId: z.uuid().nullable(),
  topic: z.string().max(80).nullable(),
  difficulty: z.int().min(1).max(5).nullable(),
  outcome: z.string().trim().min(1).max(400).nullable(),
  territories: z.array(TerritoryKey).max(50),
  tags: z.array(Tag).max(50),
});
export type QuestionAbout = z.infer<typeof QuestionAbout>;

export const QuestionLine = z
  .object({
    ...{ id: z.uuid(), kind: Kind, excerpt: z.string(), points: z.int(), n: z.int(), origin: Origin },
    ...{ categoryId: z.uuid().nullable(), category: z.string().nullable(), topic: z.string().nullable() },
    ...{ difficulty: z.int().nullable(), territories: z.array(z.string()), tags: z.array(z.string()) },
    ...{ changedAt: instant, retiredAt: instant.nullable() },
    /** Evaluations that hold it, answers given to it, and how many others say nearly the same. */
    ...{ uses: z.int(), answers: z.int(), twins: z.int() },
  })
  .meta({ id: 'QuestionLine' });
export const QuestionPage = pageOf(QuestionLine, 'QuestionPage');

const Facet = z.object({ key: z.string(), name: z.string(), count: z.int() });
export const CategoryNode = z.object({
  ...{ id: z.uuid(), parentId: z.uuid().nullable(), name: z.string(), depth: z.int(), path: z.string() },
  /** Questions in it, and in all that lies under it. */
  ...{ own: z.int(), all: z.int() },
});
/** `categories` in the order of the tree; every topic and kind of territory, used or not. Counts are of questions in use. */
export const BankFacets = z
  .object({
    ...{ total: z.int(), uncategorised: z.int(), categories: z.array(CategoryNode) },
    ...{ kinds: z.array(Facet), topics: z.array(Facet), territories: z.array(Facet), tags: z.array(Facet) },
    ...{ outcomes: z.array(Facet) },
  })
  .meta({ id: 'BankFacets' });

/** The wording of a question; its phrases are Markdown where it is written, and HTML where it is read. */
export const Wording = z.object({ points: z.int().min(1).max(99_000), body: QuestionBody, answerKey: AnswerKey });
export type Wording = z.infer<typeof Wording>;

const VersionView = z.object({
  ...{ id: z.uuid(), n: z.int(), kind: Kind, points: z.int(), body: QuestionBody, answerKey: AnswerKey },
  ...{ createdAt: instant, author: z.string().nullable(), note: z.string().nullable() },
  /** Answers that were marked, and the part of their points that they earned, in thousandths; null where there are none. */
  ...{ answers: z.int(), facility: z.int().nullable() },
});
const Use = z.object({
  ...{ courseTitle: z.string(), courseVersion: z.int(), unitKey: z.string(), unitTitle: z.string() },
  ...{ questionVersion: z.int(), editions: z.int(), current: z.boolean() },
});
export const Twin = z.object({ id: z.uuid(), excerpt: z.string(), similarity: z.int() });

/** `source` is the current version with its phrases as Markdown, to be edited. */
export const QuestionView = z
  .object({
    ...{ id: z.uuid(), origin: Origin, currentVersionId: z.uuid(), courseTitle: z.string().nullable() },
    ...{ about: QuestionAbout, category: z.string().nullable(), retiredAt: instant.nullable(), source: Wording },
    ...{ versions: z.array(VersionView), uses: z.array(Use), twins: z.array(Twin) },
    /** Evaluations that hold an older version. */
    behind: z.int(),
  })
  .meta({ id: 'BankQuestion' });

export const NewQuestion = z.strictObject({ about: QuestionAbout, wording: Wording });
export type NewQuestion = z.infer<typeof NewQuestion>;

/** `base` is the version that was being edited: if another came since, nothing is written. */
export const QuestionEdit = z.strictObject({
  ...{ base: z.uuid(), about: QuestionAbout, wording: Wording },
  note: z.string().trim().min(1).max(500),
});
export type QuestionEdit = z.infer<typeof QuestionEdit>;

/** What was written, and which others say nearly the same. */
export const Written = z
  .object({ id: z.uuid(), versionId: z.uuid(), n: z.int(), twins: z.array(Twin) })
  .meta({ id: 'WrittenQuestion' });

const Many = z.array(z.uuid()).min(1).max(1000);
export const MoveBody = z.strictObject({ ids: Many, categoryId: z.uuid().nullable() });
export const TagBody = z.strictObject({
  ...{ ids: Many, add: z.array(Tag).max(20).default([]), remove: z.array(Tag).max(20).default([]) },
});
export const Touched = z.object({ questions: z.int() }).meta({ id: 'TouchedQuestions' });

export const PushBody = z.strictObject({ versionId: z.uuid() });
/** Pools that now hold the current version, and attempts that keep an older one. */
export const PushView = z
  .object({ evaluations: z.int(), openAttempts: z.int(), endedAttempts: z.int() })
  .meta({ id: 'PushedQuestion' });
export type PushView = z.infer<typeof PushView>;
