import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionBody, QuestionKind, WrittenAnswerKey } from '../content/question.schema.ts';

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
  @Column('jsonb', { name: 'answer_key' }) answerKey!: WrittenAnswerKey;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
