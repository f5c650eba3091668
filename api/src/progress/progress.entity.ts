import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a learner did, named by the browser. `occurredAt` is the device's word, kept as evidence; order is by receipt. */
@Entity('learning_event')
export class LearningEvent {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('text') kind!: 'opened' | 'read' | 'unread' | 'position' | 'active';
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('jsonb') detail!: object;
}

/** What the events of one unit come to. `permille` is how far down the text the reader stopped. */
@Entity('unit_progress')
export class UnitProgress {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('integer') seconds!: number;
  @Column('text', { nullable: true }) anchor!: string | null;
  @Column('integer') permille!: number;
  @Column('timestamptz', { name: 'positioned_at' }) positionedAt!: Date;
}

/** A learner's own words beside a lesson; nobody else reads them. */
@Entity('personal_note')
export class PersonalNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'unit_key' }) unitKey!: string;
  @Column('text') body!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
