import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evaluations of sections with fixed questions and draws, their rules per edition, what is released and when, answers that
 * somebody marks, and the log of an attempt.
 */
export class Evaluation20261125100200 implements MigrationInterface {
  name = 'Evaluation20261125100200';

  async up(db: QueryRunner): Promise<void> {
    await evaluations(db);
    await settings(db);
    await attempts(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table attempt_log, evaluation_setting;
      drop index attempt_unit_idx;
      alter table attempt_question drop column max_points, drop column seconds, drop column section;
      alter table attempt
        drop constraint attempt_end_check, drop constraint attempt_ended_by_check,
        drop column sequential, drop column per_page, drop column reached, drop column pending, drop column scale,
        drop column annulled_at, drop column annulled_why, drop column annulled_by, drop column reopened,
        add constraint attempt_ended_by_check check (ended_by in ('learner', 'deadline')),
        add constraint attempt_end_check check (num_nulls(submitted_at, ended_by, points, grade) in (0, 4));
      alter table evaluation_question
        drop constraint evaluation_question_pkey, drop constraint evaluation_question_slot_fkey, drop column slot,
        add constraint evaluation_question_pkey primary key (version_id, unit_key, question_version_id);
      drop table evaluation_slot;
      alter table evaluation add column release text;
      update evaluation set release = case release_score when 'submission' then 'submission' else 'closing' end;
      alter table evaluation
        alter column release set not null,
        add constraint evaluation_release_check check (release in ('submission', 'closing')),
        drop column release_score, drop column release_answers, drop column release_feedback,
        drop column shuffle_questions, drop column shuffle_options, drop column wait_minutes, drop column sequential,
        drop column per_page, drop column scale, drop column min_grade, drop column rounding;
    `);
  }
}

const releases = `in ('submission', 'closing', 'date', 'hand')`;

/** What a version says: its rules, and slots instead of one pool. An evaluation of before is one draw. */
const evaluations = (db: QueryRunner) =>
  db.query(`
    alter table evaluation
      add column shuffle_questions boolean not null default true,
      add column shuffle_options boolean not null default true,
      add column wait_minutes integer not null default 0,
      add column sequential boolean not null default false,
      add column per_page text not null default 'all',
      add column scale text not null default 'nota',
      add column min_grade integer not null default 10,
      add column rounding text not null default 'half_up',
      add column release_score text,
      add column release_answers text,
      add column release_feedback text;
    update evaluation set release_score = release, release_answers = release, release_feedback = release;
    alter table evaluation
      alter column shuffle_questions drop default,
      alter column shuffle_options drop default,
      alter column wait_minutes drop default,
      alter column sequential drop default,
      alter column per_page drop default,
      alter column scale drop default,
      alter column min_grade drop default,
      alter column rounding drop default,
      alter column release_score set not null,
      alter column release_answers set not null,
      alter column release_feedback set not null,
      drop column release,
      add constraint evaluation_wait_check check (wait_minutes between 0 and 100000),
      add constraint evaluation_per_page_check check (per_page in ('all', 'one')),
      add constraint evaluation_scale_check check (scale in ('nota', 'points', 'percent', 'pass')),
      add constraint evaluation_min_grade_check check (min_grade in (10, 20)),
      add constraint evaluation_rounding_check check (rounding in ('half_up', 'down', 'up')),
      add constraint evaluation_release_score_check check (release_score ${releases}),
      add constraint evaluation_release_answers_check check (release_answers ${releases}),
      add constraint evaluation_release_feedback_check check (release_feedback ${releases});

    create table evaluation_slot (
      version_id uuid not null,
      unit_key   text not null,
      position   integer not null,
      section    text,
      kind       text not null,
      draw       integer not null,
      points     integer,
      constraint evaluation_slot_pkey primary key (version_id, unit_key, position),
      constraint evaluation_slot_evaluation_fkey
        foreign key (version_id, unit_key) references evaluation on delete cascade,
      constraint evaluation_slot_kind_check check (kind in ('fixed', 'draw')),
      constraint evaluation_slot_draw_check check (draw >= 1),
      constraint evaluation_slot_points_check check (points > 0)
    );
    insert into evaluation_slot (version_id, unit_key, position, section, kind, draw, points)
    select version_id, unit_key, 1, null, 'draw', draw, null from evaluation;
    alter table evaluation_question
      add column slot integer not null default 1,
      drop constraint evaluation_question_pkey,
      add constraint evaluation_question_pkey primary key (version_id, unit_key, slot, question_version_id),
      add constraint evaluation_question_slot_fkey
        foreign key (version_id, unit_key, slot) references evaluation_slot on delete cascade;
    alter table evaluation_question alter column slot drop default;
  `);

/** What an edition says otherwise; null is as in the version. */
const settings = (db: QueryRunner) =>
  db.query(`
    create table evaluation_setting (
      edition_id          uuid not null,
      unit_key            text not null,
      opens_at            timestamptz,
      closes_at           timestamptz,
      minutes             integer,
      attempts            integer,
      wait_minutes        integer,
      password_hash       text,
      sequential          boolean,
      per_page            text,
      shuffle_questions   boolean,
      shuffle_options     boolean,
      demand              integer,
      scale               text,
      min_grade           integer,
      rounding            text,
      release_score       text,
      release_score_at    timestamptz,
      release_answers     text,
      release_answers_at  timestamptz,
      release_feedback    text,
      release_feedback_at timestamptz,
      released_at         timestamptz,
      changed_at          timestamptz not null,
      changed_by          uuid not null,
      constraint evaluation_setting_pkey primary key (edition_id, unit_key),
      constraint evaluation_setting_edition_fkey foreign key (edition_id) references edition on delete cascade,
      constraint evaluation_setting_changed_by_fkey foreign key (changed_by) references person on delete restrict,
      constraint evaluation_setting_window_check check (opens_at < closes_at),
      constraint evaluation_setting_minutes_check check (minutes between 0 and 1440),
      constraint evaluation_setting_attempts_check check (attempts between 1 and 20),
      constraint evaluation_setting_wait_check check (wait_minutes between 0 and 100000),
      constraint evaluation_setting_per_page_check check (per_page in ('all', 'one')),
      constraint evaluation_setting_demand_check check (demand between 1 and 99),
      constraint evaluation_setting_scale_check check (scale in ('nota', 'points', 'percent', 'pass')),
      constraint evaluation_setting_min_grade_check check (min_grade in (10, 20)),
      constraint evaluation_setting_rounding_check check (rounding in ('half_up', 'down', 'up')),
      constraint evaluation_setting_release_score_check check (release_score ${releases}),
      constraint evaluation_setting_release_answers_check check (release_answers ${releases}),
      constraint evaluation_setting_release_feedback_check check (release_feedback ${releases}),
      constraint evaluation_setting_score_date_check
        check (coalesce(release_score, '') <> 'date' or release_score_at is not null),
      constraint evaluation_setting_answers_date_check
        check (coalesce(release_answers, '') <> 'date' or release_answers_at is not null),
      constraint evaluation_setting_feedback_date_check
        check (coalesce(release_feedback, '') <> 'date' or release_feedback_at is not null)
    );
    create index evaluation_setting_changed_by_idx on evaluation_setting (changed_by);
  `);

/** How an attempt is gone through, what waits for a mark, what a tutor did to it, and its log. */
const attempts = (db: QueryRunner) =>
  db.query(`
    alter table attempt
      add column sequential boolean not null default false,
      add column per_page text not null default 'all',
      add column reached integer not null default 1,
      add column pending integer not null default 0,
      add column scale jsonb,
      add column annulled_at timestamptz,
      add column annulled_why text,
      add column annulled_by uuid,
      add column reopened integer not null default 0;
    update attempt set scale = jsonb_build_object(
      'demand', evaluation.demand, 'min', 10, 'pass', 40, 'max', 70, 'rounding', 'half_up')
    from enrolment
    join edition on edition.id = edition_id
    join evaluation on version_id = course_version_id
    where enrolment.id = enrolment_id and evaluation.unit_key = attempt.unit_key and grade is not null;
    alter table attempt
      alter column sequential drop default,
      alter column per_page drop default,
      alter column reached drop default,
      alter column pending drop default,
      alter column reopened drop default,
      drop constraint attempt_ended_by_check,
      drop constraint attempt_end_check,
      add constraint attempt_ended_by_check check (ended_by in ('learner', 'deadline', 'staff')),
      add constraint attempt_end_check check (
        (submitted_at is null) = (ended_by is null)
        and (points is null) = (submitted_at is null or pending > 0)
        and num_nulls(points, grade, scale) in (0, 3)
        and (pending = 0 or submitted_at is not null)),
      add constraint attempt_pending_check check (pending >= 0),
      add constraint attempt_per_page_check check (per_page in ('all', 'one')),
      add constraint attempt_reached_check check (reached >= 1),
      add constraint attempt_annulled_check
        check (num_nulls(annulled_at, annulled_why, annulled_by) in (0, 3) and (annulled_at is null or submitted_at is not null)),
      add constraint attempt_annulled_by_fkey foreign key (annulled_by) references person on delete restrict;
    create index attempt_annulled_by_idx on attempt (annulled_by);
    create index attempt_unit_idx on attempt (unit_key, id);

    alter table attempt_question
      add column max_points integer,
      add column seconds integer not null default 0,
      add column section text;
    update attempt_question set max_points = version.points
    from question_version version where version.id = question_version_id;
    alter table attempt_question
      alter column max_points set not null,
      alter column seconds drop default,
      add constraint attempt_question_max_points_check check (max_points > 0),
      add constraint attempt_question_points_check check (points between 0 and max_points),
      add constraint attempt_question_seconds_check check (seconds >= 0);

    create table attempt_log (
      attempt_id uuid not null,
      id         uuid not null,
      at         timestamptz not null,
      kind       text not null,
      actor_id   uuid,
      device     text,
      detail     jsonb,
      constraint attempt_log_pkey primary key (attempt_id, id),
      constraint attempt_log_attempt_fkey foreign key (attempt_id) references attempt on delete cascade,
      constraint attempt_log_actor_fkey foreign key (actor_id) references person on delete restrict,
      constraint attempt_log_kind_check check (kind in
        ('opened', 'taken', 'left', 'returned', 'advanced', 'submitted', 'closed', 'reopened', 'time_added', 'annulled', 'marked'))
    );
    create index attempt_log_actor_idx on attempt_log (actor_id);
  `);
