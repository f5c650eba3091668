import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppealState } from './appeal.policy.ts';

/** A request to mark again, with its answer and its second instance. Notas in tenths. */
@Entity('appeal')
export class Appeal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('text') state!: AppealState;
  @Column('text') text!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('timestamptz', { name: 'answer_due_at' }) answerDueAt!: Date;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  /** Until when its owner may go on to the second instance. */
  @Column('timestamptz', { name: 'second_until', nullable: true }) secondUntil!: Date | null;
  @Column('text', { name: 'second_text', nullable: true }) secondText!: string | null;
  @Column('timestamptz', { name: 'second_at', nullable: true }) secondAt!: Date | null;
  @Column('timestamptz', { name: 'settle_due_at', nullable: true }) settleDueAt!: Date | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy!: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('boolean', { nullable: true }) upheld!: boolean | null;
  @Column('text', { nullable: true }) settlement!: string | null;
  @Column('integer', { name: 'grade_before' }) gradeBefore!: number;
  @Column('integer', { name: 'grade_after', nullable: true }) gradeAfter!: number | null;
}
