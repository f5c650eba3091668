import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsNothing } from '../platform/http.ts';
import { AttemptCare } from './attempt-care.service.ts';
import { SettingService } from './setting.service.ts';
import { StaffAttemptService } from './staff-attempt.service.ts';
import {
  AttemptsQuery,
  ReasonBody,
  SettingsBody,
  StaffAttemptPage,
  StaffAttemptView,
  StaffEvaluationList,
  StaffEvaluationView,
  TimeBody,
} from './staff.schema.ts';

/** Evaluations as whoever runs an edition sees them: rules, attempts. */
@Controller()
export class StaffController {
  constructor(
    private readonly settings: SettingService,
    private readonly attempts: StaffAttemptService,
    private readonly care: AttemptCare,
  ) {}

  @Get('editions/:id/evaluations')
  @Requires('evaluation:manage')
  @Returns(StaffEvaluationList)
  list(@Me() me: Actor, @Id() id: string) {
    return this.settings.list(me, id);
  }

  @Get('editions/:id/evaluations/:unit')
  @Requires('evaluation:manage')
  @Returns(StaffEvaluationView)
  view(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.settings.view(me, id, unit);
  }

  @Put('editions/:id/evaluations/:unit/settings')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  write(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Body({ schema: SettingsBody }) body: SettingsBody,
  ) {
    return this.settings.write(me, id, unit, body);
  }

  /** Releases the parts of results that wait for somebody to say so. */
  @Post('editions/:id/evaluations/:unit/release')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  release(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.settings.release(me, id, unit);
  }

  @Get('editions/:id/evaluations/:unit/attempts')
  @Requires('evaluation:manage')
  @Returns(StaffAttemptPage)
  attemptsOf(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Query({ schema: AttemptsQuery }) query: AttemptsQuery,
  ) {
    return this.attempts.list(me, id, unit, query);
  }

  @Get('staff/attempts/:id')
  @Requires('evaluation:manage')
  @Returns(StaffAttemptView)
  attempt(@Me() me: Actor, @Id() id: string) {
    return this.attempts.one(me, id);
  }

  @Post('staff/attempts/:id/reopening')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  reopen(@Me() me: Actor, @Id() id: string, @Body({ schema: TimeBody }) body: TimeBody) {
    return this.care.reopen(me, id, body);
  }

  @Post('staff/attempts/:id/time')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  addTime(@Me() me: Actor, @Id() id: string, @Body({ schema: TimeBody }) body: TimeBody) {
    return this.care.addTime(me, id, body);
  }

  @Post('staff/attempts/:id/annulment')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  annul(@Me() me: Actor, @Id() id: string, @Body({ schema: ReasonBody }) body: ReasonBody) {
    return this.care.annul(me, id, body);
  }
}
