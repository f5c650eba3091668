import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsNothing } from '../platform/http.ts';
import { QualityService } from './quality.service.ts';
import {
  AgreementView,
  AllocatedView,
  AllocationBody,
  AllocationView,
  DrawnView,
  RuleBody,
  SampleBody,
  SampleView,
  VerdictBody,
} from './share.schema.ts';
import { ShareService } from './share.service.ts';

@Controller()
export class ShareController {
  constructor(
    private readonly shares: ShareService,
    private readonly quality: QualityService,
  ) {}

  @Get('editions/:id/marking/:unit/allocation')
  @Requires('marking:share')
  @Returns(AllocationView)
  allocation(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.shares.view(me, id, unit);
  }

  /** Gives out what nobody has, evenly or by region; or some by hand, instead of whoever had them. */
  @Post('editions/:id/marking/:unit/allocation')
  @Requires('marking:share')
  @Returns(AllocatedView)
  allocate(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Body({ schema: AllocationBody }) body: AllocationBody,
  ) {
    return this.shares.allocate(me, id, unit, body);
  }

  @Put('editions/:id/marking/:unit/rules')
  @Requires('evaluation:manage')
  @ReturnsNothing()
  rule(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string, @Body({ schema: RuleBody }) body: RuleBody) {
    return this.shares.rule(me, id, unit, body);
  }

  /** How far two independent marks agree. */
  @Get('editions/:id/marking/:unit/agreement')
  @Requires('marking:read')
  @Returns(AgreementView)
  agreement(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.quality.agreement(me, id, unit);
  }

  @Get('editions/:id/marking/:unit/sample')
  @Requires('marking:manage')
  @Returns(SampleView)
  sample(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.quality.sample(me, id, unit);
  }

  @Post('editions/:id/marking/:unit/sample')
  @Requires('marking:manage')
  @Returns(DrawnView)
  draw(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string, @Body({ schema: SampleBody }) body: SampleBody) {
    return this.quality.draw(me, id, unit, body);
  }

  @Post('moderations/:id/verdict')
  @Requires('marking:manage')
  @ReturnsNothing()
  judge(@Me() me: Actor, @Id() id: string, @Body({ schema: VerdictBody }) body: VerdictBody) {
    return this.quality.judge(me, id, body);
  }
}
