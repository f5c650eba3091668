import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of their own of some editions, attendance, and imports of notas. */
export class Grade20261125100500 implements MigrationInterface {
  name = 'Grade20261125100500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table grade_scheme (
        edition_id uuid not null,
        rules      jsonb not null,
        n          integer not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        constraint grade_scheme_pkey primary key (edition_id),
        constraint grade_scheme_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint grade_scheme_changed_by_fkey foreign key (changed_by) references person on delete restrict,
        constraint grade_scheme_n_check check (n >= 1)
      );
      create index grade_scheme_changed_by_idx on grade_scheme (changed_by);

      create table attendance (
        enrolment_id uuid not null,
        percent      integer not null,
        recorded_by  uuid not null,
        recorded_at  timestamptz not null,
        constraint attendance_pkey primary key (enrolment_id),
        constraint attendance_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint attendance_recorded_by_fkey foreign key (recorded_by) references person on delete restrict,
        constraint attendance_percent_check check (percent between 0 and 100)
      );
      create index attendance_recorded_by_idx on attendance (recorded_by);

      create table grade_import (
        id         uuid not null,
        edition_id uuid not null,
        actor_id   uuid not null,
        name       text not null,
        created_at timestamptz not null,
        changes    jsonb not null,
        refused    jsonb not null,
        reason     text,
        explanation text,
        asked_at   timestamptz,
        applied_at timestamptz,
        stale      jsonb,
        constraint grade_import_pkey primary key (id),
        constraint grade_import_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint grade_import_actor_fkey foreign key (actor_id) references person on delete restrict,
        constraint grade_import_reason_check check ((asked_at is null) = (reason is null)),
        constraint grade_import_order_check check (applied_at is null or asked_at is not null)
      );
      create index grade_import_edition_idx on grade_import (edition_id);
      create index grade_import_actor_idx on grade_import (actor_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table grade_import, attendance, grade_scheme');
  }
}
