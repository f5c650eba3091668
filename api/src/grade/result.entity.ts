import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * That a course or a programme is complete, with its grade in tenths. Written once: the certificate states this grade, and
 * no later attempt changes it.
 */
@Entity('result')
export class Result {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('integer') grade!: number;
  @Column('timestamptz', { name: 'completed_at' }) completedAt!: Date;
}
