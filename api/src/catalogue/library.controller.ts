import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Requires } from '../platform/access.ts';
import { answerTagged } from '../platform/cache.ts';
import { Key, ReturnsChecked } from '../platform/http.ts';
import { GlossaryView, LibraryQuery, LibraryView, PublicationView } from './library.schema.ts';
import { LibraryService } from './library.service.ts';

@Controller()
export class LibraryController {
  constructor(private readonly library: LibraryService) {}

  @Get('library')
  @Requires('public')
  @ReturnsChecked(LibraryView)
  async search(
    @Query({ schema: LibraryQuery }) query: LibraryQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return answerTagged(request, reply, LibraryView.parse(await this.library.search(query)), 'public');
  }

  /** The first chapter. By its slug, or by a former one: then the answer's slug differs from the asked. */
  @Get('publications/:slug')
  @Requires('public')
  @ReturnsChecked(PublicationView)
  publication(@Key('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(slug, null, request, reply);
  }

  @Get('publications/:slug/chapters/:chapter')
  @Requires('public')
  @ReturnsChecked(PublicationView)
  chapter(
    @Key('slug') slug: string,
    @Key('chapter') chapter: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(slug, chapter, request, reply);
  }

  @Get('glossary')
  @Requires('public')
  @ReturnsChecked(GlossaryView)
  async glossary(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answerTagged(request, reply, GlossaryView.parse(await this.library.glossary()), 'public');
  }

  private async answer(slug: string, chapter: string | null, request: FastifyRequest, reply: FastifyReply) {
    const found = PublicationView.parse(await this.library.publication(slug, chapter));
    return answerTagged(request, reply, found, 'public');
  }
}
