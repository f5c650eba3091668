import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Publication as PublicationRow, PublicationRevision, RevisionMedia } from '../catalogue/publication.entity.ts';
import { Passage } from '../catalogue/search.entity.ts';
import type { Publication } from '../content/content.schema.ts';
import { now } from '../platform/clock.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { fingerprint } from '../platform/fingerprint.ts';
import { passagesOf, publicationManifest, type Terms } from './build-manifest.ts';
import { ShelfService } from './shelf.service.ts';

/** Publishes cartillas, manuales and orientaciones: a revision is written once; search reads the current one. */
@Injectable()
export class PublicationPublisher {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
    private readonly audit: AuditService,
  ) {}

  /** Inside a transaction. Answers whether anything is new. */
  async publish(publication: Publication, terms: Terms): Promise<boolean> {
    const row = await this.rowOf(publication);
    await this.shelf.keep(publication.chapters, publication.media);
    const manifest = publicationManifest(publication, terms);
    const contentHash = fingerprint({ manifest, passages: passagesOf(publication) });
    const known = await this.db.of(PublicationRevision).findOneBy({ publicationId: row.id, contentHash });
    if (known && known.id === row.currentRevisionId) return false;
    const revision = known ?? (await this.addRevision(row, publication, { manifest, contentHash }));
    await this.db.of(PublicationRow).update(row.id, { currentRevisionId: revision.id });
    await this.index(row.id, publication);
    await this.audit.record({
      actorId: null,
      action: 'publication.publish',
      subjectKind: 'publication',
      subjectId: row.id,
      detail: { key: publication.key, n: revision.n, revisionId: revision.id },
    });
    return true;
  }

  /** Counts anew the words of all titles and passages: what a misspelt query may have meant. */
  async countWords(): Promise<void> {
    await this.db.run('delete from search_word');
    await this.db.run(`
      insert into search_word (word, weight)
      select word, count(*)
      from (
        select title || ' ' || summary as text
        from publication join publication_revision on publication_revision.id = current_revision_id
        union all select heading || ' ' || body from passage
      ) texts, regexp_split_to_table(unaccent('unaccent', lower(text)), '[^a-z]+') word
      where length(word) >= 4
      group by word
    `);
  }

  private async rowOf({ kind, key, slug }: Publication): Promise<PublicationRow> {
    const found = await this.db.of(PublicationRow).findOneBy({ kind, key });
    if (!found) {
      const row = { id: newId(), kind, key, slug, currentRevisionId: null };
      await this.db.of(PublicationRow).insert(row);
      return row;
    }
    if (found.slug !== slug) {
      await this.db.of(PublicationRow).update(found.id, { slug });
      await this.shelf.move('publication', found.id, found.slug, slug);
    }
    return found;
  }

  private async addRevision(
    { id: publicationId }: PublicationRow,
    publication: Publication,
    { manifest, contentHash }: Pick<PublicationRevision, 'manifest' | 'contentHash'>,
  ): Promise<PublicationRevision> {
    const n = (await this.db.of(PublicationRevision).countBy({ publicationId })) + 1;
    const { title, summary, edition, topics, stages, territoryKinds, reviewedOn } = publication;
    const revision = {
      ...{ id: newId(), publicationId, n, contentHash, title, summary, edition, topics, stages },
      ...{ territoryKinds, reviewedOn, manifest, createdAt: now() },
    };
    await this.shelf.insert(PublicationRevision, [revision]);
    const shas = new Set([...publication.chapters, ...publication.media].map(({ sha }) => sha));
    await this.shelf.insert(
      RevisionMedia,
      [...shas].map((sha) => ({ revisionId: revision.id, sha })),
    );
    return revision;
  }

  private async index(publicationId: string, publication: Publication): Promise<void> {
    await this.db.of(Passage).delete({ publicationId });
    const rows = passagesOf(publication).map((passage, position) => ({ publicationId, position, ...passage }));
    await this.shelf.insert(Passage, rows as Passage[]);
  }
}
