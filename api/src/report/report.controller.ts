import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsChecked, ReturnsFile } from '../platform/http.ts';
import { HomeService } from './home.service.ts';
import { PeopleService } from './people.service.ts';
import {
  HomeView,
  PeopleFilter,
  PeoplePage,
  PeopleQuery,
  StaffEditionList,
  StaffEditionView,
} from './report.schema.ts';

@Controller()
export class ReportController {
  constructor(
    private readonly homes: HomeService,
    private readonly people: PeopleService,
  ) {}

  @Get('home')
  @Requires('self')
  @ReturnsChecked(HomeView)
  home(@Me() me: Actor) {
    return this.homes.of(me);
  }

  @Get('editions')
  @Requires('edition:read')
  @Returns(StaffEditionList)
  editions(@Me() me: Actor) {
    return this.people.editions(me);
  }

  @Get('editions/:id')
  @Requires('edition:read')
  @Returns(StaffEditionView)
  edition(@Me() me: Actor, @Id() id: string) {
    return this.people.edition(me, id);
  }

  /** By family names, then given names, in Spanish order. */
  @Get('editions/:id/people')
  @Requires('edition:read')
  @Returns(PeoplePage)
  list(@Me() me: Actor, @Id() id: string, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.people.list(me, id, query);
  }

  /** Everyone in one file for a spreadsheet: semicolons, decimal commas, no formula can run. */
  @Get('editions/:id/people.csv')
  @Requires('edition:read')
  @ReturnsFile('text/csv')
  async csv(
    @Me() me: Actor,
    @Id() id: string,
    @Query({ schema: PeopleFilter }) filter: PeopleFilter,
    @Res() reply: FastifyReply,
  ) {
    const { text, name } = await this.people.csv(me, id, filter);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(text);
  }
}
