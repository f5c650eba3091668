import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in an edition; under a programme's enrolment, the one in each of its courses. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('timestamptz', { name: 'enrolled_at' }) enrolledAt!: Date;
  /** Where the person was last, and when. */
  @Column('text', { name: 'last_unit', nullable: true }) lastUnit!: string | null;
  @Column('timestamptz', { name: 'last_at', nullable: true }) lastAt!: Date | null;
}
