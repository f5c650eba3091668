import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notas counted anew after a question or a rule was mended: what was decided, who changes, and how to go back. */
export class Regrade20261125100700 implements MigrationInterface {
  name = 'Regrade20261125100700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attempt_question
        add column scored_with uuid,
        add column treatment text,
        add constraint attempt_question_scored_with_fkey
          foreign key (scored_with) references question_version on delete restrict,
        add constraint attempt_question_treatment_check check (treatment in ('full', 'dropped'));
      create index attempt_question_scored_with_idx on attempt_question (scored_with) where scored_with is not null;

      create table regrade (
        id          uuid not null,
        decision    text not null,
        question_id uuid,
        version_id  uuid,
        edition_id  uuid,
        unit_key    text,
        keep_better boolean not null,
        reason      text not null,
        state       text not null,
        fingerprint text not null,
        outside     integer not null,
        made_by     uuid not null,
        made_at     timestamptz not null,
        applied_by  uuid,
        applied_at  timestamptz,
        undone_by   uuid,
        undone_at   timestamptz,
        constraint regrade_pkey primary key (id),
        constraint regrade_question_fkey foreign key (question_id) references question on delete restrict,
        constraint regrade_version_fkey foreign key (version_id) references question_version on delete restrict,
        constraint regrade_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint regrade_made_by_fkey foreign key (made_by) references person on delete restrict,
        constraint regrade_applied_by_fkey foreign key (applied_by) references person on delete restrict,
        constraint regrade_undone_by_fkey foreign key (undone_by) references person on delete restrict,
        constraint regrade_decision_check check (decision in ('version', 'full', 'drop', 'rule')),
        constraint regrade_state_check check (state in ('previewed', 'applying', 'applied', 'undoing', 'undone')),
        constraint regrade_version_check check ((decision = 'version') = (version_id is not null)),
        constraint regrade_question_check check ((decision = 'rule') = (question_id is null)),
        constraint regrade_scope_check check (
          num_nulls(edition_id, unit_key) in (0, 2) and (decision <> 'rule' or edition_id is not null)),
        constraint regrade_reason_check check (length(reason) between 1 and 1000)
      );
      create index regrade_edition_idx on regrade (edition_id, id desc);
      create index regrade_question_idx on regrade (question_id);
      create index regrade_version_idx on regrade (version_id);
      create index regrade_made_by_idx on regrade (made_by);
      create index regrade_applied_by_idx on regrade (applied_by);
      create index regrade_undone_by_idx on regrade (undone_by);

      create table regrade_place (
        regrade_id uuid not null,
        edition_id uuid not null,
        unit_key   text not null,
        busy       boolean not null,
        constraint regrade_place_pkey primary key (regrade_id, edition_id, unit_key),
        constraint regrade_place_regrade_fkey foreign key (regrade_id) references regrade on delete cascade,
        constraint regrade_place_edition_fkey foreign key (edition_id) references edition on delete cascade
      );
      create unique index regrade_place_busy_key on regrade_place (edition_id, unit_key) where busy;
      create index regrade_place_edition_idx on regrade_place (edition_id, regrade_id desc);

      create table regrade_person (
        regrade_id   uuid not null,
        enrolment_id uuid not null,
        unit_key     text not null,
        before       integer,
        after        integer,
        overridden   boolean not null,
        unfit        boolean not null,
        kept         boolean not null,
        changes      jsonb not null,
        outcome      text not null,
        done_at      timestamptz,
        constraint regrade_person_pkey primary key (regrade_id, enrolment_id, unit_key),
        constraint regrade_person_regrade_fkey foreign key (regrade_id) references regrade on delete cascade,
        constraint regrade_person_enrolment_fkey foreign key (enrolment_id) references enrolment on delete cascade,
        constraint regrade_person_before_check check (before between 10 and 70),
        constraint regrade_person_after_check check (after between 10 and 70),
        constraint regrade_person_outcome_check
          check (outcome in ('waiting', 'applied', 'passed_by', 'undone', 'left'))
      );
      create index regrade_person_enrolment_idx on regrade_person (enrolment_id, unit_key);
      create index regrade_person_outcome_idx on regrade_person (regrade_id, outcome);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table regrade_person, regrade_place, regrade;
      drop index attempt_question_scored_with_idx;
      alter table attempt_question drop column treatment, drop column scored_with;
    `);
  }
}
