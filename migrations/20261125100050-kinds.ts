import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Thirteen kinds of question, and the numbers that an attempt draws for those that are calculated. */
export class Kinds20261125100050 implements MigrationInterface {
  name = 'Kinds20261125100050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table question_version
        drop constraint question_version_kind_check,
        add constraint question_version_kind_check check (kind in (
          'single', 'multiple', 'true_false', 'numeric', 'short', 'matching', 'ordering', 'gaps', 'categorise',
          'hotspot', 'calculated', 'essay', 'file'
        ));
      alter table attempt_question add column drawn jsonb;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attempt_question drop column drawn;
      alter table question_version
        drop constraint question_version_kind_check,
        add constraint question_version_kind_check
          check (kind in ('single', 'multiple', 'true_false', 'numeric', 'matching', 'ordering'));
    `);
  }
}
