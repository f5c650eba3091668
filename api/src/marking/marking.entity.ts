import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Annotation, GivenCriterion } from './marking.schema.ts';

/** How a task or an evaluation of an edition is marked, where it is not as its version says. Tenths of a nota. */
@Entity('marking_rule')
export class MarkingRule {
  @PrimaryColumn('uuid', { name: 'edition_id' }) editionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('boolean') anonymous!: boolean;
  @Column('integer', { name: 'double_threshold', nullable: true }) doubleThreshold!: number | null;
  @Column('integer', { name: 'return_days' }) returnDays!: number;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** Who should mark a submission. */
@Entity('allocation')
export class Allocation {
  @PrimaryColumn('uuid', { name: 'submission_id' }) submissionId!: string;
  @PrimaryColumn('uuid', { name: 'marker_id' }) markerId!: string;
  @Column('uuid', { name: 'allocated_by' }) allocatedBy!: string;
  @Column('timestamptz', { name: 'allocated_at' }) allocatedAt!: Date;
}

/** Who has a submission open, until when. */
@Entity('claim')
export class MarkingClaim {
  @PrimaryColumn('uuid', { name: 'submission_id' }) submissionId!: string;
  @PrimaryColumn('integer') place!: number;
  @Column('uuid', { name: 'marker_id' }) markerId!: string;
  @Column('timestamptz', { name: 'claimed_at' }) claimedAt!: Date;
  @Column('timestamptz') until!: Date;
}

/** What somebody gives to a version, before it is published. Points are thousandths, the nota tenths. */
@Entity('mark')
export class Mark {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('integer') version!: number;
  @Column('integer') place!: number;
  @Column('uuid', { name: 'marker_id' }) markerId!: string;
  @Column('text') state!: 'draft' | 'given';
  @Column('integer') revision!: number;
  @Column('jsonb') criteria!: GivenCriterion[];
  @Column('jsonb') annotations!: Annotation[];
  @Column('text') feedback!: string;
  @Column('integer', { nullable: true }) points!: number | null;
  @Column('integer', { nullable: true }) grade!: number | null;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
  @Column('timestamptz', { name: 'given_at', nullable: true }) givenAt!: Date | null;
}

/** What its learner reads; never changed. A later one counts instead of those before. */
@Entity('mark_publication')
export class MarkPublication {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('integer') n!: number;
  @Column('integer') version!: number;
  @Column('text') cause!: 'mark' | 'agreed' | 'third' | 'moderation';
  /** Null when reviews of learners made it. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('integer') points!: number;
  @Column('integer', { name: 'max_points' }) maxPoints!: number;
  /** Tenths that late work lost. */
  @Column('integer') penalty!: number;
  @Column('integer', { nullable: true }) grade!: number | null;
  @Column('jsonb') criteria!: GivenCriterion[];
  @Column('jsonb') annotations!: Annotation[];
  @Column('text') feedback!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}

/** What a learner was asked to correct in a version. */
@Entity('correction_request')
export class CorrectionRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'actor_id' }) actorId!: string;
  @Column('text') note!: string;
  @Column('jsonb') annotations!: Annotation[];
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
}

/** A comment kept to be used again in a course: one's own, or shared with those who mark it too. */
@Entity('bank_comment')
export class BankComment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('boolean') shared!: boolean;
  @Column('text') body!: string;
  @Column('integer') uses!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A published mark that was drawn to be looked at again, and what came of it. */
@Entity('moderation')
export class Moderation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('integer') publication!: number;
  @Column('uuid', { name: 'drawn_by' }) drawnBy!: string;
  @Column('timestamptz', { name: 'drawn_at' }) drawnAt!: Date;
  @Column('text', { nullable: true }) verdict!: 'confirmed' | 'changed' | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
