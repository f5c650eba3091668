import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionBody, QuestionKind, WrittenAnswerKey } from '../content/question.schema.ts';

/**
 * A question, whatever it said over time. One of a course has the key `<evaluation>/<question>`; one made in the bank has
 * no course, and its own id for key. `currentVersionId` is what it says now; `comparedVersionId`, what its twins are of.
 */
@Entity('question')
export class Question {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id', nullable: true }) courseId!: string | null;
  @Column('text') key!: string;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId!: string | null;
  @Column('text', { nullable: true }) topic!: string | null;
  /** From 1, easy, to 5. */
  @Column('integer', { nullable: true }) difficulty!: number | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  /** Keys of kinds of territory. */
  @Column('text', { array: true }) territories!: string[];
  @Column('text', { array: true }) tags!: string[];
  /** What the folder said of it last: while the question still says so, the folder may say otherwise. */
  @Column('jsonb', { name: 'folder_about', nullable: true }) folderAbout!: object | null;
  @Column('uuid', { name: 'current_version_id', nullable: true }) currentVersionId!: string | null;
  @Column('uuid', { name: 'compared_version_id', nullable: true }) comparedVersionId!: string | null;
  @Column('text') origin!: 'folder' | 'editor' | 'import';
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** What a question said at one time: never changed once written. Points in thousandths; without an author, the folder wrote it. */
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
  /** The words of its body, by which it is searched and compared. */
  @Column('text') plain!: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A picture that a version shows. */
@Entity('question_media')
export class QuestionMedia {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') sha!: string;
}

/** Two questions in use that say nearly the same, told from either side. */
@Entity('question_twin')
export class QuestionTwin {
  @PrimaryColumn('uuid', { name: 'question_id' }) questionId!: string;
  @PrimaryColumn('uuid', { name: 'other_id' }) otherId!: string;
  /** Percent, by trigrams. */
  @Column('integer') similarity!: number;
}
