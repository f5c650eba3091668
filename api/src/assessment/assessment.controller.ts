import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsChecked, ReturnsNothing } from '../platform/http.ts';
import {
  AdvanceBody,
  AnswerBody,
  AnswerView,
  AttemptRef,
  AttemptResultView,
  AttemptView,
  EvaluationView,
  LeaseBody,
  NotedBody,
  ReachedView,
  StartBody,
} from './assessment.schema.ts';
import { AttemptService } from './attempt.service.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { StartAttempt } from './start-attempt.service.ts';

@Controller()
export class AssessmentController {
  constructor(
    private readonly evaluations: EvaluationService,
    private readonly attempts: AttemptService,
    private readonly starting: StartAttempt,
    private readonly ending: EndAttempt,
  ) {}

  @Get('enrolments/:id/evaluations/:unit')
  @Requires('self')
  @Returns(EvaluationView)
  evaluation(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.evaluations.view(me, id, unit);
  }

  /** Starts an attempt, or answers the one that is open: asked twice, starts once. */
  @Post('enrolments/:id/evaluations/:unit/attempts')
  @Requires('self')
  @Returns(AttemptRef, 201)
  start(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string, @Body({ schema: StartBody }) body: StartBody) {
    return this.starting.start(me, id, unit, body);
  }

  @Get('attempts/:id')
  @Requires('self')
  @ReturnsChecked(AttemptView)
  attempt(@Me() me: Actor, @Id() id: string) {
    return this.attempts.view(me, id);
  }

  /** Goes on in this tab or device; what another one saves from now on is stale. */
  @Put('attempts/:id/lease')
  @Requires('self')
  @Returns(AttemptView)
  take(@Me() me: Actor, @Id() id: string, @Body({ schema: LeaseBody }) body: LeaseBody) {
    return this.attempts.takeOver(me, id, body.lease);
  }

  /** Goes on to the next question of an attempt without a way back; asked again, goes no further. */
  @Put('attempts/:id/reached')
  @Requires('self')
  @Returns(ReachedView)
  advance(@Me() me: Actor, @Id() id: string, @Body({ schema: AdvanceBody }) body: AdvanceBody) {
    return this.attempts.advance(me, id, body);
  }

  /** That its page was left or returned to, as the page noticed. */
  @Post('attempts/:id/log')
  @Requires('self')
  @ReturnsNothing()
  note(@Me() me: Actor, @Id() id: string, @Body({ schema: NotedBody }) body: NotedBody) {
    return this.attempts.note(me, id, body);
  }

  @Put('attempts/:id/answers/:position')
  @Requires('self')
  @ReturnsChecked(AnswerView)
  save(
    @Me() me: Actor,
    @Id() id: string,
    @Param('position', { schema: z.coerce.number().int().min(1).max(500) }) position: number,
    @Body({ schema: AnswerBody }) body: AnswerBody,
  ) {
    return this.attempts.answer(me, id, position, body);
  }

  /** Ends the attempt and grades it. Asked again, changes nothing and answers the same. */
  @Post('attempts/:id/submission')
  @Requires('self')
  @ReturnsNothing()
  submit(@Me() me: Actor, @Id() id: string) {
    return this.ending.submit(me, id);
  }

  @Get('attempts/:id/result')
  @Requires('self')
  @Returns(AttemptResultView)
  result(@Me() me: Actor, @Id() id: string) {
    return this.evaluations.result(me, id);
  }
}
