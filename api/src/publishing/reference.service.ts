import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { GlossaryTerm, Topic } from '../catalogue/reference.entity.ts';
import type { Glossary, Territory, Topics } from '../content/content.schema.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { Comuna, Institution, Province, Region, TerritoryKind } from '../territory/territory.entity.ts';
import type { Terms } from './build-manifest.ts';
import { ShelfService } from './shelf.service.ts';

/** Publishes what all else refers to: topics, terms, regions. An equal row is not written. */
@Injectable()
export class ReferencePublisher {
  constructor(
    private readonly db: Database,
    private readonly shelf: ShelfService,
  ) {}

  async topics({ topics }: Topics): Promise<void> {
    await this.shelf.put(
      Topic,
      ['key'],
      ['name', 'position'],
      topics.map((topic, position) => ({ ...topic, position })),
    );
    await this.db.of(Topic).delete({ key: Not(In(topics.map(({ key }) => key))) });
  }

  async glossary({ terms }: Glossary): Promise<void> {
    await this.shelf.put(GlossaryTerm, ['id'], ['term', 'definition', 'html'], terms);
    await this.db.of(GlossaryTerm).delete({ id: Not(In(terms.map(({ id }) => id))) });
  }

  /** Nothing that people may live in or records may hang from is ever removed. */
  async territory({ regions, provinces, comunas, kinds }: Territory): Promise<void> {
    await this.shelf.put(
      Region,
      ['cut'],
      ['position', 'name', 'short_name', 'abbreviation', 'strip_code', 'time_zone'],
      regions.map(({ cut, name, shortName, abbreviation, stripCode, timeZone }, position) => ({
        ...{ cut, position, name, shortName, abbreviation, stripCode, timeZone },
      })),
    );
    await this.shelf.put(Province, ['cut'], ['region_cut', 'name'], provinces);
    await this.shelf.put(Comuna, ['cut'], ['province_cut', 'name', 'time_zone'], comunas);
    await this.shelf.put(TerritoryKind, ['key'], ['name', 'plural', 'norm', 'valid_from', 'valid_to', 'note'], kinds);
    await this.shelf.put(
      Institution,
      ['key'],
      ['kind', 'name', 'region_cut'],
      regions.map(({ cut, government: name }): Institution => ({
        ...{ id: newId(), key: `gore-${cut}`, kind: 'regional_government', name, regionCut: cut },
      })),
    );
  }

  /** The glossary as it stands, for the margins of what is loaded next. */
  async terms(): Promise<Terms> {
    const rows = await this.db.of(GlossaryTerm).find({ select: { id: true, term: true, definition: true } });
    return new Map(rows.map(({ id, term, definition }) => [id, { id, term, definition }]));
  }
}
