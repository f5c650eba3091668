import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rules of an evaluation of a course version. `minutes` null: no limit. `demand` in percent. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @Column('integer') draw!: number;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer') attempts!: number;
  @Column('text') keep!: 'best' | 'last' | 'average';
  @Column('integer') demand!: number;
  @Column('text') release!: 'submission' | 'closing';
  @Column('text') instructions!: string;
}

/** The pool from which an evaluation draws. */
@Entity('evaluation_question')
export class EvaluationQuestion {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @PrimaryColumn('uuid', { name: 'question_version_id' }) questionVersionId!: string;
  @Column('integer') position!: number;
}
