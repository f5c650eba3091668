import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database.ts';
import { Question, QuestionTwin } from './question.entity.ts';
import { compare } from './question.sql.ts';

type Pair = { id: string; otherId: string; similarity: number };
const chunk = 50;

/** Finds questions that say nearly the same, so that an author is warned. */
@Injectable()
export class TwinService {
  constructor(private readonly db: Database) {}

  /** Compares these questions with all others in use. */
  async compare(ids: string[]): Promise<void> {
    const { rows } = await this.db.run(compare, [ids]);
    const pairs = (rows as Pair[]).flatMap(({ id, otherId, similarity }) => [
      { questionId: id, otherId, similarity },
      { questionId: otherId, otherId: id, similarity },
    ]);
    if (pairs.length > 0)
      await this.db.of(QuestionTwin).createQueryBuilder().insert().values(pairs).orIgnore().execute();
  }

  /** Compares whatever changed and was not compared yet, a few at a time. */
  async catchUp(): Promise<void> {
    for (let more = true; more;) {
      const { rows } = await this.db.run(
        `select id from question where compared_version_id is distinct from current_version_id order by id limit ${chunk}`,
      );
      const ids = (rows as { id: string }[]).map(({ id }) => id);
      await this.db.transaction(async () => {
        if (ids.length > 0) await this.compare(ids);
      });
      more = ids.length === chunk;
    }
  }

  /** Forgets the likeness of what is taken out of use. */
  async forget(id: string): Promise<void> {
    await this.db.of(QuestionTwin).delete([{ questionId: id }, { otherId: id }]);
    await this.db.of(Question).update({ id: In([id]) }, { comparedVersionId: null });
  }
}
