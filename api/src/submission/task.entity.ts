import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rubric } from './rubric.schema.ts';

/** When what peers gave becomes a nota: by itself when the reviews close, or once a tutor says so. */
export type PeerRelease = 'closing' | 'manual';
export type Late = 'refuse' | 'until' | 'penalty';

/**
 * The rules of a task, frozen with the version of its course. Points are thousandths; `demand`, a percent; `penalty`,
 * tenths of nota for each day begun; `doubleThreshold`, tenths between two marks above which a third person settles.
 * `dueDays` after the first day of the edition, null for its end; `lateDays` after the due date, null for its end.
 * `peerReviews` that each gives and gets, none when 0, within `peerDays`; `peerOwnWeight`, percent of one's own review;
 * `peerLeast`, without which peers give no nota; `peerPenalty`, tenths of nota that each undone review costs.
 */
@Entity('task')
export class Task {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('text') instructions!: string;
  /** A worked answer, for those who mark alone. */
  @Column('text', { nullable: true }) sample!: string | null;
  @Column('jsonb') rubric!: Rubric;
  @Column('integer') points!: number;
  @Column('integer') demand!: number;
  @Column('text') mode!: 'individual' | 'group';
  @Column('boolean', { name: 'takes_text' }) takesText!: boolean;
  @Column('boolean', { name: 'takes_files' }) takesFiles!: boolean;
  @Column('integer', { name: 'min_words', nullable: true }) minWords!: number | null;
  @Column('integer', { name: 'max_words', nullable: true }) maxWords!: number | null;
  @Column('text', { name: 'file_types', array: true }) fileTypes!: string[];
  @Column('integer', { name: 'max_files' }) maxFiles!: number;
  @Column('integer', { name: 'max_bytes' }) maxBytes!: number;
  @Column('integer', { name: 'due_days', nullable: true }) dueDays!: number | null;
  @Column('text') late!: Late;
  @Column('integer', { name: 'late_days', nullable: true }) lateDays!: number | null;
  @Column('integer') penalty!: number;
  @Column('integer') resubmissions!: number;
  @Column('boolean') anonymous!: boolean;
  @Column('integer', { name: 'double_threshold', nullable: true }) doubleThreshold!: number | null;
  @Column('integer', { name: 'peer_reviews' }) peerReviews!: number;
  @Column('boolean', { name: 'peer_anonymous' }) peerAnonymous!: boolean;
  @Column('integer', { name: 'peer_own_weight' }) peerOwnWeight!: number;
  @Column('integer', { name: 'peer_days' }) peerDays!: number;
  @Column('integer', { name: 'peer_least' }) peerLeast!: number;
  @Column('integer', { name: 'peer_penalty' }) peerPenalty!: number;
  @Column('text', { name: 'peer_release' }) peerRelease!: PeerRelease;
}

/** What an edition says otherwise of a task; null leaves the rule of the version. `penalty` as in `Task`. */
@Entity('task_setting')
export class TaskSetting {
  @PrimaryColumn('uuid', { name: 'edition_id' }) editionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('timestamptz', { name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { name: 'cutoff_at', nullable: true }) cutoffAt!: Date | null;
  @Column('text', { nullable: true }) late!: Late | null;
  @Column('integer', { nullable: true }) penalty!: number | null;
  @Column('integer', { name: 'peer_reviews', nullable: true }) peerReviews!: number | null;
  @Column('timestamptz', { name: 'peer_due_at', nullable: true }) peerDueAt!: Date | null;
  @Column('boolean', { name: 'peer_anonymous', nullable: true }) peerAnonymous!: boolean | null;
  @Column('integer', { name: 'peer_own_weight', nullable: true }) peerOwnWeight!: number | null;
  @Column('integer', { name: 'peer_least', nullable: true }) peerLeast!: number | null;
  @Column('integer', { name: 'peer_penalty', nullable: true }) peerPenalty!: number | null;
  @Column('text', { name: 'peer_release', nullable: true }) peerRelease!: PeerRelease | null;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** People of an edition who hand in one task together. */
@Entity('work_group')
export class WorkGroup {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('text') name!: string;
}

@Entity('work_group_member')
export class WorkGroupMember {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
}
