import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People by RUN, their passwords, sessions, roles with scope, and what guards the door. */
export class Identity20261122100100 implements MigrationInterface {
  name = 'Identity20261122100100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person (
        id             uuid not null,
        run            integer not null,
        given_names    text not null,
        family_names   text collate "es-CL-x-icu" not null,
        email          text,
        institution_id uuid,
        comuna_cut     text,
        is_demo        boolean not null,
        created_at     timestamptz not null,
        constraint person_pkey primary key (id),
        constraint person_run_key unique (run),
        constraint person_run_check check (run between 1000000 and 99999999),
        constraint person_institution_fkey foreign key (institution_id) references institution on delete restrict,
        constraint person_comuna_fkey foreign key (comuna_cut) references comuna on delete restrict
      );
      create index person_institution_idx on person (institution_id);
      create index person_comuna_idx on person (comuna_cut);
      create table person_password (
        person_id  uuid not null,
        hash       text not null,
        changed_at timestamptz not null,
        constraint person_password_pkey primary key (person_id),
        constraint person_password_person_fkey foreign key (person_id) references person on delete cascade
      );
      create table session (
        id           uuid not null,
        token_hash   bytea not null,
        person_id    uuid not null,
        created_at   timestamptz not null,
        last_seen_at timestamptz not null,
        user_agent   text not null,
        constraint session_pkey primary key (id),
        constraint session_token_key unique (token_hash),
        constraint session_person_fkey foreign key (person_id) references person on delete cascade
      );
      create index session_person_idx on session (person_id);
      create table role_grant (
        id         uuid not null,
        person_id  uuid not null,
        role       text not null,
        region_cut text,
        edition_id uuid,
        valid_from timestamptz not null,
        valid_to   timestamptz,
        constraint role_grant_pkey primary key (id),
        constraint role_grant_role_check check (role in ('author', 'tutor', 'coordinator', 'admin')),
        constraint role_grant_person_fkey foreign key (person_id) references person on delete cascade,
        constraint role_grant_region_fkey foreign key (region_cut) references region on delete restrict
      );
      create index role_grant_person_idx on role_grant (person_id);
      create table recovery (
        token_hash bytea not null,
        person_id  uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at    timestamptz,
        constraint recovery_pkey primary key (token_hash),
        constraint recovery_person_fkey foreign key (person_id) references person on delete cascade
      );
      create index recovery_person_idx on recovery (person_id);
      create table sign_in (
        id        uuid not null,
        at        timestamptz not null,
        person_id uuid,
        run       integer not null,
        address   inet not null,
        succeeded boolean not null,
        constraint sign_in_pkey primary key (id),
        constraint sign_in_person_fkey foreign key (person_id) references person on delete cascade
      );
      create index sign_in_run_idx on sign_in (run, id);
      create index sign_in_person_idx on sign_in (person_id);
      create unlogged table rate_count (
        key        text not null,
        count      integer not null,
        expires_at timestamptz not null,
        constraint rate_count_pkey primary key (key)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table rate_count, sign_in, recovery, role_grant, session, person_password, person');
  }
}
