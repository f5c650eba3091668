import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who marks what, drafts of marks, what was published of them, samples looked at again, and comments kept for reuse. */
export class Marking20261125100400 implements MigrationInterface {
  name = 'Marking20261125100400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table marking_rule (
        edition_id       uuid not null,
        unit_key         text not null,
        anonymous        boolean not null,
        double_threshold integer,
        return_days      integer not null,
        changed_by       uuid not null,
        changed_at       timestamptz not null,
        constraint marking_rule_pkey primary key (edition_id, unit_key),
        constraint marking_rule_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint marking_rule_changed_by_fkey foreign key (changed_by) references person on delete restrict,
        constraint marking_rule_threshold_check check (double_threshold between 1 and 60),
        constraint marking_rule_days_check check (return_days between 1 and 90)
      );
      create index marking_rule_changed_by_idx on marking_rule (changed_by);

      create table allocation (
        submission_id uuid not null,
        marker_id     uuid not null,
        allocated_by  uuid not null,
        allocated_at  timestamptz not null,
        constraint allocation_pkey primary key (submission_id, marker_id),
        constraint allocation_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint allocation_marker_fkey foreign key (marker_id) references person on delete cascade,
        constraint allocation_by_fkey foreign key (allocated_by) references person on delete restrict
      );
      create index allocation_marker_idx on allocation (marker_id);
      create index allocation_by_idx on allocation (allocated_by);

      create table claim (
        submission_id uuid not null,
        place         integer not null,
        marker_id     uuid not null,
        claimed_at    timestamptz not null,
        until         timestamptz not null,
        constraint claim_pkey primary key (submission_id, place),
        constraint claim_marker_key unique (submission_id, marker_id),
        constraint claim_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint claim_marker_fkey foreign key (marker_id) references person on delete cascade,
        constraint claim_place_check check (place between 1 and 3)
      );
      create index claim_marker_idx on claim (marker_id);

      create table mark (
        id            uuid not null,
        submission_id uuid not null,
        version       integer not null,
        place         integer not null,
        marker_id     uuid not null,
        state         text not null,
        revision      integer not null,
        criteria      jsonb not null,
        annotations   jsonb not null,
        feedback      text not null,
        points        integer,
        grade         integer,
        saved_at      timestamptz not null,
        given_at      timestamptz,
        constraint mark_pkey primary key (id),
        constraint mark_place_key unique (submission_id, version, place),
        constraint mark_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint mark_marker_fkey foreign key (marker_id) references person on delete restrict,
        constraint mark_state_check check (state in ('draft', 'given')),
        constraint mark_place_check check (place between 1 and 3),
        constraint mark_given_check check (state = 'draft' or (points is not null and given_at is not null)),
        constraint mark_grade_check check (grade between 10 and 70)
      );
      create index mark_marker_idx on mark (marker_id);

      create table mark_publication (
        id            uuid not null,
        submission_id uuid not null,
        n             integer not null,
        version       integer not null,
        cause         text not null,
        actor_id      uuid not null,
        points        integer not null,
        max_points    integer not null,
        penalty       integer not null,
        grade         integer,
        criteria      jsonb not null,
        annotations   jsonb not null,
        feedback      text not null,
        reason        text,
        published_at  timestamptz not null,
        constraint mark_publication_pkey primary key (id),
        constraint mark_publication_n_key unique (submission_id, n),
        constraint mark_publication_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint mark_publication_actor_fkey foreign key (actor_id) references person on delete restrict,
        constraint mark_publication_cause_check check (cause in ('mark', 'agreed', 'third', 'moderation')),
        constraint mark_publication_points_check check (points between 0 and max_points),
        constraint mark_publication_grade_check check (grade between 10 and 70),
        constraint mark_publication_reason_check check (cause <> 'moderation' or length(reason) between 1 and 1000)
      );
      create index mark_publication_actor_idx on mark_publication (actor_id);

      create table correction_request (
        id            uuid not null,
        submission_id uuid not null,
        version       integer not null,
        actor_id      uuid not null,
        note          text not null,
        annotations   jsonb not null,
        asked_at      timestamptz not null,
        constraint correction_request_pkey primary key (id),
        constraint correction_request_once_key unique (submission_id, version),
        constraint correction_request_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint correction_request_actor_fkey foreign key (actor_id) references person on delete restrict,
        constraint correction_request_note_check check (length(note) between 1 and 4000)
      );
      create index correction_request_actor_idx on correction_request (actor_id);

      create table bank_comment (
        id         uuid not null,
        course_id  uuid not null,
        owner_id   uuid not null,
        shared     boolean not null,
        body       text not null,
        uses       integer not null,
        created_at timestamptz not null,
        constraint bank_comment_pkey primary key (id),
        constraint bank_comment_once_key unique (course_id, owner_id, body),
        constraint bank_comment_course_fkey foreign key (course_id) references course on delete cascade,
        constraint bank_comment_owner_fkey foreign key (owner_id) references person on delete cascade,
        constraint bank_comment_body_check check (length(body) between 1 and 2000)
      );
      create index bank_comment_owner_idx on bank_comment (owner_id);

      create table moderation (
        id            uuid not null,
        submission_id uuid not null,
        publication   integer not null,
        drawn_by      uuid not null,
        drawn_at      timestamptz not null,
        verdict       text,
        reason        text,
        decided_by    uuid,
        decided_at    timestamptz,
        constraint moderation_pkey primary key (id),
        constraint moderation_once_key unique (submission_id, publication),
        constraint moderation_submission_fkey foreign key (submission_id) references submission on delete cascade,
        constraint moderation_drawn_by_fkey foreign key (drawn_by) references person on delete restrict,
        constraint moderation_decided_by_fkey foreign key (decided_by) references person on delete restrict,
        constraint moderation_verdict_check check (verdict in ('confirmed', 'changed')),
        constraint moderation_decided_check check (num_nulls(verdict, decided_by, decided_at) in (0, 3)),
        constraint moderation_reason_check check (verdict <> 'changed' or length(reason) between 1 and 1000)
      );
      create index moderation_drawn_by_idx on moderation (drawn_by);
      create index moderation_decided_by_idx on moderation (decided_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table moderation, bank_comment, correction_request, mark_publication, mark, claim, allocation, marking_rule;
    `);
  }
}
