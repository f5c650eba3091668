import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks with their rules and rubric, groups, and what people hand in: versions that stay, and files. */
export class Submission20261125100300 implements MigrationInterface {
  name = 'Submission20261125100300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table version_unit
        drop constraint version_unit_kind_check,
        drop constraint version_unit_weight_check,
        add constraint version_unit_kind_check check (kind in ('lesson', 'evaluation', 'task')),
        add constraint version_unit_weight_check check ((kind <> 'lesson') = (weight is not null));

      create table task (
        version_id       uuid not null,
        unit_key         text not null,
        instructions     text not null,
        sample           text,
        rubric           jsonb not null,
        points           integer not null,
        demand           integer not null,
        mode             text not null,
        takes_text       boolean not null,
        takes_files      boolean not null,
        min_words        integer,
        max_words        integer,
        file_types       text[] not null,
        max_files        integer not null,
        max_bytes        integer not null,
        due_days         integer,
        late             text not null,
        late_days        integer,
        penalty          integer not null,
        resubmissions    integer not null,
        anonymous        boolean not null,
        double_threshold integer,
        peer_reviews     integer not null,
        peer_anonymous   boolean not null,
        peer_own_weight  integer not null,
        constraint task_pkey primary key (version_id, unit_key),
        constraint task_unit_fkey foreign key (version_id, unit_key) references version_unit on delete cascade,
        constraint task_points_check check (points > 0),
        constraint task_demand_check check (demand between 1 and 99),
        constraint task_mode_check check (mode in ('individual', 'group')),
        constraint task_takes_check check (takes_text or takes_files),
        constraint task_words_check check (min_words >= 0 and max_words >= 1),
        constraint task_files_check check (max_files between 0 and 20 and max_bytes > 0),
        constraint task_due_check check (due_days >= 0),
        constraint task_late_check check (late in ('refuse', 'until', 'penalty')),
        constraint task_late_days_check check (late_days >= 0),
        constraint task_penalty_check check (penalty between 0 and 60),
        constraint task_resubmissions_check check (resubmissions between 0 and 10),
        constraint task_double_check check (double_threshold between 1 and 60),
        constraint task_peer_check check (peer_reviews between 0 and 10 and peer_own_weight between 0 and 100)
      );
      create table task_setting (
        edition_id uuid not null,
        unit_key   text not null,
        opens_at   timestamptz,
        due_at     timestamptz,
        cutoff_at  timestamptz,
        penalty    integer,
        changed_by uuid not null,
        changed_at timestamptz not null,
        constraint task_setting_pkey primary key (edition_id, unit_key),
        constraint task_setting_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint task_setting_changed_by_fkey foreign key (changed_by) references person on delete restrict,
        constraint task_setting_dates_check check (opens_at < due_at and due_at <= cutoff_at),
        constraint task_setting_penalty_check check (penalty between 0 and 60)
      );
      create index task_setting_changed_by_idx on task_setting (changed_by);

      create table work_group (
        id         uuid not null,
        edition_id uuid not null,
        unit_key   text not null,
        name       text collate "es-CL-x-icu" not null,
        constraint work_group_pkey primary key (id),
        constraint work_group_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint work_group_name_key unique (edition_id, unit_key, name),
        constraint work_group_unit_key unique (id, unit_key),
        constraint work_group_name_check check (length(name) between 1 and 80)
      );
      create table work_group_member (
        group_id     uuid not null,
        unit_key     text not null,
        enrolment_id uuid not null,
        constraint work_group_member_pkey primary key (enrolment_id, unit_key),
        constraint work_group_member_group_fkey foreign key (group_id, unit_key)
          references work_group (id, unit_key) on delete cascade,
        constraint work_group_member_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade
      );
      create index work_group_member_group_idx on work_group_member (group_id, unit_key);

