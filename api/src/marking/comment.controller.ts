import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import { CommentBody, CommentList, CommentQuery } from './comment.schema.ts';
import { CommentService } from './comment.service.ts';

@Controller()
export class CommentController {
  constructor(private readonly comments: CommentService) {}

  /** Comments to use on this submission: one's own first, then by use. */
  @Get('submissions/:id/comments')
  @Requires('submission:mark')
  @Returns(CommentList)
  list(@Me() me: Actor, @Id() id: string, @Query({ schema: CommentQuery }) query: CommentQuery) {
    return this.comments.list(me, id, query);
  }

  @Post('submissions/:id/comments')
  @Requires('submission:mark')
  @ReturnsNothing()
  keep(@Me() me: Actor, @Id() id: string, @Body({ schema: CommentBody }) body: CommentBody) {
    return this.comments.keep(me, id, body);
  }

  @Put('submissions/:id/comments/:comment/use')
  @Requires('submission:mark')
  @ReturnsNothing()
  use(@Me() me: Actor, @Id() id: string, @Id('comment') comment: string) {
    return this.comments.use(me, id, comment);
  }

  @Delete('bank-comments/:id')
  @Requires('submission:mark')
  @ReturnsNothing()
  remove(@Me() me: Actor, @Id() id: string) {
    return this.comments.remove(me, id);
  }
}
