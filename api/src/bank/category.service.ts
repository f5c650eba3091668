import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { anchorOf } from '../content/layout.policy.ts';
import type { Actor } from '../platform/access.ts';
import { Database, refuseOn } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Refusal } from '../platform/refusal.ts';
import { QuestionCategory } from './category.entity.ts';
import type { NewCategory } from './category.schema.ts';
import { Question } from './question.entity.ts';

const insert = `
  insert into question_category (id, parent_id, name, key, position)
  select $1, $2, $3, $4, coalesce(max(position) + 1, 1) from question_category where parent_id is not distinct from $2
  on conflict on constraint question_category_name_key do nothing
  returning id`;

/** Whether the first category is the second, or lies under it. */
const isUnder = `
  with recursive above as (
    select id, parent_id from question_category where id = $1
    union all
    select parent.id, parent.parent_id from question_category parent join above on parent.id = above.parent_id)
  select id from above where id = $2`;

/** Children of the first that the second has by the same name: they can not both hang there. */
const clashing = `
  select child.id, other.id as "otherId"
  from question_category child
  join question_category other on other.name = child.name and other.parent_id = $2
  where child.parent_id = $1`;

/** The tree in which questions lie. Changes of its shape take turns. */
@Injectable()
export class CategoryService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async create(actor: Actor, { name, parentId }: NewCategory) {
    return this.shaping(async () => {
      const id = newId();
      const row = [id, parentId, name, anchorOf(name)];
      const { count } = await unknown(this.db.run(insert, row));
      if (!count) throw new Refusal('category_exists');
      await this.record(actor, 'create', id, { name, parentId });
      return { id, name, parentId };
    });
  }

  /** Gives it another name, or another place, with all that lies under it. */
  async change(actor: Actor, id: string, { name, parentId }: NewCategory) {
    return this.shaping(async () => {
      if (parentId && (await this.isUnder(parentId, id))) throw new Refusal('category_loop');
      const change = { name, parentId, key: anchorOf(name) };
      const { affected } = await unknown(
        refuseOn('question_category_name_key', 'category_exists', this.db.of(QuestionCategory).update({ id }, change)),
      );
      if (!affected) throw new Refusal('not_found');
      await this.record(actor, 'change', id, { name, parentId });
      return { id, name, parentId };
    });
  }

  /** Puts all that it holds into another, and takes it away. Children by the same name become one. */
  async merge(actor: Actor, id: string, into: string): Promise<void> {
    await this.shaping(async () => {
      if (await this.isUnder(into, id)) throw new Refusal('category_loop');
      const found = await this.db.of(QuestionCategory).countBy([{ id }, { id: into }]);
      if (found < 2) throw new Refusal('not_found');
      await this.pour(id, into);
      await this.record(actor, 'merge', id, { into });
    });
  }

  /** Takes away an empty one. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.shaping(async () => {
      const full = this.db.of(QuestionCategory).delete({ id });
      const { affected } = await refuseOn(
        'question_category_parent_fkey',
        'category_not_empty',
        refuseOn('question_category_fkey', 'category_not_empty', full),
      );
      if (!affected) throw new Refusal('not_found');
      await this.record(actor, 'remove', id, {});
    });
  }

  /** The category at the end of this path of names, from the outermost in, under another or none; what is missing is made. */
  async ofPath(names: readonly string[], under: string | null = null): Promise<string | null> {
    let parentId = under;
    for (const name of names) parentId = await this.child(parentId, name);
    return parentId;
  }

  /** The category by this name under another, made where it is missing. */
  private async child(parentId: string | null, name: string): Promise<string> {
    const find = `select id from question_category where parent_id is not distinct from $1 and name = $2`;
    const found = await this.db.run(find, [parentId, name]);
    const made = found.rows.length > 0 ? found : await this.db.run(insert, [newId(), parentId, name, anchorOf(name)]);
    const { rows } = made.rows.length > 0 ? made : await this.db.run(find, [parentId, name]);
    return (rows as [{ id: string }])[0].id;
  }

  private async pour(from: string, into: string): Promise<void> {
    const { rows } = await this.db.run(clashing, [from, into]);
    for (const { id, otherId } of rows as { id: string; otherId: string }[]) await this.pour(id, otherId);
    await this.db.of(QuestionCategory).update({ parentId: from }, { parentId: into });
    await this.db.of(Question).update({ categoryId: from }, { categoryId: into });
    await this.db.of(QuestionCategory).delete({ id: from });
  }

  private async isUnder(id: string, root: string): Promise<boolean> {
    return (await this.db.run(isUnder, [id, root])).rows.length > 0;
  }

  private shaping<T>(work: () => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      await this.db.run(`select pg_advisory_xact_lock(hashtext('question_category'))`);
      return work();
    });
  }

  private record(actor: Actor, what: string, subjectId: string, detail: object): Promise<void> {
    const action = `question_category.${what}`;
    return this.audit.record({ actorId: actor.id, action, subjectKind: 'question_category', subjectId, detail });
  }
}

const unknown = <T>(write: Promise<T>) => refuseOn('question_category_parent_fkey', 'unknown_category', write);
