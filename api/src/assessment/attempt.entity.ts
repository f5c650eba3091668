import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Drawn, QuestionResponse } from '../content/question.schema.ts';

/**
 * One try at an evaluation. Questions, order and deadline are frozen when it starts; `seed` and `generator` are the evidence
 * of how they were drawn. Points are thousandths, the grade tenths; both are null until it ends.
 */
@Entity('attempt')
export class Attempt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('integer') n!: number;
  /** 53 bits, which PostgreSQL's driver hands over as text. */
  @Column('bigint') seed!: string;
  @Column('text') generator!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt!: Date | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!: 'learner' | 'deadline' | null;
  /** The tab or device that may save. */
  @Column('uuid', { name: 'lease_id' }) leaseId!: string;
  @Column('integer', { nullable: true }) points!: number | null;
  @Column('integer', { name: 'max_points' }) maxPoints!: number;
  @Column('integer', { nullable: true }) grade!: number | null;
}

/** A question of an attempt with its last saved answer. `optionOrder` holds the ids of what is shuffled, as they are shown. */
@Entity('attempt_question')
export class AttemptQuestion {
  @PrimaryColumn('uuid', { name: 'attempt_id' }) attemptId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('uuid', { name: 'question_version_id' }) questionVersionId!: string;
  @Column('jsonb', { name: 'option_order' }) optionOrder!: string[];
  /** The numbers of a calculated question. */
  @Column('jsonb', { nullable: true }) drawn!: Drawn | null;
  @Column('jsonb', { nullable: true }) response!: QuestionResponse | null;
  @Column('boolean') flagged!: boolean;
  @Column('integer') seq!: number;
  @Column('timestamptz', { name: 'saved_at', nullable: true }) savedAt!: Date | null;
  @Column('integer', { nullable: true }) points!: number | null;
}
