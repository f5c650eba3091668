import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublicationManifest } from './manifest.schema.ts';

/** A cartilla (booklet), a manual or an orientación (guidance). */
@Entity('publication')
export class Publication {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: 'booklet' | 'manual' | 'guidance';
  @Column('uuid', { name: 'current_revision_id', nullable: true }) currentRevisionId!: string | null;
}

/** What a publication said at one time: never changed once written. */
@Entity('publication_revision')
export class PublicationRevision {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'publication_id' }) publicationId!: string;
  @Column('integer') n!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text') edition!: string;
  @Column('text', { array: true }) topics!: string[];
  @Column('text', { array: true }) stages!: string[];
  @Column('text', { name: 'territory_kinds', array: true }) territoryKinds!: string[];
  @Column('date', { name: 'reviewed_on' }) reviewedOn!: string;
  @Column('jsonb') manifest!: PublicationManifest;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Made by PostgreSQL from title, summary and the titles of the chapters. */
  @Column({ type: 'tsvector', insert: false, update: false, select: false }) words?: string;
}

/** Keeps a chapter's text or an image of a revision from being swept. */
@Entity('revision_media')
export class RevisionMedia {
  @PrimaryColumn('uuid', { name: 'revision_id' }) revisionId!: string;
  @PrimaryColumn('text') sha!: string;
}
