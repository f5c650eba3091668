import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Publications with their revisions, and how their passages are searched in Spanish. */
export class Library20261122100250 implements MigrationInterface {
  name = 'Library20261122100250';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
      create extension if not exists fuzzystrmatch;
      create function es_fold(text) returns text language sql immutable parallel safe strict
        set search_path = public, pg_catalog as $$
          select regexp_replace(unaccent('unaccent', lower($1)), '([cs])ion\\M', '\\1ión', 'g')
        $$;
      create function es_vector(text) returns tsvector language sql immutable parallel safe strict
        set search_path = public, pg_catalog as $$ select to_tsvector('spanish', es_fold($1)) $$;
      create table publication (
        id                  uuid not null,
        key                 text not null,
        slug                text not null,
        kind                text not null,
        current_revision_id uuid,
        constraint publication_pkey primary key (id),
        constraint publication_key_key unique (kind, key),
        constraint publication_slug_key unique (slug),
        constraint publication_kind_check check (kind in ('booklet', 'manual', 'guidance'))
      );
      create table publication_revision (
        id              uuid not null,
        publication_id  uuid not null,
        n               integer not null,
        content_hash    text not null,
        title           text not null,
        summary         text not null,
        edition         text not null,
        topics          text[] not null,
        stages          text[] not null,
        territory_kinds text[] not null,
        reviewed_on     date not null,
        manifest        jsonb not null,
        created_at      timestamptz not null,
        words           tsvector not null generated always as (
          setweight(es_vector(title), 'A') || setweight(es_vector(summary), 'B') ||
          setweight(es_vector(jsonb_path_query_array(manifest, '$.chapters[*].title')::text), 'B')) stored,
        constraint publication_revision_pkey primary key (id),
        constraint publication_revision_publication_fkey foreign key (publication_id) references publication on delete restrict,
        constraint publication_revision_n_key unique (publication_id, n),
        constraint publication_revision_hash_key unique (publication_id, content_hash)
      );
      create index publication_revision_words_idx on publication_revision using gin (words);
      alter table publication add constraint publication_current_revision_fkey
        foreign key (current_revision_id) references publication_revision on delete restrict;
      create index publication_current_revision_idx on publication (current_revision_id);
      create table revision_media (
        revision_id uuid not null,
        sha         text not null,
        constraint revision_media_pkey primary key (revision_id, sha),
        constraint revision_media_revision_fkey foreign key (revision_id) references publication_revision on delete cascade,
        constraint revision_media_blob_fkey foreign key (sha) references blob on delete restrict
      );
      create index revision_media_blob_idx on revision_media (sha);
      create table passage (
        publication_id uuid not null,
        position       integer not null,
        chapter_key    text,
        anchor         text,
        heading        text not null,
        body           text not null,
        words          tsvector not null generated always as
          (setweight(es_vector(heading), 'A') || setweight(es_vector(body), 'C')) stored,
        constraint passage_pkey primary key (publication_id, position),
        constraint passage_publication_fkey foreign key (publication_id) references publication on delete cascade
      );
      create index passage_words_idx on passage using gin (words);
      create table search_word (
        word   text not null,
        weight integer not null,
        constraint search_word_pkey primary key (word)
      );
      create index search_word_trgm_idx on search_word using gin (word gin_trgm_ops);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table search_word, passage, revision_media;
      alter table publication drop constraint publication_current_revision_fkey;
      drop table publication_revision, publication;
      drop function es_vector, es_fold;
      drop extension fuzzystrmatch, pg_trgm, unaccent;
    `);
  }
}
