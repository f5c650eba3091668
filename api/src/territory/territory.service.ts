import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.ts';
import { Region, TerritoryKind } from './territory.entity.ts';

@Injectable()
export class TerritoryService {
  constructor(private readonly db: Database) {}

  async regions() {
    return { items: await this.db.of(Region).find({ order: { position: 'ASC' } }) };
  }

  async comunas(regionCut: string) {
    const { rows } = await this.db.run(
      `select comuna.cut, comuna.name, province.name as province
       from comuna join province on province.cut = province_cut where region_cut = $1 order by comuna.name`,
      [regionCut],
    );
    return { items: rows };
  }

  async kinds() {
    return { items: await this.db.of(TerritoryKind).find({ order: { key: 'ASC' } }) };
  }
}
