import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GradeRules } from '../content/grade-rules.schema.ts';
import type { ImportChange, ImportRefusal } from './import.schema.ts';

/** The rules of an edition, where they are not those of its course. `n` counts its changes. */
@Entity('grade_scheme')
export class GradeScheme {
  @PrimaryColumn('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('jsonb') rules!: GradeRules;
  @Column('integer') n!: number;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** What part of the sessions a person came to, in percent. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('integer') percent!: number;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

/** A table of notas that somebody brought: what it would change, then what it changed. */
@Entity('grade_import')
export class GradeImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('uuid', { name: 'actor_id' }) actorId!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('jsonb') changes!: ImportChange[];
  @Column('jsonb') refused!: ImportRefusal[];
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) explanation!: string | null;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt!: Date | null;
  /** What was changed by somebody else since the table was read, and so stays as it is. */
  @Column('jsonb', { nullable: true }) stale!: ImportChange[] | null;
}
