import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The nota of a unit as its learner may see it, in tenths: what was computed, unless somebody overrode it.
 * It is here only once it is published.
 */
@Entity('unit_grade')
export class UnitGrade {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('integer') grade!: number;
  /** What the attempts or the marks give; null where the nota was only ever written by hand. */
  @Column('integer', { nullable: true }) computed!: number | null;
  @Column('boolean') overridden!: boolean;
  @Column('timestamptz', { name: 'graded_at' }) gradedAt!: Date;
}

/** Why a nota is what it is: `evaluation` and `mark` compute; the rest is somebody's decision. */
export const causes = ['evaluation', 'mark', 'regrade', 'undo', 'override', 'lift', 'appeal', 'import'] as const;
export type Cause = (typeof causes)[number];

/** One change of a nota; never changed or removed. `before` null: there was none. Both in tenths. */
@Entity('grade_change')
export class GradeChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') cause!: Cause;
  @Column('integer', { nullable: true }) before!: number | null;
  @Column('integer', { nullable: true }) after!: number | null;
  /** Of a list, and in words that the learner reads. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) explanation!: string | null;
  /** What it was part of: a regrade, an import. */
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
}
