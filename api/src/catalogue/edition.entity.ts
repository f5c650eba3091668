import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated run of one version of a course or of a programme; the parts of a programme's run name it as their parent. */
@Entity('edition')
export class Edition {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'course_version_id', nullable: true }) courseVersionId!: string | null;
  @Column('uuid', { name: 'programme_version_id', nullable: true }) programmeVersionId!: string | null;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'enrol_from' }) enrolFrom!: Date;
  @Column('timestamptz', { name: 'enrol_until' }) enrolUntil!: Date;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** Seats of an edition, for one region or (null) for anyone. The database refuses `taken > seats`. */
@Entity('seat_quota')
export class SeatQuota {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text', { name: 'region_cut', nullable: true }) regionCut!: string | null;
  @Column('integer') seats!: number;
  @Column('integer') taken!: number;
}
