import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GradeRules } from '../content/grade-rules.schema.ts';

/**
 * That a course or a programme is complete, with its grade in tenths, which its certificate states. It follows what is
 * corrected afterwards, and nothing that is only tried later; `rules` are those that it was completed by.
 */
@Entity('result')
export class Result {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('integer') grade!: number;
  @Column('timestamptz', { name: 'completed_at' }) completedAt!: Date;
  @Column('jsonb', { nullable: true }) rules!: GradeRules | null;
}
