import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A searchable piece of the current revision of a publication: what stands under one heading. */
@Entity('passage')
export class Passage {
  @PrimaryColumn('uuid', { name: 'publication_id' }) publicationId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text', { name: 'chapter_key', nullable: true }) chapterKey!: string | null;
  @Column('text', { nullable: true }) anchor!: string | null;
  @Column('text') heading!: string;
  @Column('text') body!: string;
  /** Made by PostgreSQL from heading and body. */
  @Column({ type: 'tsvector', insert: false, update: false, select: false }) words!: string;
}

/** A word that occurs in the publications, lower case and without accents, and how often: what a misspelt one may have meant. */
@Entity('search_word')
export class SearchWord {
  @PrimaryColumn('text') word!: string;
  @Column('integer') weight!: number;
}
