import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an edition says of late work, and extensions that stay to be read once they are withdrawn. */
export class People20261126100400 implements MigrationInterface {
  name = 'People20261126100400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table task_setting
        add column late text,
        add constraint task_setting_late_check check (late in ('refuse', 'until', 'penalty'));

      alter table extension
        add column withdrawn_at timestamptz,
        add column withdrawn_by uuid,
        add column withdrawn_why text,
        drop constraint extension_once_key,
        add constraint extension_withdrawn_by_fkey foreign key (withdrawn_by) references person on delete restrict,
        add constraint extension_withdrawn_check check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3)),
        add constraint extension_withdrawn_why_check check (length(withdrawn_why) between 1 and 1000);
      create unique index extension_once_key on extension (edition_id, unit_key, enrolment_id, cohort_id)
        nulls not distinct where withdrawn_at is null;
      create index extension_edition_idx on extension (edition_id, id);
      create index extension_withdrawn_by_idx on extension (withdrawn_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table task_setting drop column late;
      delete from extension where withdrawn_at is not null;
      drop index extension_once_key;
      drop index extension_edition_idx;
      alter table extension
        drop column withdrawn_at,
        drop column withdrawn_by,
        drop column withdrawn_why,
        add constraint extension_once_key unique nulls not distinct (edition_id, unit_key, enrolment_id, cohort_id);
    `);
  }
}
