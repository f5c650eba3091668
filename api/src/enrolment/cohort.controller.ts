import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import { CohortBody, CohortList, CohortRef, MembersBody } from './cohort.schema.ts';
import { CohortService } from './cohort.service.ts';

@Controller()
export class CohortController {
  constructor(private readonly cohorts: CohortService) {}

  @Get('editions/:id/cohorts')
  @Requires('evaluation:manage')
  @Returns(CohortList)
  list(@Me() me: Actor, @Id() id: string) {
    return this.cohorts.list(me, id);
  }

  @Post('editions/:id/cohorts')
  @Requires('evaluation:manage')
  @Returns(CohortRef, 201)
  add(@Me() me: Actor, @Id() id: string, @Body({ schema: CohortBody }) body: CohortBody) {
    return this.cohorts.add(me, id, body);
  }

  @Put('cohorts/:id')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  rename(@Me() me: Actor, @Id() id: string, @Body({ schema: CohortBody }) body: CohortBody) {
    return this.cohorts.rename(me, id, body);
  }

  @Put('cohorts/:id/people')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  members(@Me() me: Actor, @Id() id: string, @Body({ schema: MembersBody }) body: MembersBody) {
    return this.cohorts.members(me, id, body);
  }
}
