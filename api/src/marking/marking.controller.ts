import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsNothing } from '../platform/http.ts';
import { ItemService } from './item.service.ts';
import { MarkService } from './mark.service.ts';
import {
  ClaimView,
  MarkBody,
  MarkingWorkList,
  PublishBody,
  PublishedView,
  QueueQuery,
  QueueView,
  ReturnBody,
  SavedMarkView,
  SubmissionMarkingView,
} from './marking.schema.ts';
import { PublishService } from './publish.service.ts';
import { QueueService } from './queue.service.ts';
import { ReturnService } from './return.service.ts';

@Controller()
export class MarkingController {
  constructor(
    private readonly queues: QueueService,
    private readonly items: ItemService,
    private readonly marks: MarkService,
    private readonly publishing: PublishService,
    private readonly returns: ReturnService,
  ) {}

  @Get('marking/works')
  @Requires('marking:read')
  @Returns(MarkingWorkList)
  works(@Me() me: Actor) {
    return this.queues.works(me);
  }

  /** What was sent to a task or evaluation, the oldest first. */
  @Get('editions/:id/marking/:unit')
  @Requires('marking:read')
  @Returns(QueueView)
  queue(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Query({ schema: QueueQuery }) query: QueueQuery,
  ) {
    return this.queues.queue(me, id, unit, query);
  }

  @Get('submissions/:id/marking')
  @Requires('marking:read')
  @Returns(SubmissionMarkingView)
  item(@Me() me: Actor, @Id() id: string) {
    return this.items.view(me, id);
  }

  /** Claims a submission for some minutes; told again while it is open. */
  @Put('submissions/:id/claim')
  @Requires('submission:mark')
  @Returns(ClaimView)
  claim(@Me() me: Actor, @Id() id: string) {
    return this.marks.claim(me, id);
  }

  @Delete('submissions/:id/claim')
  @Requires('submission:mark')
  @ReturnsNothing()
  release(@Me() me: Actor, @Id() id: string) {
    return this.marks.release(me, id);
  }

  /** Saves the draft of a mark, whole. One that is not the newest is refused with what is there. */
  @Put('submissions/:id/mark')
  @Requires('submission:mark')
  @Returns(SavedMarkView)
  save(@Me() me: Actor, @Id() id: string, @Body({ schema: MarkBody }) body: MarkBody) {
    return this.marks.keep(me, id, body);
  }

  /** Gives the mark; where one person marks, publishes it. */
  @Post('submissions/:id/publication')
  @Requires('submission:mark')
  @Returns(PublishedView)
  publish(@Me() me: Actor, @Id() id: string, @Body({ schema: PublishBody }) body: PublishBody) {
    return this.publishing.publish(me, id, body);
  }

  /** Asks for another version. */
  @Post('submissions/:id/return')
  @Requires('submission:mark')
  @ReturnsNothing()
  ask(@Me() me: Actor, @Id() id: string, @Body({ schema: ReturnBody }) body: ReturnBody) {
    return this.returns.ask(me, id, body);
  }
}
