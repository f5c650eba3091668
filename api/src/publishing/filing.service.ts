import { Injectable } from '@nestjs/common';
import { CategoryService } from '../bank/category.service.ts';
import type { QuestionMeta } from '../content/content.schema.ts';
import { Database } from '../platform/database.ts';

type Filed = { id: string; meta: QuestionMeta };

/** The folder may file a question otherwise only while nobody did in the bank. */
const file = `
  update question set category_id = about.category_id, topic = about.topic, difficulty = about.difficulty,
    outcome = about.outcome, territories = about.territories, tags = about.tags, folder_about = about.said
  from (
    select (said->>'id')::uuid as id, (said->>'categoryId')::uuid as category_id, said->>'topic' as topic,
      (said->>'difficulty')::integer as difficulty, said->>'outcome' as outcome,
      array(select jsonb_array_elements_text(said->'territories')) as territories,
      array(select jsonb_array_elements_text(said->'tags')) as tags, said - 'id' as said
    from jsonb_array_elements($1::jsonb) said) about
  where question.id = about.id and question.folder_about is distinct from about.said
    and coalesce(question.folder_about, $2::jsonb) = jsonb_build_object(
      'categoryId', question.category_id, 'topic', question.topic, 'difficulty', question.difficulty,
      'outcome', question.outcome, 'territories', question.territories, 'tags', question.tags)`;

const nothing = { categoryId: null, topic: null, difficulty: null, outcome: null, territories: [], tags: [] };

/** Files questions of the folder in the bank: their category, made where it is missing, and what they are about. */
@Injectable()
export class FilingService {
  constructor(
    private readonly db: Database,
    private readonly categories: CategoryService,
  ) {}

  async file(questions: readonly Filed[]): Promise<void> {
    const known = new Map<string, string | null>();
    const rows: object[] = [];
    for (const { id, meta } of questions) {
      const { category, ...about } = meta;
      const path = category.join('/');
      if (!known.has(path)) known.set(path, await this.categories.ofPath(category));
      rows.push({ id, ...about, categoryId: known.get(path) ?? null });
    }
    await this.db.run(file, [JSON.stringify(rows), JSON.stringify(nothing)]);
  }
}
