import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Returns, ReturnsNothing } from '../platform/http.ts';
import { NoticePage, NoticeQuery, ReadBody } from './notice.schema.ts';
import { NoticeService } from './notice.service.ts';

@Controller('notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  /** The newest first. */
  @Get()
  @Requires('self')
  @Returns(NoticePage)
  list(@Me() me: Actor, @Query({ schema: NoticeQuery }) query: NoticeQuery) {
    return this.notices.list(me, query);
  }

  @Put('read')
  @Requires('self')
  @ReturnsNothing()
  read(@Me() me: Actor, @Body({ schema: ReadBody }) body: ReadBody) {
    return this.notices.read(me, body);
  }
}
