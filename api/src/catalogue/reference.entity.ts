import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('topic')
export class Topic {
  @PrimaryColumn('text') key!: string;
  @Column('text') name!: string;
  @Column('integer') position!: number;
}

/** A term of the glossary: `definition` is plain text for a margin, `html` the whole entry. */
@Entity('glossary_term')
export class GlossaryTerm {
  @PrimaryColumn('text') id!: string;
  @Column('text') term!: string;
  @Column('text') definition!: string;
  @Column('text') html!: string;
}

/** An address that once led to a course, a programme or a publication. */
@Entity('former_slug')
export class FormerSlug {
  @PrimaryColumn('text') kind!: 'course' | 'programme' | 'publication';
  @PrimaryColumn('text') slug!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
}

/** The last text loaded of each file of content/, and whether it came from the folder or was edited here. */
@Entity('source')
export class Source {
  @PrimaryColumn('text') path!: string;
  @Column('text') sha!: string;
  @Column('text') origin!: 'folder' | 'editor';
  @Column('timestamptz', { name: 'loaded_at' }) loadedAt!: Date;
}
