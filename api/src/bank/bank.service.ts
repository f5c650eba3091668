import { Injectable } from '@nestjs/common';
import { htmlToPhrase } from '../content/phrase.service.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { toPage } from '../platform/schema.ts';
import type { QuestionQuery } from './bank.schema.ts';
import { findFacets, findQuestions, sieveOf } from './bank.sql.ts';
import { mapPhrases } from './phrases.policy.ts';
import { findQuestion } from './question.sql.ts';

/** What the bank holds, for whoever writes or uses questions. It is one for the whole country. */
@Injectable()
export class BankService {
  constructor(private readonly db: Database) {}

  async list({ after, limit, ...filter }: QuestionQuery) {
    const rows = await this.db.read(findQuestions, ...sieveOf(filter), after?.[0] ?? null, limit + 1);
    return toPage(rows, limit, ({ id }) => [id]);
  }

  async facets() {
    const [found] = await this.db.read(findFacets);
    return found;
  }

  async question(id: string) {
    const [found] = await this.db.read(findQuestion, id);
    const [current] = found?.versions.filter((version) => version.id === found.currentVersionId) ?? [];
    if (!found || !current) throw new Refusal('not_found');
    const { points, body, answerKey } = current;
    return { ...found, source: mapPhrases({ points, body, answerKey }, htmlToPhrase) };
  }
}
