import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns, ReturnsNothing } from '../platform/http.ts';
import { ExtensionBody, ExtensionPage, ExtensionQuery, ExtensionRef } from './extension.schema.ts';
import { ExtensionService } from './extension.service.ts';
import { ReasonBody } from './staff.schema.ts';

@Controller()
export class ExtensionController {
  constructor(private readonly extensions: ExtensionService) {}

  @Get('editions/:id/extensions')
  @Requires('evaluation:manage')
  @Returns(ExtensionPage)
  list(@Me() me: Actor, @Id() id: string, @Query({ schema: ExtensionQuery }) query: ExtensionQuery) {
    return this.extensions.list(me, id, query);
  }

  @Post('editions/:id/extensions')
  @Requires('evaluation:manage')
  @Returns(ExtensionRef, 201)
  grant(@Me() me: Actor, @Id() id: string, @Body({ schema: ExtensionBody }) body: ExtensionBody) {
    return this.extensions.grant(me, id, body);
  }

  @Post('extensions/:id/withdrawal')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  withdraw(@Me() me: Actor, @Id() id: string, @Body({ schema: ReasonBody }) body: ReasonBody) {
    return this.extensions.withdraw(me, id, body);
  }
}
