import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, provinces and comunas by CUT code, north to south; institutions; the editable catalogue of territory kinds; the audit log; mail. */
export class Territory20261122100000 implements MigrationInterface {
  name = 'Territory20261122100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table region (
        cut          text not null,
        position     integer not null,
        name         text not null,
        short_name   text not null,
        abbreviation text not null,
        strip_code   text not null,
        time_zone    text not null,
        constraint region_pkey primary key (cut),
        constraint region_cut_check check (cut ~ '^[0-9]{2}$'),
        constraint region_position_key unique (position)
      );
      create table province (
        cut        text not null,
        region_cut text not null,
        name       text not null,
        constraint province_pkey primary key (cut),
        constraint province_cut_check check (cut ~ '^[0-9]{3}$' and left(cut, 2) = region_cut),
        constraint province_region_fkey foreign key (region_cut) references region on delete restrict
      );
      create index province_region_idx on province (region_cut);
      create table comuna (
        cut          text not null,
        province_cut text not null,
        name         text collate "es-CL-x-icu" not null,
        time_zone    text,
        constraint comuna_pkey primary key (cut),
        constraint comuna_cut_check check (cut ~ '^[0-9]{5}$' and left(cut, 3) = province_cut),
        constraint comuna_province_fkey foreign key (province_cut) references province on delete restrict
      );
      create index comuna_province_idx on comuna (province_cut);
      create table institution (
        id         uuid not null,
        key        text not null,
        kind       text not null,
        name       text collate "es-CL-x-icu" not null,
        region_cut text,
        constraint institution_pkey primary key (id),
        constraint institution_key_key unique (key),
        constraint institution_kind_check check (kind in ('regional_government', 'ministry', 'municipality', 'other')),
        constraint institution_region_fkey foreign key (region_cut) references region on delete restrict
      );
      create index institution_region_idx on institution (region_cut);
      create table territory_kind (
        key        text not null,
        name       text not null,
        plural     text not null,
        norm       text not null,
        valid_from date,
        valid_to   date,
        note       text not null,
        constraint territory_kind_pkey primary key (key),
        constraint territory_kind_validity_check check (valid_to is null or valid_from is null or valid_from <= valid_to)
      );
      create table audit_entry (
        id           uuid not null,
        at           timestamptz not null,
        actor_id     uuid,
        action       text not null,
        subject_kind text not null,
        subject_id   text not null,
        detail       jsonb not null,
        constraint audit_entry_pkey primary key (id)
      );
      create index audit_entry_subject_idx on audit_entry (subject_kind, subject_id, id);
      create index audit_entry_actor_idx on audit_entry (actor_id, id);
      create table mail (
        id         uuid not null,
        address    text not null,
        subject    text not null,
        body       text not null,
        created_at timestamptz not null,
        sent_at    timestamptz,
        constraint mail_pkey primary key (id)
      );
      create index mail_unsent_idx on mail (id) where sent_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mail, audit_entry, territory_kind, institution, comuna, province, region');
  }
}
