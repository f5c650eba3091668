import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Requires } from '../platform/access.ts';
import { Returns } from '../platform/http.ts';
import { ComunaList, RegionList, TerritoryKindList } from './territory.schema.ts';
import { TerritoryService } from './territory.service.ts';

@Controller()
export class TerritoryController {
  constructor(private readonly territory: TerritoryService) {}

  /** North to south. */
  @Get('regions')
  @Requires('public')
  @Returns(RegionList)
  regions() {
    return this.territory.regions();
  }

  @Get('regions/:cut/comunas')
  @Requires('public')
  @Returns(ComunaList)
  comunas(@Param('cut', { schema: z.string().regex(/^\d{2}$/) }) cut: string) {
    return this.territory.comunas(cut);
  }

  @Get('territory-kinds')
  @Requires('public')
  @Returns(TerritoryKindList)
  kinds() {
    return this.territory.kinds();
  }
}
