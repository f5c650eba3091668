import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Key, Returns } from '../platform/http.ts';
import { CatalogueQuery, CatalogueView, CourseView, ProgrammeView } from './catalogue.schema.ts';
import { CatalogueService } from './catalogue.service.ts';

@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('catalogue')
  @Requires('public')
  @Returns(CatalogueView)
  list(@Query({ schema: CatalogueQuery }) query: CatalogueQuery) {
    return this.catalogue.list(query);
  }

  /** By its slug, or by a former one: then the answer's slug differs from the asked. */
  @Get('courses/:slug')
  @Requires('public')
  @Returns(CourseView)
  course(@Me() me: Actor | undefined, @Key('slug') slug: string) {
    return this.catalogue.course(me, slug);
  }

  @Get('programmes/:slug')
  @Requires('public')
  @Returns(ProgrammeView)
  programme(@Me() me: Actor | undefined, @Key('slug') slug: string) {
    return this.catalogue.programme(me, slug);
  }
}
