import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter to an address, kept until it is sent. */
@Entity('mail')
export class Mail {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') address!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
}
