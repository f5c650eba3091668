import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Drawn, QuestionResponse } from '../content/question.schema.ts';
import type { Scale } from './nota.policy.ts';

/**
 * One try at an evaluation. Questions, order and deadline are frozen when it starts; `seed` and `generator` are the evidence
 * of how they were drawn. Points are thousandths, the grade tenths, `scale` what turned one into the other; all three are
 * null until it has ended and nothing in it is `pending`: answers that wait for somebody to mark them.
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
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!: 'learner' | 'deadline' | 'staff' | null;
  /** The tab or device that may save. */
  @Column('uuid', { name: 'lease_id' }) leaseId!: string;
  /** No way back: only the question at `reached` may be answered. */
  @Column('boolean') sequential!: boolean;
  @Column('text', { name: 'per_page' }) perPage!: 'all' | 'one';
  @Column('integer') reached!: number;
  @Column('integer', { nullable: true }) points!: number | null;
  @Column('integer', { name: 'max_points' }) maxPoints!: number;
  @Column('integer', { nullable: true }) grade!: number | null;
  @Column('jsonb', { nullable: true }) scale!: Scale | null;
  @Column('integer') pending!: number;
  @Column('timestamptz', { name: 'annulled_at', nullable: true }) annulledAt!: Date | null;
  @Column('text', { name: 'annulled_why', nullable: true }) annulledWhy!: string | null;
  @Column('uuid', { name: 'annulled_by', nullable: true }) annulledBy!: string | null;
  /** How often a tutor opened it again. */
  @Column('integer') reopened!: number;
}

/**
 * A question of an attempt with its last saved answer. `optionOrder` holds the ids of what is shuffled, as they are shown;
 * `seconds` how long its page was looked at, as the page measured it.
 */
@Entity('attempt_question')
export class AttemptQuestion {
  @PrimaryColumn('uuid', { name: 'attempt_id' }) attemptId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('uuid', { name: 'question_version_id' }) questionVersionId!: string;
  @Column('text', { nullable: true }) section!: string | null;
  @Column('integer', { name: 'max_points' }) maxPoints!: number;
  @Column('jsonb', { name: 'option_order' }) optionOrder!: string[];
  /** The numbers of a calculated question. */
  @Column('jsonb', { nullable: true }) drawn!: Drawn | null;
  @Column('jsonb', { nullable: true }) response!: QuestionResponse | null;
  @Column('boolean') flagged!: boolean;
  @Column('integer') seq!: number;
  @Column('integer') seconds!: number;
  /** What a regrade decided: another version to score with, all points, or none. */
  @Column('uuid', { name: 'scored_with', nullable: true }) scoredWith!: string | null;
  @Column('text', { nullable: true }) treatment!: 'full' | 'dropped' | null;
  @Column('timestamptz', { name: 'saved_at', nullable: true }) savedAt!: Date | null;
  @Column('integer', { nullable: true }) points!: number | null;
}

/** What happened to an attempt, besides its saves, which stand in its questions. `device` is what the browser calls itself. */
@Entity('attempt_log')
export class AttemptLog {
  @PrimaryColumn('uuid', { name: 'attempt_id' }) attemptId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!:
    | 'opened'
    | 'taken'
    | 'left'
    | 'returned'
    | 'advanced'
    | 'submitted'
    | 'closed'
    | 'reopened'
    | 'time_added'
    | 'annulled'
    | 'marked';
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) device!: string | null;
  @Column('jsonb', { nullable: true }) detail!: Record<string, unknown> | null;
}
