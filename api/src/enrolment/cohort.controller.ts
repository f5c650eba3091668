import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import {
  CohortBody,
  CohortList,
  CohortPage,
  CohortPeopleQuery,
  CohortRef,
  FoundPeople,
  Intake,
  IntakeBody,
  MembersBody,
  NameQuery,
} from './cohort.schema.ts';
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

  @Get('editions/:id/enrolled')
  @Requires('evaluation:manage')
  @Returns(FoundPeople)
  find(@Me() me: Actor, @Id() id: string, @Query({ schema: NameQuery }) { name }: { name: string }) {
    return this.cohorts.find(me, id, name);
  }

  @Get('cohorts/:id/people')
  @Requires('evaluation:manage')
  @Returns(CohortPage)
  people(@Me() me: Actor, @Id() id: string, @Query({ schema: CohortPeopleQuery }) query: CohortPeopleQuery) {
    return this.cohorts.people(me, id, query);
  }

  @Put('cohorts/:id')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  rename(@Me() me: Actor, @Id() id: string, @Body({ schema: CohortBody }) body: CohortBody) {
    return this.cohorts.rename(me, id, body);
  }

  @Delete('cohorts/:id')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  remove(@Me() me: Actor, @Id() id: string) {
    return this.cohorts.remove(me, id);
  }

  @Put('cohorts/:id/people')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  members(@Me() me: Actor, @Id() id: string, @Body({ schema: MembersBody }) body: MembersBody) {
    return this.cohorts.members(me, id, body);
  }

  /** Many at once: those of a region who are in no cohort, or whoever a list names. */
  @Post('cohorts/:id/people')
  @Requires('evaluation:manage')
  @Returns(Intake)
  intake(@Me() me: Actor, @Id() id: string, @Body({ schema: IntakeBody }) body: IntakeBody) {
    return this.cohorts.intake(me, id, body);
  }
}
