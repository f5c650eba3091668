import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Keep, Rounding } from './nota.policy.ts';

/** When a part of a result may be seen: at once, when the evaluation closes, on a date, or when somebody says so. */
export type Release = 'submission' | 'closing' | 'date' | 'hand';
/** How a result is shown; the gradebook always takes the nota. */
export type ShownAs = 'nota' | 'points' | 'percent' | 'pass';

/** The rules of an evaluation of a course version. `minutes` null: no limit. `demand` in percent; `draw` questions in all. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('integer') draw!: number;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer') attempts!: number;
  @Column('integer', { name: 'wait_minutes' }) waitMinutes!: number;
  @Column('text') keep!: Keep;
  @Column('integer') demand!: number;
  @Column('text') scale!: ShownAs;
  @Column('integer', { name: 'min_grade' }) minGrade!: number;
  @Column('text') rounding!: Rounding;
  @Column('boolean', { name: 'shuffle_questions' }) shuffleQuestions!: boolean;
  @Column('boolean', { name: 'shuffle_options' }) shuffleOptions!: boolean;
  @Column('boolean') sequential!: boolean;
  @Column('text', { name: 'per_page' }) perPage!: 'all' | 'one';
  @Column('text', { name: 'release_score' }) releaseScore!: Release;
  @Column('text', { name: 'release_answers' }) releaseAnswers!: Release;
  @Column('text', { name: 'release_feedback' }) releaseFeedback!: Release;
  @Column('text') instructions!: string;
}

/**
 * A place of an evaluation, in order: one fixed question, or some drawn from a pool. Places that follow each other with the
 * same `section` are one section. `points` (thousandths) null: those of each question.
 */
@Entity('evaluation_slot')
export class EvaluationSlot {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text', { nullable: true }) section!: string | null;
  @Column('text') kind!: 'fixed' | 'draw';
  @Column('integer') draw!: number;
  @Column('integer', { nullable: true }) points!: number | null;
}

/** The pool from which a place draws; of a fixed one, its question. */
@Entity('evaluation_question')
export class EvaluationQuestion {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @PrimaryColumn('integer') slot!: number;
  @PrimaryColumn('uuid', { name: 'question_version_id' }) questionVersionId!: string;
  @Column('integer') position!: number;
}

/** What an edition says otherwise than the version; null is as the version. `minutes` 0: no limit. */
@Entity('evaluation_setting')
export class EvaluationSetting {
  @PrimaryColumn('uuid', { name: 'edition_id' }) editionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('timestamptz', { name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer', { nullable: true }) attempts!: number | null;
  @Column('integer', { name: 'wait_minutes', nullable: true }) waitMinutes!: number | null;
  /** Of the word that opens it; the word itself is kept nowhere. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('boolean', { nullable: true }) sequential!: boolean | null;
  @Column('text', { name: 'per_page', nullable: true }) perPage!: 'all' | 'one' | null;
  @Column('boolean', { name: 'shuffle_questions', nullable: true }) shuffleQuestions!: boolean | null;
  @Column('boolean', { name: 'shuffle_options', nullable: true }) shuffleOptions!: boolean | null;
  @Column('integer', { nullable: true }) demand!: number | null;
  @Column('text', { nullable: true }) scale!: ShownAs | null;
  @Column('integer', { name: 'min_grade', nullable: true }) minGrade!: number | null;
  @Column('text', { nullable: true }) rounding!: Rounding | null;
  @Column('text', { name: 'release_score', nullable: true }) releaseScore!: Release | null;
  @Column('timestamptz', { name: 'release_score_at', nullable: true }) releaseScoreAt!: Date | null;
  @Column('text', { name: 'release_answers', nullable: true }) releaseAnswers!: Release | null;
  @Column('timestamptz', { name: 'release_answers_at', nullable: true }) releaseAnswersAt!: Date | null;
  @Column('text', { name: 'release_feedback', nullable: true }) releaseFeedback!: Release | null;
  @Column('timestamptz', { name: 'release_feedback_at', nullable: true }) releaseFeedbackAt!: Date | null;
  /** When somebody released by hand what waits for that. */
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
}
