import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of notas, notices to people, cohorts and extensions. */
export class Ledger20261125100000 implements MigrationInterface {
  name = 'Ledger20261125100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notice (
        id         uuid not null,
        person_id  uuid not null,
        kind       text not null,
        title      text not null,
        body       text not null,
        path       text not null,
        created_at timestamptz not null,
        read_at    timestamptz,
        constraint notice_pkey primary key (id),
        constraint notice_person_fkey foreign key (person_id) references person on delete cascade
      );
      create index notice_person_idx on notice (person_id, id desc);
      create index notice_unread_idx on notice (person_id) where read_at is null;

      create table cohort (
        id         uuid not null,
        edition_id uuid not null,
        name       text collate "es-CL-x-icu" not null,
        constraint cohort_pkey primary key (id),
        constraint cohort_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint cohort_edition_name_key unique (edition_id, name),
        constraint cohort_name_check check (length(name) between 1 and 80)
      );
      alter table enrolment add constraint enrolment_cohort_fkey foreign key (cohort_id) references cohort on delete set null;
      create index enrolment_cohort_idx on enrolment (cohort_id);

      create table extension (
        id             uuid not null,
        edition_id     uuid not null,
        unit_key       text not null,
        enrolment_id   uuid,
        cohort_id      uuid,
        extra_minutes  integer not null,
        closes_at      timestamptz,
        extra_attempts integer not null,
        reason         text not null,
        granted_by     uuid not null,
        granted_at     timestamptz not null,
        constraint extension_pkey primary key (id),
        constraint extension_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint extension_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint extension_cohort_fkey foreign key (cohort_id) references cohort on delete cascade,
        constraint extension_granted_by_fkey foreign key (granted_by) references person on delete restrict,
        constraint extension_whose_check check (num_nonnulls(enrolment_id, cohort_id) = 1),
        constraint extension_once_key unique nulls not distinct (edition_id, unit_key, enrolment_id, cohort_id),
        constraint extension_minutes_check check (extra_minutes between 0 and 1440),
        constraint extension_attempts_check check (extra_attempts between 0 and 20),
        constraint extension_reason_check check (length(reason) between 1 and 1000)
      );
      create index extension_enrolment_idx on extension (enrolment_id);
      create index extension_cohort_idx on extension (cohort_id);
      create index extension_granted_by_idx on extension (granted_by);

      alter table unit_grade
        add column computed integer,
        add column overridden boolean not null default false,
        add constraint unit_grade_computed_check check (computed between 10 and 70),
        add constraint unit_grade_source_check check (overridden or computed = grade);
      update unit_grade set computed = grade;
      alter table unit_grade alter column overridden drop default;
      create table grade_change (
        id           uuid not null,
        enrolment_id uuid not null,
        unit_key     text not null,
        at           timestamptz not null,
        actor_id     uuid,
        cause        text not null,
        before       integer,
        after        integer,
        reason       text,
        explanation  text,
        batch_id     uuid,
        constraint grade_change_pkey primary key (id),
        constraint grade_change_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint grade_change_actor_fkey foreign key (actor_id) references person on delete restrict,
        constraint grade_change_cause_check
          check (cause in ('evaluation', 'mark', 'regrade', 'undo', 'override', 'lift', 'appeal', 'import')),
        constraint grade_change_before_check check (before between 10 and 70),
        constraint grade_change_after_check check (after between 10 and 70)
      );
      create index grade_change_unit_idx on grade_change (enrolment_id, unit_key, id);
      create index grade_change_actor_idx on grade_change (actor_id);
      create index grade_change_batch_idx on grade_change (batch_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table grade_change, extension;
      alter table unit_grade drop column overridden, drop column computed;
      alter table enrolment drop constraint enrolment_cohort_fkey;
      drop index enrolment_cohort_idx;
      drop table cohort, notice;
    `);
  }
}
