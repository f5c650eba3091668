import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learners review each other: by which rules, who reviews whom, what each said, and what undone reviews cost. */
export class Peer20261126100500 implements MigrationInterface {
  name = 'Peer20261126100500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table task
        add column peer_days integer not null default 7,
        add column peer_least integer not null default 1,
        add column peer_penalty integer not null default 0,
        add column peer_release text not null default 'manual',
        add constraint task_peer_days_check check (peer_days between 1 and 60),
        add constraint task_peer_least_check check (peer_least between 1 and 10),
        add constraint task_peer_penalty_check check (peer_penalty between 0 and 60),
        add constraint task_peer_release_check check (peer_release in ('closing', 'manual'));
      alter table task_setting
        add column peer_reviews integer,
        add column peer_due_at timestamptz,
        add column peer_anonymous boolean,
        add column peer_own_weight integer,
        add column peer_least integer,
        add column peer_penalty integer,
        add column peer_release text,
        add constraint task_setting_peer_check check (peer_reviews between 0 and 5 and peer_own_weight between 0 and 100
          and peer_least between 1 and 5 and peer_penalty between 0 and 60),
        add constraint task_setting_peer_release_check check (peer_release in ('closing', 'manual'));

      create table peer_round (
        edition_id  uuid not null,
        unit_key    text not null,
        reviews     integer not null,
        assigned_at timestamptz not null,
        assigned_by uuid,
        due_at      timestamptz not null,
        closed_at   timestamptz,
        closed_by   uuid,
        constraint peer_round_pkey primary key (edition_id, unit_key),
        constraint peer_round_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint peer_round_assigned_by_fkey foreign key (assigned_by) references person on delete restrict,
        constraint peer_round_closed_by_fkey foreign key (closed_by) references person on delete restrict,
        constraint peer_round_reviews_check check (reviews between 1 and 10)
      );
      create index peer_round_assigned_by_idx on peer_round (assigned_by);
      create index peer_round_closed_by_idx on peer_round (closed_by);

      create table peer_review (
        id            uuid not null,
        submission_id uuid not null,
        version       integer not null,
        reviewer_id   uuid not null,
        own           boolean not null,
        state         text not null,
        revision      integer not null,
        criteria      jsonb not null,
        feedback      text not null,
        points        integer,
        assigned_at   timestamptz not null,
        saved_at      timestamptz,
        given_at      timestamptz,
        reason        text,
        constraint peer_review_pkey primary key (id),
        constraint peer_review_once_key unique (submission_id, reviewer_id),
        constraint peer_review_version_fkey foreign key (submission_id, version) references submission_version on delete cascade,
        constraint peer_review_reviewer_fkey foreign key (reviewer_id) references enrolment on delete cascade,
        constraint peer_review_state_check check (state in ('assigned', 'draft', 'given', 'dropped')),
        constraint peer_review_given_check check (state <> 'given' or (points is not null and given_at is not null)),
        constraint peer_review_dropped_check check (state <> 'dropped' or length(reason) between 1 and 1000)
      );
      create index peer_review_reviewer_idx on peer_review (reviewer_id);
      create index peer_review_version_idx on peer_review (submission_id, version);

      create table peer_loss (
        enrolment_id uuid not null,
        unit_key     text not null,
        missing      integer not null,
        tenths       integer not null,
        constraint peer_loss_pkey primary key (enrolment_id, unit_key),
        constraint peer_loss_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint peer_loss_check check (missing > 0 and tenths between 1 and 60)
      );

      alter table mark_publication
        alter column actor_id drop not null,
        drop constraint mark_publication_cause_check,
        add constraint mark_publication_cause_check
          check (cause in ('mark', 'agreed', 'third', 'moderation', 'peers', 'overruled')),
        drop constraint mark_publication_reason_check,
        add constraint mark_publication_reason_check
          check (cause not in ('moderation', 'overruled') or length(reason) between 1 and 1000),
        add constraint mark_publication_by_check check (actor_id is not null or cause = 'peers');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from mark_publication where cause in ('peers', 'overruled');
      alter table mark_publication
        drop constraint mark_publication_by_check,
        drop constraint mark_publication_reason_check,
        add constraint mark_publication_reason_check check (cause <> 'moderation' or length(reason) between 1 and 1000),
        drop constraint mark_publication_cause_check,
        add constraint mark_publication_cause_check check (cause in ('mark', 'agreed', 'third', 'moderation')),
        alter column actor_id set not null;
      drop table peer_loss, peer_review, peer_round;
      alter table task_setting
        drop column peer_reviews, drop column peer_due_at, drop column peer_anonymous, drop column peer_own_weight,
        drop column peer_least, drop column peer_penalty, drop column peer_release;
      alter table task
        drop column peer_days, drop column peer_least, drop column peer_penalty, drop column peer_release;
    `);
  }
}
