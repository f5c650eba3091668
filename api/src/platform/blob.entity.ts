import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public file, named by the SHA-256 of its bytes. The bytes lie in the blob store. */
@Entity('blob')
export class Blob {
  @PrimaryColumn('text') sha!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') size!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
