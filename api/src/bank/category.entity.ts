import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place for questions, in a tree; `key` is its name as an address would write it. */
@Entity('question_category')
export class QuestionCategory {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') name!: string;
  @Column('text') key!: string;
  @Column('integer') position!: number;
}