      create sequence submission_folio;
      create table submission (
        id             uuid not null,
        kind           text not null,
        edition_id     uuid not null,
        unit_key       text not null,
        enrolment_id   uuid not null,
        group_id       uuid,
        attempt_id     uuid,
        position       integer,
        state          text not null,
        version        integer not null,
        submitted_at   timestamptz,
        late_minutes   integer not null,
        published_at   timestamptz,
        created_at     timestamptz not null,
        draft          text not null,
        draft_seq      integer not null,
        draft_saved_at timestamptz,
        constraint submission_pkey primary key (id),
        constraint submission_edition_fkey foreign key (edition_id) references edition on delete restrict,
        constraint submission_enrolment_fkey foreign key (enrolment_id) references enrolment on delete restrict,
        constraint submission_group_fkey foreign key (group_id) references work_group on delete restrict,
        constraint submission_attempt_fkey foreign key (attempt_id) references attempt on delete restrict,
        constraint submission_kind_check check (kind in ('task', 'answer')),
        constraint submission_answer_check check (
          (kind = 'answer') = (attempt_id is not null) and (kind = 'answer') = (position is not null)),
        constraint submission_state_check check (state in ('draft', 'submitted', 'returned', 'published')),
        constraint submission_sent_check check (state = 'draft' or (version > 0 and submitted_at is not null)),
        constraint submission_version_check check (version >= 0 and late_minutes >= 0 and draft_seq >= 0),
        constraint submission_draft_check check (length(draft) <= 200000)
      );
      create unique index submission_own_key on submission (enrolment_id, unit_key)
        where kind = 'task' and group_id is null;
      create unique index submission_group_key on submission (group_id, unit_key);
      create unique index submission_answer_key on submission (attempt_id, position);
      create index submission_edition_idx on submission (edition_id, unit_key, state, submitted_at);
      create index submission_enrolment_idx on submission (enrolment_id, unit_key);
      create table submission_version (
        submission_id uuid not null,
        n             integer not null,
        html          text not null,
        words         integer not null,
        submitted_at  timestamptz not null,
        submitted_by  uuid not null,
        late_minutes  integer not null,
        folio         text not null,
        constraint submission_version_pkey primary key (submission_id, n),
        constraint submission_version_submission_fkey foreign key (submission_id) references submission on delete restrict,
        constraint submission_version_by_fkey foreign key (submitted_by) references person on delete restrict,
        constraint submission_version_folio_key unique (folio)
      );
      create index submission_version_by_idx on submission_version (submitted_by);
      create table submission_file (
        id            uuid not null,
        submission_id uuid not null,
        version       integer,
        name          text not null,
        media_type    text not null,
        size          integer not null,
        sha256        text not null,
        uploaded_by   uuid not null,
        created_at    timestamptz not null,
        removed_at    timestamptz,
        constraint submission_file_pkey primary key (id),
        constraint submission_file_submission_fkey foreign key (submission_id) references submission on delete restrict,
        constraint submission_file_by_fkey foreign key (uploaded_by) references person on delete restrict,
        constraint submission_file_name_check check (length(name) between 1 and 200),
        constraint submission_file_sha_check check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint submission_file_removed_check check (removed_at is null or version is null)
      );
      create index submission_file_submission_idx on submission_file (submission_id, version);
      create index submission_file_sha_idx on submission_file (sha256);
      create index submission_file_by_idx on submission_file (uploaded_by);
      create table upload (
        id            uuid not null,
        submission_id uuid not null,
        person_id     uuid not null,
        name          text not null,
        size          integer not null,
        created_at    timestamptz not null,
        constraint upload_pkey primary key (id),
        constraint upload_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint upload_person_fkey foreign key (person_id) references person on delete cascade
      );
      create index upload_submission_idx on upload (submission_id);
      create index upload_person_idx on upload (person_id);
      create index upload_created_idx on upload (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table upload, submission_file, submission_version, submission, work_group_member, work_group, task_setting, task;
      drop sequence submission_folio;
      alter table version_unit
        drop constraint version_unit_kind_check,
        drop constraint version_unit_weight_check,
        add constraint version_unit_kind_check check (kind in ('lesson', 'evaluation')),
        add constraint version_unit_weight_check check ((kind = 'evaluation') = (weight is not null));
    `);
  }
}
