import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Change } from './regrade.policy.ts';

/**
 * What was decided over a question that was mended (score with another version, full points to all, drop it) or over a rule,
 * in one evaluation of an edition or wherever the question was used. `fingerprint` is of what was found when it was previewed;
 * `outside` how many people use the question beyond the reach of whoever decided.
 */
@Entity('regrade')
export class Regrade {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') decision!: 'version' | 'full' | 'drop' | 'rule';
  @Column('uuid', { name: 'question_id', nullable: true }) questionId!: string | null;
  @Column('uuid', { name: 'version_id', nullable: true }) versionId!: string | null;
  @Column('uuid', { name: 'edition_id', nullable: true }) editionId!: string | null;
  @Column('text', { name: 'unit_key', nullable: true }) unitKey!: string | null;
  @Column('boolean', { name: 'keep_better' }) keepBetter!: boolean;
  @Column('text') reason!: string;
  @Column('text') state!: 'previewed' | 'applying' | 'applied' | 'undoing' | 'undone';
  @Column('text') fingerprint!: string;
  @Column('integer') outside!: number;
  @Column('uuid', { name: 'made_by' }) madeBy!: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('uuid', { name: 'applied_by', nullable: true }) appliedBy!: string | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt!: Date | null;
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy!: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
}

/** An evaluation that a regrade touches; `busy` while it is at work there, which one at a time may be. */
@Entity('regrade_place')
export class RegradePlace {
  @PrimaryColumn('uuid', { name: 'regrade_id' }) regradeId!: string;
  @PrimaryColumn('uuid', { name: 'edition_id' }) editionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('boolean') busy!: boolean;
}

/** Someone whose attempts a regrade touches: what they give before and after, attempt by attempt, and what became of it. */
@Entity('regrade_person')
export class RegradePerson {
  @PrimaryColumn('uuid', { name: 'regrade_id' }) regradeId!: string;
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  /** What the attempts give by their rule, in tenths. */
  @Column('integer', { nullable: true }) before!: number | null;
  @Column('integer', { nullable: true }) after!: number | null;
  /** Whether somebody's decision stands above what is computed. */
  @Column('boolean') overridden!: boolean;
  /** Whether a response does not fit the new version, and keeps its points. */
  @Column('boolean') unfit!: boolean;
  /** Whether an attempt would have gone down, and stays as it is. */
  @Column('boolean') kept!: boolean;
  @Column('jsonb') changes!: Change[];
  /** `passed_by`: something had changed since the preview. `left`: changed by hand since, and so not undone. */
  @Column('text') outcome!: 'waiting' | 'applied' | 'passed_by' | 'undone' | 'left';
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}
