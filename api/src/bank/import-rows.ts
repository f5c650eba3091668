import type { ExchangeQuestion } from '../interchange/exchange.schema.ts';
import { fingerprint } from '../platform/fingerprint.ts';
import type { Known } from './known-names.ts';
import { mediaOf, plainOf } from './phrases.policy.ts';
import type { Question, QuestionMedia, QuestionVersion } from './question.entity.ts';

/** What all questions of a file have in common, and what they may name. */
export type Brought = Known & {
  authorId: string;
  at: Date;
  /** By their path, its names one a line. */
  categories: ReadonlyMap<string, string | null>;
};

const longestTag = 200;

/** A question of a file as rows of the bank; a topic or a territory that the bank does not know is left out. */
export function rowsOf(
  exchanged: ExchangeQuestion,
  id: string,
  versionId: string,
  { authorId, at, categories, topics, territories }: Brought,
): { question: Question; version: QuestionVersion; media: QuestionMedia[] } {
  const { kind, points, body, answerKey, topic, difficulty, outcome } = exchanged;
  const tags = [...new Set(exchanged.tags.map((tag) => tag.trim().toLowerCase().slice(0, longestTag)))].filter(Boolean);
  return {
    question: {
      ...{ id, courseId: null, key: id, origin: 'import', difficulty, outcome, tags, createdAt: at, retiredAt: null },
      categoryId: categories.get(exchanged.category.join('\n')) ?? null,
      topic: topic && topics.has(topic) ? topic : null,
      territories: exchanged.territories.filter((key) => territories.has(key)),
      ...{ folderAbout: null, currentVersionId: null, comparedVersionId: null },
    },
    version: {
      ...{ id: versionId, questionId: id, n: 1, kind, points, body, answerKey, plain: plainOf(body) },
      ...{ sha: fingerprint({ id, body, answerKey, points }), createdBy: authorId, note: null, createdAt: at },
    },
    media: mediaOf({ body, answerKey }).map((sha) => ({ versionId, sha })),
  };
}
