import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns } from '../platform/http.ts';
import { AppealBody, AppealPage, AppealQuery, AppealView, OwnAppeals, VerdictBody } from './appeal.schema.ts';
import { AppealService } from './appeal.service.ts';
import { SettleAppeal } from './settle-appeal.ts';

/** Requests to mark again. */
@Controller()
export class AppealController {
  constructor(
    private readonly appeals: AppealService,
    private readonly verdicts: SettleAppeal,
  ) {}

  @Get('enrolments/:id/notas/:unit/appeals')
  @Requires('self')
  @Returns(OwnAppeals)
  own(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.appeals.own(me, id, unit);
  }

  @Post('enrolments/:id/notas/:unit/appeals')
  @Requires('self')
  @Returns(OwnAppeals, 201)
  ask(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Body({ schema: AppealBody }) { text }: { text: string },
  ) {
    return this.appeals.ask(me, id, unit, text);
  }

  /** Goes on to the second instance. */
  @Post('appeals/:id/second')
  @Requires('self')
  @Returns(AppealView)
  second(@Me() me: Actor, @Id() id: string, @Body({ schema: AppealBody }) { text }: { text: string }) {
    return this.appeals.second(me, id, text);
  }

  /** Those within scope, the longest waiting first. */
  @Get('appeals')
  @Requires('grade:read')
  @Returns(AppealPage)
  list(@Me() me: Actor, @Query({ schema: AppealQuery }) query: AppealQuery) {
    return this.verdicts.list(me, query);
  }

  @Get('appeals/:id')
  @Requires('grade:read')
  @Returns(AppealView)
  view(@Me() me: Actor, @Id() id: string) {
    return this.verdicts.view(me, id);
  }

  @Put('appeals/:id/answer')
  @Requires('appeal:answer')
  @Returns(AppealView)
  answer(@Me() me: Actor, @Id() id: string, @Body({ schema: VerdictBody }) body: VerdictBody) {
    return this.verdicts.answer(me, id, body);
  }

  @Put('appeals/:id/settlement')
  @Requires('appeal:settle')
  @Returns(AppealView)
  settle(@Me() me: Actor, @Id() id: string, @Body({ schema: VerdictBody }) body: VerdictBody) {
    return this.verdicts.settle(me, id, body);
  }
}
