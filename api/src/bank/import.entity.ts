import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportReport } from './import.schema.ts';

/** A file of questions that was read; its bytes stay until it is applied. */
@Entity('question_import')
export class QuestionImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) format!: string | null;
  @Column('bytea', { nullable: true }) bytes!: Buffer | null;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId!: string | null;
  @Column('text') state!: 'read' | 'waiting' | 'running' | 'done' | 'failed';
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  @Column('jsonb') report!: ImportReport;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
