import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enrolments, learning events with their projections, evaluations with their attempts, grades and certificates. */
export class Learning20261122100300 implements MigrationInterface {
  name = 'Learning20261122100300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table enrolment (
        id           uuid not null,
        edition_id   uuid not null,
        person_id    uuid not null,
        parent_id    uuid,
        cohort_id    uuid,
        enrolled_at  timestamptz not null,
        last_unit    text,
        last_at      timestamptz,
        constraint enrolment_pkey primary key (id),
        constraint enrolment_edition_fkey foreign key (edition_id) references edition on delete restrict,
        constraint enrolment_person_fkey foreign key (person_id) references person on delete restrict,
        constraint enrolment_parent_fkey foreign key (parent_id) references enrolment on delete restrict,
        constraint enrolment_edition_person_key unique (edition_id, person_id)
      );
      create index enrolment_person_idx on enrolment (person_id);
      create index enrolment_parent_idx on enrolment (parent_id);

      create table learning_event (
        person_id    uuid not null,
        event_id     uuid not null,
        enrolment_id uuid not null,
        unit_key     text not null,
        kind         text not null,
        occurred_at  timestamptz not null,
        received_at  timestamptz not null,
        detail       jsonb not null,
        constraint learning_event_pkey primary key (person_id, event_id),
        constraint learning_event_enrolment_fkey foreign key (enrolment_id) references enrolment on delete restrict,
        constraint learning_event_kind_check check (kind in ('opened', 'read', 'unread', 'position', 'active'))
      );
      create index learning_event_enrolment_idx on learning_event (enrolment_id, unit_key, received_at);
      create table unit_progress (
        enrolment_id uuid not null,
        unit_key     text not null,
        opened_at    timestamptz not null,
        done_at      timestamptz,
        changed_at   timestamptz not null,
        seconds      integer not null,
        anchor       text,
        permille     integer not null,
        positioned_at timestamptz not null,
        constraint unit_progress_pkey primary key (enrolment_id, unit_key),
        constraint unit_progress_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint unit_progress_permille_check check (permille between 0 and 1000),
        constraint unit_progress_seconds_check check (seconds >= 0)
      );
      create table personal_note (
        id           uuid not null,
        enrolment_id uuid not null,
        unit_key     text not null,
        body         text not null,
        created_at   timestamptz not null,
        changed_at   timestamptz not null,
        constraint personal_note_pkey primary key (id),
        constraint personal_note_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint personal_note_body_check check (length(body) between 1 and 4000)
      );
      create index personal_note_enrolment_idx on personal_note (enrolment_id, unit_key, id);

      create table evaluation (
        version_id   uuid not null,
        unit_key     text not null,
        draw         integer not null,
        minutes      integer,
        attempts     integer not null,
        keep         text not null,
        demand       integer not null,
        release      text not null,
        instructions text not null,
        constraint evaluation_pkey primary key (version_id, unit_key),
        constraint evaluation_unit_fkey foreign key (version_id, unit_key) references version_unit on delete cascade,
        constraint evaluation_draw_check check (draw >= 1),
        constraint evaluation_minutes_check check (minutes > 0),
        constraint evaluation_attempts_check check (attempts >= 1),
        constraint evaluation_keep_check check (keep in ('best', 'last', 'average')),
        constraint evaluation_demand_check check (demand between 1 and 99),
        constraint evaluation_release_check check (release in ('submission', 'closing'))
      );
      create table question (
        id        uuid not null,
        course_id uuid not null,
        key       text not null,
        constraint question_pkey primary key (id),
        constraint question_course_fkey foreign key (course_id) references course on delete restrict,
        constraint question_course_key_key unique (course_id, key)
      );
      create table question_version (
        id          uuid not null,
        question_id uuid not null,
        n           integer not null,
        sha         text not null,
        kind        text not null,
        points      integer not null,
        body        jsonb not null,
        answer_key  jsonb not null,
        created_at  timestamptz not null,
        constraint question_version_pkey primary key (id),
        constraint question_version_question_fkey foreign key (question_id) references question on delete restrict,
        constraint question_version_n_key unique (question_id, n),
        constraint question_version_sha_key unique (question_id, sha),
        constraint question_version_points_check check (points > 0),
        constraint question_version_kind_check
          check (kind in ('single', 'multiple', 'true_false', 'numeric', 'matching', 'ordering'))
      );
      create table evaluation_question (
        version_id          uuid not null,
        unit_key            text not null,
        question_version_id uuid not null,
        position            integer not null,
        constraint evaluation_question_pkey primary key (version_id, unit_key, question_version_id),
        constraint evaluation_question_evaluation_fkey
          foreign key (version_id, unit_key) references evaluation on delete cascade,
        constraint evaluation_question_question_fkey
          foreign key (question_version_id) references question_version on delete restrict
      );
      create index evaluation_question_question_idx on evaluation_question (question_version_id);

      create table attempt (
        id           uuid not null,
        enrolment_id uuid not null,
        unit_key     text not null,
        n            integer not null,
        seed         bigint not null,
        generator    text not null,
        started_at   timestamptz not null,
        deadline_at  timestamptz,
        submitted_at timestamptz,
        ended_by     text,
        lease_id     uuid not null,
        points       integer,
        max_points   integer not null,
        grade        integer,
        constraint attempt_pkey primary key (id),
        constraint attempt_enrolment_fkey foreign key (enrolment_id) references enrolment on delete restrict,
        constraint attempt_n_key unique (enrolment_id, unit_key, n),
        constraint attempt_ended_by_check check (ended_by in ('learner', 'deadline')),
        constraint attempt_end_check check (num_nulls(submitted_at, ended_by, points, grade) in (0, 4)),
        constraint attempt_grade_check check (grade between 10 and 70)
      );
      create unique index attempt_open_key on attempt (enrolment_id, unit_key) where submitted_at is null;
      create index attempt_due_idx on attempt (deadline_at) where submitted_at is null;
      create table attempt_question (
        attempt_id          uuid not null,
        position            integer not null,
        question_version_id uuid not null,
        option_order        jsonb not null,
        response            jsonb,
        flagged             boolean not null,
        seq                 integer not null,
        saved_at            timestamptz,
        points              integer,
        constraint attempt_question_pkey primary key (attempt_id, position),
        constraint attempt_question_attempt_fkey foreign key (attempt_id) references attempt on delete restrict,
        constraint attempt_question_version_fkey
          foreign key (question_version_id) references question_version on delete restrict,
        constraint attempt_question_once_key unique (attempt_id, question_version_id)
      );
      create index attempt_question_version_idx on attempt_question (question_version_id);

      create table unit_grade (
        enrolment_id uuid not null,
        unit_key     text not null,
        grade        integer not null,
        graded_at    timestamptz not null,
        constraint unit_grade_pkey primary key (enrolment_id, unit_key),
        constraint unit_grade_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint unit_grade_grade_check check (grade between 10 and 70)
      );
      create table result (
        enrolment_id uuid not null,
        grade        integer not null,
        completed_at timestamptz not null,
        constraint result_pkey primary key (enrolment_id),
        constraint result_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint result_grade_check check (grade between 10 and 70)
      );

      create table folio_counter (
        year integer not null,
        last integer not null,
        constraint folio_counter_pkey primary key (year)
      );
      create table credential (
        id            uuid not null,
        kind          text not null,
        enrolment_id  uuid not null,
        person_id     uuid not null,
        folio         text not null,
        code          text not null,
        issued_at     timestamptz not null,
        annulled_at   timestamptz,
        annulled_why  text,
        detail        jsonb not null,
        constraint credential_pkey primary key (id),
        constraint credential_kind_check check (kind in ('course', 'programme')),
        constraint credential_enrolment_fkey foreign key (enrolment_id) references enrolment on delete restrict,
        constraint credential_person_fkey foreign key (person_id) references person on delete restrict,
        constraint credential_enrolment_key unique (enrolment_id),
        constraint credential_folio_key unique (folio),
        constraint credential_code_key unique (code),
        constraint credential_code_check check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
        constraint credential_annulled_check check ((annulled_at is null) = (annulled_why is null))
      );
      create index credential_person_idx on credential (person_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table credential, folio_counter, result, unit_grade, attempt_question, attempt, evaluation_question,
        question_version, question, evaluation, personal_note, unit_progress, learning_event, enrolment
    `);
  }
}
