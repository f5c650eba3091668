import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../platform/access.ts';
import { Key, Returns } from '../platform/http.ts';
import { GlossaryView, LibraryQuery, LibraryView, PublicationView } from './library.schema.ts';
import { LibraryService } from './library.service.ts';

@Controller()
export class LibraryController {
  constructor(private readonly library: LibraryService) {}

  @Get('library')
  @Requires('public')
  @Returns(LibraryView)
  search(@Query({ schema: LibraryQuery }) query: LibraryQuery) {
    return this.library.search(query);
  }

  /** The first chapter. By its slug, or by a former one: then the answer's slug differs from the asked. */
  @Get('publications/:slug')
  @Requires('public')
  @Returns(PublicationView)
  publication(@Key('slug') slug: string) {
    return this.library.publication(slug, null);
  }

  @Get('publications/:slug/chapters/:chapter')
  @Requires('public')
  @Returns(PublicationView)
  chapter(@Key('slug') slug: string, @Key('chapter') chapter: string) {
    return this.library.publication(slug, chapter);
  }

  @Get('glossary')
  @Requires('public')
  @Returns(GlossaryView)
  glossary() {
    return this.library.glossary();
  }
}
