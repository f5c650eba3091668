import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.ts';
import { CatalogueService } from './catalogue.service.ts';
import { EditionService } from './edition.service.ts';
import { LibraryController } from './library.controller.ts';
import { LibraryService } from './library.service.ts';

@Module({
  controllers: [CatalogueController, LibraryController],
  providers: [CatalogueService, EditionService, LibraryService],
  exports: [CatalogueService, EditionService, LibraryService],
})
export class CatalogueModule {}
