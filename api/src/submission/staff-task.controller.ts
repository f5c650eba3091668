import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsNothing } from '../platform/http.ts';
import {
  Distribution,
  DistributionBody,
  GroupBody,
  GroupNameBody,
  GroupPage,
  GroupPeopleBody,
  GroupQuery,
  GroupRef,
} from './group.schema.ts';
import { GroupService } from './group.service.ts';
import { StaffTaskList, StaffTaskView, TaskSettingsBody } from './setting.schema.ts';
import { TaskSettingService } from './task-setting.service.ts';

/** Tasks as whoever runs an edition sees them: their rules, and who hands in together. */
@Controller()
export class StaffTaskController {
  constructor(
    private readonly settings: TaskSettingService,
    private readonly groups: GroupService,
  ) {}

  @Get('editions/:id/tasks')
  @Requires('evaluation:manage')
  @Returns(StaffTaskList)
  list(@Me() me: Actor, @Id() id: string) {
    return this.settings.list(me, id);
  }

  @Get('editions/:id/tasks/:unit')
  @Requires('evaluation:manage')
  @Returns(StaffTaskView)
  view(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.settings.view(me, id, unit);
  }

  @Put('editions/:id/tasks/:unit/settings')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  write(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Body({ schema: TaskSettingsBody }) body: TaskSettingsBody,
  ) {
    return this.settings.write(me, id, unit, body);
  }

  @Get('editions/:id/tasks/:unit/groups')
  @Requires('evaluation:manage')
  @Returns(GroupPage)
  groupsOf(
    @Me() me: Actor,
    @Id() editionId: string,
    @Key('unit') unit: string,
    @Query({ schema: GroupQuery }) query: GroupQuery,
  ) {
    return this.groups.list(me, { editionId, unit }, query);
  }

  @Post('editions/:id/tasks/:unit/groups')
  @Requires('evaluation:manage')
  @Returns(GroupRef, 201)
  make(
    @Me() me: Actor,
    @Id() editionId: string,
    @Key('unit') unit: string,
    @Body({ schema: GroupBody }) body: GroupBody,
  ) {
    return this.groups.make(me, { editionId, unit }, body);
  }

  /** Puts whoever is in no group into new ones. */
  @Post('editions/:id/tasks/:unit/groups/distribution')
  @Requires('evaluation:manage')
  @Returns(Distribution)
  distribute(
    @Me() me: Actor,
    @Id() editionId: string,
    @Key('unit') unit: string,
    @Body({ schema: DistributionBody }) body: DistributionBody,
  ) {
    return this.groups.distribute(me, { editionId, unit }, body);
  }

  @Put('work-groups/:id')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  rename(@Me() me: Actor, @Id() id: string, @Body({ schema: GroupNameBody }) body: GroupNameBody) {
    return this.groups.rename(me, id, body);
  }

  @Delete('work-groups/:id')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  remove(@Me() me: Actor, @Id() id: string) {
    return this.groups.remove(me, id);
  }

  @Put('work-groups/:id/people')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  move(@Me() me: Actor, @Id() id: string, @Body({ schema: GroupPeopleBody }) body: GroupPeopleBody) {
    return this.groups.move(me, id, body);
  }
}
