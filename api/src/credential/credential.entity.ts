import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a certificate states, as it was when it was issued. `run` without its check digit, `grade` in tenths, dates in Santiago. */
export type CredentialDetail = {
  personName: string;
  run: number;
  institution: string | null;
  regionStrip: string | null;
  title: string;
  minutes: number;
  grade: number;
  startedOn: string;
  completedOn: string;
};

/** A certificate. The folio counts those of a year without gaps; the code, which nobody guesses, finds it in public. */
@Entity('credential')
export class Credential {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'course' | 'programme';
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') folio!: string;
  @Column('text') code!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('timestamptz', { name: 'annulled_at', nullable: true }) annulledAt!: Date | null;
  @Column('text', { name: 'annulled_why', nullable: true }) annulledWhy!: string | null;
  /** Annulled because the nota was corrected, not by somebody's decision; and the certificate that stands in its place. */
  @Column('boolean') corrected!: boolean;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
  @Column('jsonb') detail!: CredentialDetail;
}
