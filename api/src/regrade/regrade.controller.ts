import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import { ApplyService } from './apply.service.ts';
import {
  RegradeBody,
  RegradedPage,
  RegradedQuery,
  RegradeMade,
  RegradeOptions,
  RegradeOptionsQuery,
  RegradePage,
  RegradeQuery,
  RegradeView,
} from './regrade.schema.ts';
import { RegradeService } from './regrade.service.ts';

@Controller('regrades')
export class RegradeController {
  constructor(
    private readonly regrades: RegradeService,
    private readonly work: ApplyService,
  ) {}

  /** What can be decided over a question, and where. */
  @Get('options')
  @Requires('grade:write')
  @Returns(RegradeOptions)
  options(@Me() me: Actor, @Query({ schema: RegradeOptionsQuery }) query: RegradeOptionsQuery) {
    return this.regrades.options(me, query);
  }

  /** Finds out who would change. No nota does. */
  @Post()
  @Requires('grade:write')
  @Returns(RegradeMade, 201)
  preview(@Me() me: Actor, @Body({ schema: RegradeBody }) body: RegradeBody) {
    return this.regrades.preview(me, body);
  }

  @Get()
  @Requires('grade:read')
  @Returns(RegradePage)
  list(@Me() me: Actor, @Query({ schema: RegradeQuery }) query: RegradeQuery) {
    return this.regrades.list(me, query);
  }

  @Get(':id')
  @Requires('grade:read')
  @Returns(RegradeView)
  one(@Me() me: Actor, @Id() id: string) {
    return this.regrades.one(me, id);
  }

  @Get(':id/people')
  @Requires('grade:read')
  @Returns(RegradedPage)
  people(@Me() me: Actor, @Id() id: string, @Query({ schema: RegradedQuery }) query: RegradedQuery) {
    return this.regrades.people(me, id, query);
  }

  /** Starts to apply it, if nothing that it found has changed since. */
  @Put(':id/application')
  @Requires('grade:write')
  @ReturnsNothing()
  apply(@Me() me: Actor, @Id() id: string) {
    return this.work.apply(me, id);
  }

  /** Starts to take it back. Whom somebody has decided otherwise since stays so, and is listed. */
  @Put(':id/undoing')
  @Requires('grade:write')
  @ReturnsNothing()
  undo(@Me() me: Actor, @Id() id: string) {
    return this.work.undo(me, id);
  }
}
