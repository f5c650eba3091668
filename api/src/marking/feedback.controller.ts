import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns } from '../platform/http.ts';
import { FeedbackView } from './feedback.schema.ts';
import { FeedbackService } from './feedback.service.ts';

@Controller()
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get('enrolments/:id/tasks/:unit/feedback')
  @Requires('self')
  @Returns(FeedbackView)
  ofTask(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.feedback.ofTask(me, id, unit);
  }

  /** What was published of an essay or file answer, once the nota of its evaluation is out. */
  @Get('attempts/:id/answers/:position/feedback')
  @Requires('self')
  @Returns(FeedbackView)
  ofAnswer(
    @Me() me: Actor,
    @Id() id: string,
    @Param('position', { schema: z.coerce.number().int().min(1).max(500) }) position: number,
  ) {
    return this.feedback.ofAnswer(me, id, position);
  }
}
