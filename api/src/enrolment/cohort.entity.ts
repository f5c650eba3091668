import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of people within an edition, as the tutor of each half of it. */
@Entity('cohort')
export class Cohort {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text') name!: string;
}

/**
 * More time, a later date or more attempts at a unit, for one person or one cohort of an edition, with its reason.
 * `closesAt` null: the date of everyone. One that was withdrawn holds no more, and stays to be read.
 */
@Entity('extension')
export class Extension {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('uuid', { name: 'enrolment_id', nullable: true }) enrolmentId!: string | null;
  @Column('uuid', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('integer', { name: 'extra_minutes' }) extraMinutes!: number;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('integer', { name: 'extra_attempts' }) extraAttempts!: number;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'granted_by' }) grantedBy!: string;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy!: string | null;
  @Column('text', { name: 'withdrawn_why', nullable: true }) withdrawnWhy!: string | null;
}
