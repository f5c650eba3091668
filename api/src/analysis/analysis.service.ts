import { Injectable } from '@nestjs/common';
import { reachOf } from '../identity/scope.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { csvOf } from '../platform/write-csv.ts';
import { measuresOf, questionsOf } from './analysis.policy.ts';
import type { AnalysisQuery } from './analysis.schema.ts';
import { analyse, findAnalysed } from './analysis.sql.ts';
import { rowOf, titles } from './table.policy.ts';
import { visible } from './region.policy.ts';

/**
 * How an evaluation and each of its questions measure. Every figure speaks of the people whom the reader may see: the
 * whole edition for its tutor, those of their region for a coordinator, who is told so.
 */
@Injectable()
export class AnalysisService {
  constructor(private readonly db: Database) {}

  async of(actor: Actor, editionId: string, unit: string, { attempts }: AnalysisQuery) {
    const reach = reachOf(actor.grants, 'grade:read');
    const [found] = await this.db.read(findAnalysed, ...reach, editionId, unit);
    const [facts] = found ? await this.db.read(analyse, ...reach, editionId, unit, attempts === 'all') : [];
    if (!found || !facts) throw new Refusal('not_found');
    const { id, title, name, timeZone, closesAt, unitTitle } = found;
    const { people, waiting, grade, share, seconds } = facts;
    return {
      edition: { id, title, name, timeZone },
      ...{ unit, title: unitTitle, closesAt, attempts, partial: facts.reached < facts.enrolled },
      ...{ people, waiting, grade, share, seconds, ...measuresOf(facts) },
      ...{ regions: visible(facts.regions), questions: questionsOf(facts) },
    };
  }

  /** One line a question, for a spreadsheet. */
  async csv(actor: Actor, editionId: string, unit: string, query: AnalysisQuery) {
    const { questions } = await this.of(actor, editionId, unit, query);
    return { text: csvOf(titles, questions.map(rowOf)), name: `${unit}-analisis.csv` };
  }
}
