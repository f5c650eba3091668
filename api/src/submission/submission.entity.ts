import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SubmissionState = 'draft' | 'submitted' | 'returned' | 'published';

/**
 * What somebody hands in: for a task, alone or with a group (`enrolmentId` is then whoever began, or handed it in), or as the answer to one
 * question of an attempt. `version` is the last one sent, 0 before any; `draft` is what is being written.
 */
@Entity('submission')
export class Submission {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'task' | 'answer';
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('uuid', { name: 'attempt_id', nullable: true }) attemptId!: string | null;
  @Column('integer', { nullable: true }) position!: number | null;
  @Column('text') state!: SubmissionState;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('integer', { name: 'late_minutes' }) lateMinutes!: number;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text') draft!: string;
  @Column('integer', { name: 'draft_seq' }) draftSeq!: number;
  @Column('timestamptz', { name: 'draft_saved_at', nullable: true }) draftSavedAt!: Date | null;
}

/** What was sent, once and for all. `html` is sanitised. */
@Entity('submission_version')
export class SubmissionVersion {
  @PrimaryColumn('uuid', { name: 'submission_id' }) submissionId!: string;
  @PrimaryColumn('integer') n!: number;
  @Column('text') html!: string;
  @Column('integer') words!: number;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string;
  @Column('integer', { name: 'late_minutes' }) lateMinutes!: number;
  @Column('text') folio!: string;
}

/** A file that was uploaded; `version` null while it is of the draft. Its bytes lie among the private ones, by hash. */
@Entity('submission_file')
export class SubmissionFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('integer', { nullable: true }) version!: number | null;
  @Column('text') name!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
}

/** A file that is arriving. */
@Entity('upload')
export class Upload {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') name!: string;
  @Column('integer') size!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
