import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blobs by hash, courses and programmes with immutable versions, editions with seats. */
export class Catalogue20261122100200 implements MigrationInterface {
  name = 'Catalogue20261122100200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table blob (
        sha        text not null,
        media_type text not null,
        size       integer not null,
        created_at timestamptz not null,
        constraint blob_pkey primary key (sha),
        constraint blob_sha_check check (sha ~ '^[0-9a-f]{64}$')
      );
      create table source (
        path      text not null,
        sha       text not null,
        origin    text not null,
        loaded_at timestamptz not null,
        constraint source_pkey primary key (path),
        constraint source_origin_check check (origin in ('folder', 'editor'))
      );
      create table topic (
        key      text not null,
        name     text not null,
        position integer not null,
        constraint topic_pkey primary key (key)
      );
      create table glossary_term (
        id         text not null,
        term       text collate "es-CL-x-icu" not null,
        definition text not null,
        html       text not null,
        constraint glossary_term_pkey primary key (id)
      );

      create table course (
        id                 uuid not null,
        key                text not null,
        slug               text not null,
        status             text not null,
        current_version_id uuid,
        constraint course_pkey primary key (id),
        constraint course_key_key unique (key),
        constraint course_slug_key unique (slug),
        constraint course_status_check check (status in ('available', 'announced'))
      );
      create table course_version (
        id             uuid not null,
        course_id      uuid not null,
        n              integer not null,
        content_hash   text not null,
        structure_hash text not null,
        title          text not null,
        summary        text not null,
        minutes        integer not null,
        topics         text[] not null,
        manifest       jsonb not null,
        created_at     timestamptz not null,
        constraint course_version_pkey primary key (id),
        constraint course_version_course_fkey foreign key (course_id) references course on delete restrict,
        constraint course_version_n_key unique (course_id, n),
        constraint course_version_hash_key unique (course_id, content_hash)
      );
      alter table course add constraint course_current_version_fkey
        foreign key (current_version_id) references course_version on delete restrict;
      create index course_current_version_idx on course (current_version_id);
      create table version_unit (
        version_id uuid not null,
        unit_key   text not null,
        position   integer not null,
        module_key text,
        kind       text not null,
        title      text not null,
        minutes    integer not null,
        required   boolean not null,
        weight     integer,
        sha        text,
        constraint version_unit_pkey primary key (version_id, unit_key),
        constraint version_unit_version_fkey foreign key (version_id) references course_version on delete cascade,
        constraint version_unit_position_key unique (version_id, position),
        constraint version_unit_kind_check check (kind in ('lesson', 'evaluation')),
        constraint version_unit_weight_check check ((kind = 'evaluation') = (weight is not null)),
        constraint version_unit_sha_check check ((kind = 'lesson') = (sha is not null)),
        constraint version_unit_blob_fkey foreign key (sha) references blob on delete restrict
      );
      create index version_unit_blob_idx on version_unit (sha);
      create table version_media (
        version_id uuid not null,
        sha        text not null,
        constraint version_media_pkey primary key (version_id, sha),
        constraint version_media_version_fkey foreign key (version_id) references course_version on delete cascade,
        constraint version_media_blob_fkey foreign key (sha) references blob on delete restrict
      );
      create index version_media_blob_idx on version_media (sha);

      create table programme (
        id                 uuid not null,
        key                text not null,
        slug               text not null,
        current_version_id uuid,
        constraint programme_pkey primary key (id),
        constraint programme_key_key unique (key),
        constraint programme_slug_key unique (slug)
      );
      create table programme_version (
        id           uuid not null,
        programme_id uuid not null,
        n            integer not null,
        content_hash text not null,
        title        text not null,
        summary      text not null,
        topics       text[] not null,
        manifest     jsonb not null,
        created_at   timestamptz not null,
        constraint programme_version_pkey primary key (id),
        constraint programme_version_programme_fkey foreign key (programme_id) references programme on delete restrict,
        constraint programme_version_n_key unique (programme_id, n),
        constraint programme_version_hash_key unique (programme_id, content_hash)
      );
      alter table programme add constraint programme_current_version_fkey
        foreign key (current_version_id) references programme_version on delete restrict;
      create index programme_current_version_idx on programme (current_version_id);
      create table programme_course (
        version_id uuid not null,
        course_id  uuid not null,
        position   integer not null,
        weight     integer not null,
        constraint programme_course_pkey primary key (version_id, course_id),
        constraint programme_course_version_fkey foreign key (version_id) references programme_version on delete cascade,
        constraint programme_course_course_fkey foreign key (course_id) references course on delete restrict,
        constraint programme_course_weight_check check (weight between 1 and 100)
      );
      create index programme_course_course_idx on programme_course (course_id);

      create table edition (
        id                   uuid not null,
        parent_id            uuid,
        course_version_id    uuid,
        programme_version_id uuid,
        name                 text not null,
        enrol_from           timestamptz not null,
        enrol_until          timestamptz not null,
        starts_at            timestamptz not null,
        ends_at              timestamptz not null,
        time_zone            text not null,
        created_at           timestamptz not null,
        constraint edition_pkey primary key (id),
        constraint edition_parent_fkey foreign key (parent_id) references edition on delete restrict,
        constraint edition_course_version_fkey foreign key (course_version_id) references course_version on delete restrict,
        constraint edition_programme_version_fkey foreign key (programme_version_id) references programme_version on delete restrict,
        constraint edition_subject_check check ((course_version_id is null) <> (programme_version_id is null)),
        constraint edition_parent_check check (parent_id is null or course_version_id is not null),
        constraint edition_dates_check check (enrol_from <= enrol_until and starts_at < ends_at and enrol_until <= ends_at)
      );
      create index edition_parent_idx on edition (parent_id);
      create index edition_course_version_idx on edition (course_version_id);
      create index edition_programme_version_idx on edition (programme_version_id);
      alter table role_grant add constraint role_grant_edition_fkey
        foreign key (edition_id) references edition on delete cascade;
      create index role_grant_edition_idx on role_grant (edition_id);
      create index role_grant_region_idx on role_grant (region_cut);
      create table seat_quota (
        id         uuid not null,
        edition_id uuid not null,
        region_cut text,
        seats      integer not null,
        taken      integer not null,
        constraint seat_quota_pkey primary key (id),
        constraint seat_quota_edition_fkey foreign key (edition_id) references edition on delete cascade,
        constraint seat_quota_region_fkey foreign key (region_cut) references region on delete restrict,
        constraint seat_quota_edition_region_key unique nulls not distinct (edition_id, region_cut),
        constraint seat_quota_taken_check check (taken >= 0),
        constraint seat_quota_seats_check check (taken <= seats)
      );
      create index seat_quota_region_idx on seat_quota (region_cut);

      create table former_slug (
        kind       text not null,
        slug       text not null,
        subject_id uuid not null,
        constraint former_slug_pkey primary key (kind, slug),
        constraint former_slug_kind_check check (kind in ('course', 'programme', 'publication'))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table former_slug, seat_quota;
      alter table role_grant drop constraint role_grant_edition_fkey;
      drop index role_grant_edition_idx, role_grant_region_idx;
      drop table edition, programme_course;
      alter table programme drop constraint programme_current_version_fkey;
      drop table programme_version, programme, version_media, version_unit;
      alter table course drop constraint course_current_version_fkey;
      drop table course_version, course, glossary_term, topic, source, blob;
    `);
  }
}
