import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourseManifest } from './manifest.schema.ts';

/** A course keeps its key for ever; its slug is its address today. */
@Entity('course')
export class Course {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') slug!: string;
  @Column('text') status!: 'available' | 'announced';
  @Column('uuid', { name: 'current_version_id', nullable: true }) currentVersionId!: string | null;
}

/** What a course said at one time: never changed once written. */
@Entity('course_version')
export class CourseVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('integer') n!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('text', { name: 'structure_hash' }) structureHash!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('integer') minutes!: number;
  @Column('text', { array: true }) topics!: string[];
  @Column('jsonb') manifest!: CourseManifest;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A lesson, an evaluation or a task of a version, in reading order. A lesson has its text's hash; the others, their weight in percent. */
@Entity('version_unit')
export class VersionUnit {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('integer') position!: number;
  @Column('text', { name: 'module_key', nullable: true }) moduleKey!: string | null;
  @Column('text') kind!: 'lesson' | 'evaluation' | 'task';
  @Column('text') title!: string;
  @Column('integer') minutes!: number;
  @Column('boolean') required!: boolean;
  @Column('integer', { nullable: true }) weight!: number | null;
  @Column('text', { nullable: true }) sha!: string | null;
}

/** Keeps an image of a version from being swept. */
@Entity('version_media')
export class VersionMedia {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') sha!: string;
}
