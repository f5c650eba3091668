import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The question bank: categories, what a question is about, the words it is found by, its pictures, and imports. */
export class Bank20261125100100 implements MigrationInterface {
  name = 'Bank20261125100100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table question_category (
        id        uuid not null,
        parent_id uuid,
        name      text collate "es-CL-x-icu" not null,
        key       text not null,
        position  integer not null,
        constraint question_category_pkey primary key (id),
        constraint question_category_parent_fkey foreign key (parent_id) references question_category on delete restrict,
        constraint question_category_name_key unique nulls not distinct (parent_id, name),
        constraint question_category_name_check check (length(name) between 1 and 120),
        constraint question_category_root_check check (parent_id <> id)
      );

      alter table question alter column course_id drop not null;
      alter table question drop constraint question_course_key_key;
      alter table question
        add constraint question_course_key_key unique nulls not distinct (course_id, key),
        add column category_id uuid,
        add column topic text,
        add column difficulty integer,
        add column outcome text,
        add column territories text[] not null default '{}',
        add column tags text[] not null default '{}',
        add column folder_about jsonb,
        add column current_version_id uuid,
        add column compared_version_id uuid,
        add column origin text not null default 'folder',
        add column retired_at timestamptz,
        add column created_at timestamptz not null default now(),
        add constraint question_category_fkey foreign key (category_id) references question_category on delete restrict,
        add constraint question_topic_fkey foreign key (topic) references topic on delete restrict,
        add constraint question_current_version_fkey
          foreign key (current_version_id) references question_version on delete restrict,
        add constraint question_compared_version_fkey
          foreign key (compared_version_id) references question_version on delete restrict,
        add constraint question_difficulty_check check (difficulty between 1 and 5),
        add constraint question_outcome_check check (length(outcome) between 1 and 400),
        add constraint question_tags_check check (cardinality(tags) <= 50),
        add constraint question_origin_check check (origin in ('folder', 'editor', 'import'));
      create index question_category_idx on question (category_id, id desc);
      create index question_topic_idx on question (topic, id desc);
      create index question_current_version_idx on question (current_version_id);
      create index question_compared_version_idx on question (compared_version_id);
      create index question_to_compare_idx on question (id) where compared_version_id is distinct from current_version_id;
      create index question_tags_idx on question using gin (tags);
      create index question_territories_idx on question using gin (territories);
      create index question_category_parent_idx on question_category (parent_id, position);

      alter table question_version
        add column plain text not null default '',
        add column created_by uuid,
        add column note text,
        add constraint question_version_created_by_fkey foreign key (created_by) references person on delete restrict,
        add constraint question_version_note_check check (length(note) between 1 and 500);
      create index question_version_created_by_idx on question_version (created_by);
      create function html_words(jsonb) returns text language sql immutable parallel safe strict
        set search_path = public, pg_catalog as $$
          select trim(regexp_replace(string_agg(regexp_replace(part #>> '{}', '<[^>]*>', ' ', 'g'), ' '), '\\s+', ' ', 'g'))
          from jsonb_path_query($1, 'strict $.**.html') part
        $$;
      update question_version set plain =
        left(coalesce(html_words(jsonb_build_object('html', body->'prompt')), '') || ' ' || coalesce(html_words(body), ''), 8000);
      drop function html_words;
      create index question_version_plain_idx on question_version using gin (es_fold(plain) gin_trgm_ops);
      create index question_version_words_idx on question_version using gin (es_vector(plain));
      update question set current_version_id =
        (select version.id from question_version version where question_id = question.id order by n desc limit 1);

      create function question_alike(text) returns table (question_id uuid, similarity real) language sql stable
        set search_path = public, pg_catalog set pg_trgm.similarity_threshold = '0.7' as $$
          select version.question_id, similarity(es_fold(version.plain), es_fold($1))
          from question_version version
          join question on question.current_version_id = version.id
          where es_fold(version.plain) % es_fold($1) and question.retired_at is null
        $$;

      create table question_twin (
        question_id uuid not null,
        other_id    uuid not null,
        similarity  integer not null,
        constraint question_twin_pkey primary key (question_id, other_id),
        constraint question_twin_question_fkey foreign key (question_id) references question on delete cascade,
        constraint question_twin_other_fkey foreign key (other_id) references question on delete cascade
      );
      create index question_twin_other_idx on question_twin (other_id);

      create table question_media (
        version_id uuid not null,
        sha        text not null,
        constraint question_media_pkey primary key (version_id, sha),
        constraint question_media_version_fkey foreign key (version_id) references question_version on delete cascade,
        constraint question_media_blob_fkey foreign key (sha) references blob on delete restrict
      );
      create index question_media_blob_idx on question_media (sha);

      create table question_import (
        id          uuid not null,
        person_id   uuid not null,
        name        text not null,
        format      text,
        bytes       bytea,
        category_id uuid,
        state       text not null,
        total       integer not null,
        done        integer not null,
        report      jsonb not null,
        created_at  timestamptz not null,
        ended_at    timestamptz,
        constraint question_import_pkey primary key (id),
        constraint question_import_person_fkey foreign key (person_id) references person on delete restrict,
        constraint question_import_category_fkey foreign key (category_id) references question_category on delete set null,
        constraint question_import_state_check check (state in ('read', 'waiting', 'running', 'done', 'failed')),
        constraint question_import_done_check check (done between 0 and total)
      );
      create index question_import_person_idx on question_import (person_id, id desc);
      create index question_import_category_idx on question_import (category_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table question_import, question_media, question_twin;
      drop function question_alike;
      drop index question_version_words_idx, question_version_plain_idx;
      alter table question_version drop column note, drop column created_by, drop column plain;
      delete from question where course_id is null;
      alter table question
        drop constraint question_course_key_key,
        drop column created_at, drop column retired_at, drop column origin,
        drop column folder_about, drop column compared_version_id, drop column current_version_id,
        drop column tags, drop column territories, drop column outcome, drop column difficulty, drop column topic,
        drop column category_id,
        alter column course_id set not null,
        add constraint question_course_key_key unique (course_id, key);
      drop table question_category;
    `);
  }
}
