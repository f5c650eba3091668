import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results that follow what is corrected, by the rules they came from, and certificates that replace another. */
export class Gradebook20261126100800 implements MigrationInterface {
  name = 'Gradebook20261126100800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table result add column rules jsonb;

      alter table credential
        add column corrected boolean not null default false,
        add column replaced_by uuid,
        drop constraint credential_enrolment_key,
        add constraint credential_corrected_check check (not corrected or annulled_at is not null),
        add constraint credential_replaced_check check (replaced_by is null or corrected),
        add constraint credential_replaced_by_fkey foreign key (replaced_by) references credential on delete restrict;
      create unique index credential_standing_key on credential (enrolment_id) where annulled_at is null;
      create index credential_enrolment_idx on credential (enrolment_id, issued_at);
      create index credential_replaced_by_idx on credential (replaced_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table result drop column rules;
      drop index credential_standing_key;
      drop index credential_enrolment_idx;
      drop index credential_replaced_by_idx;
      alter table credential drop constraint credential_replaced_by_fkey;
      delete from credential old where exists (
        select from credential newer where newer.enrolment_id = old.enrolment_id and newer.id > old.id);
      alter table credential
        drop column corrected,
        drop column replaced_by,
        add constraint credential_enrolment_key unique (enrolment_id);
    `);
  }
}
