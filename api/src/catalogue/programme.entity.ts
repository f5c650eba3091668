import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeManifest } from './manifest.schema.ts';

/** A diplomado: courses that count together. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') slug!: string;
  @Column('uuid', { name: 'current_version_id', nullable: true }) currentVersionId!: string | null;
}

/** What a programme said at one time: never changed once written. */
@Entity('programme_version')
export class ProgrammeVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'programme_id' }) programmeId!: string;
  @Column('integer') n!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { array: true }) topics!: string[];
  @Column('jsonb') manifest!: ProgrammeManifest;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A course of a programme and its weight in percent. */
@Entity('programme_course')
export class ProgrammeCourse {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId!: string;
  @Column('integer') position!: number;
  @Column('integer') weight!: number;
}
