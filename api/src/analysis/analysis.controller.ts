import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsFile } from '../platform/http.ts';
import { AnalysisQuery, ItemAnalysis } from './analysis.schema.ts';
import { AnalysisService } from './analysis.service.ts';

@Controller('editions/:id/evaluations/:unit')
export class AnalysisController {
  constructor(private readonly analysis: AnalysisService) {}

  /** Over ended attempts that were not annulled: the first of each person, or all. */
  @Get('analysis')
  @Requires('grade:read')
  @Returns(ItemAnalysis)
  one(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Query({ schema: AnalysisQuery }) query: AnalysisQuery,
  ) {
    return this.analysis.of(me, id, unit, query);
  }

  @Get('analysis.csv')
  @Requires('grade:read')
  @ReturnsFile('text/csv')
  async csv(
    @Me() me: Actor,
    @Id() id: string,
    @Key('unit') unit: string,
    @Query({ schema: AnalysisQuery }) query: AnalysisQuery,
    @Res() reply: FastifyReply,
  ) {
    const { text, name } = await this.analysis.csv(me, id, unit, query);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(text);
  }
}
