import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import type { Actor } from '../platform/access.ts';
import { Database, refuseOn } from '../platform/database.ts';

const move = `update question set category_id = $2 where id = any($1) and category_id is distinct from $2`;

/** Tags keep the order of the alphabet, each once. */
const tag = `
  update question set tags = next.tags
  from (
    select id, array(
      select distinct each from unnest(tags || $2::text[]) each where each <> all($3::text[]) order by each) as tags
    from question where id = any($1)) next
  where question.id = next.id and question.tags is distinct from next.tags`;

/** One change of many questions, in one statement. */
@Injectable()
export class BulkService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  move(actor: Actor, { ids, categoryId }: { ids: string[]; categoryId: string | null }) {
    return this.change(actor, 'question.move', move, [ids, categoryId], { ids, categoryId });
  }

  tag(actor: Actor, { ids, add, remove }: { ids: string[]; add: string[]; remove: string[] }) {
    return this.change(actor, 'question.tag', tag, [ids, add, remove], { ids, add, remove });
  }

  private change(actor: Actor, action: string, text: string, params: unknown[], detail: object) {
    return this.db.transaction(async () => {
      const write = this.db.run(text, params);
      const { count } = await refuseOn(
        'question_category_fkey',
        'unknown_category',
        refuseOn('question_tags_check', 'too_many_tags', write),
      );
      await this.audit.record({ actorId: actor.id, action, subjectKind: 'question', subjectId: 'many', detail });
      return { questions: count };
    });
  }
}
