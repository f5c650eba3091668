import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerKey, QuestionBody, QuestionKind } from '../content/question.schema.ts';

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

/** A question of a course, whatever it said over time; the key is `<evaluation>/<question>`. */
@Entity('question')
export class Question {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('text') key!: string;
}

/** What a question said at one time: never changed once written. Points in thousandths. */
@Entity('question_version')
export class QuestionVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'question_id' }) questionId!: string;
  @Column('integer') n!: number;
  @Column('text') sha!: string;
  @Column('text') kind!: QuestionKind;
  @Column('integer') points!: number;
  @Column('jsonb') body!: QuestionBody;
  @Column('jsonb', { name: 'answer_key' }) answerKey!: AnswerKey;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** The pool from which an evaluation draws. */
@Entity('evaluation_question')
export class EvaluationQuestion {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'unit_key' }) unitKey!: string;
  @PrimaryColumn('uuid', { name: 'question_version_id' }) questionVersionId!: string;
  @Column('integer') position!: number;
}
