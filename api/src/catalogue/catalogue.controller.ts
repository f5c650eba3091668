import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me, Requires, type Visit } from '../platform/access.ts';
import { answerTagged } from '../platform/cache.ts';
import { Key, ReturnsChecked } from '../platform/http.ts';
import { CatalogueQuery, CatalogueView, CourseView, ProgrammeView } from './catalogue.schema.ts';
import { CatalogueService } from './catalogue.service.ts';

/** Seats and enrolments differ by who asks: only what a visitor gets may be kept by anyone. */
const scopeOf = (me: Actor | undefined) => (me ? 'private' : 'public');

@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('catalogue')
  @Requires('public')
  @ReturnsChecked(CatalogueView)
  async list(
    @Me() me: Actor | undefined,
    @Query({ schema: CatalogueQuery }) query: CatalogueQuery,
    @Req() request: Visit,
    @Res() reply: FastifyReply,
  ) {
    const found = CatalogueView.parse(await this.catalogue.list(me, query));
    return answerTagged(request, reply, found, scopeOf(me));
  }

  /** By its slug, or by a former one: then the answer's slug differs from the asked. */
  @Get('courses/:slug')
  @Requires('public')
  @ReturnsChecked(CourseView)
  async course(
    @Me() me: Actor | undefined,
    @Key('slug') slug: string,
    @Req() request: Visit,
    @Res() reply: FastifyReply,
  ) {
    const found = CourseView.parse(await this.catalogue.course(me, slug));
    return answerTagged(request, reply, found, scopeOf(me));
  }

  @Get('programmes/:slug')
  @Requires('public')
  @ReturnsChecked(ProgrammeView)
  async programme(
    @Me() me: Actor | undefined,
    @Key('slug') slug: string,
    @Req() request: Visit,
    @Res() reply: FastifyReply,
  ) {
    const found = ProgrammeView.parse(await this.catalogue.programme(me, slug));
    return answerTagged(request, reply, found, scopeOf(me));
  }
}
