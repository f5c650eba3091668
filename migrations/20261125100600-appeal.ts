import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to mark again: the tutor's answer, and the second instance. */
export class Appeal20261125100600 implements MigrationInterface {
  name = 'Appeal20261125100600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table appeal (
        id            uuid not null,
        enrolment_id  uuid not null,
        unit_key      text not null,
        state         text not null,
        text          text not null,
        asked_at      timestamptz not null,
        answer_due_at timestamptz not null,
        answered_by   uuid,
        answered_at   timestamptz,
        answer        text,
        second_until  timestamptz,
        second_text   text,
        second_at     timestamptz,
        settle_due_at timestamptz,
        settled_by    uuid,
        settled_at    timestamptz,
        upheld        boolean,
        settlement    text,
        grade_before  integer not null,
        grade_after   integer,
        constraint appeal_pkey primary key (id),
        constraint appeal_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint appeal_answered_by_fkey foreign key (answered_by) references person on delete restrict,
        constraint appeal_settled_by_fkey foreign key (settled_by) references person on delete restrict,
        constraint appeal_state_check check (state in ('asked', 'accepted', 'rejected', 'second', 'settled')),
        constraint appeal_answer_check check (num_nulls(answered_by, answered_at, answer, second_until) in (0, 4)),
        constraint appeal_answered_check check (state not in ('accepted', 'rejected') or answered_at is not null),
        constraint appeal_second_check check (num_nulls(second_text, second_at, settle_due_at) in (0, 3)),
        constraint appeal_went_on_check check ((state in ('second', 'settled')) = (second_at is not null)),
        constraint appeal_settlement_check check (num_nulls(settled_by, settled_at, upheld, settlement) in (0, 4)),
        constraint appeal_settled_check check ((state = 'settled') = (settled_at is not null)),
        constraint appeal_other_check check (settled_by <> answered_by),
        constraint appeal_before_check check (grade_before between 10 and 70),
        constraint appeal_after_check check (grade_after between 10 and 70),
        constraint appeal_length_check
          check (length(text) <= 4000 and length(second_text) <= 4000 and length(answer) <= 4000 and length(settlement) <= 4000)
      );
      create unique index appeal_open_key on appeal (enrolment_id, unit_key) where state in ('asked', 'second');
      create index appeal_unit_idx on appeal (enrolment_id, unit_key, id);
      create index appeal_answered_by_idx on appeal (answered_by);
      create index appeal_settled_by_idx on appeal (settled_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table appeal');
  }
}
