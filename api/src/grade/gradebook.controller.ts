import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsChecked } from '../platform/http.ts';
import { CellService } from './cell.service.ts';
import { CellView, GradebookFilter, GradebookView, LiftBody, OverrideBody } from './gradebook.schema.ts';
import { GradebookService } from './gradebook.service.ts';

@Controller()
export class GradebookController {
  constructor(
    private readonly books: GradebookService,
    private readonly cells: CellService,
  ) {}

  /** Everyone at once, by names in Spanish order: what is compared with the rest cannot come in pages. */
  @Get('editions/:id/gradebook')
  @Requires('grade:read')
  @ReturnsChecked(GradebookView)
  book(@Me() me: Actor, @Id() id: string, @Query({ schema: GradebookFilter }) filter: GradebookFilter) {
    return this.books.view(me, id, filter);
  }

  @Get('gradebook/:enrolment/:unit')
  @Requires('grade:read')
  @Returns(CellView)
  cell(@Me() me: Actor, @Id('enrolment') enrolment: string, @Key('unit') unit: string) {
    return this.cells.view(me, enrolment, unit);
  }

  @Put('gradebook/:enrolment/:unit')
  @Requires('grade:write')
  @Returns(CellView)
  override(
    @Me() me: Actor,
    @Id('enrolment') enrolment: string,
    @Key('unit') unit: string,
    @Body({ schema: OverrideBody }) body: OverrideBody,
  ) {
    return this.cells.override(me, enrolment, unit, body);
  }

  @Delete('gradebook/:enrolment/:unit')
  @Requires('grade:write')
  @Returns(CellView)
  lift(
    @Me() me: Actor,
    @Id('enrolment') enrolment: string,
    @Key('unit') unit: string,
    @Body({ schema: LiftBody }) body: LiftBody,
  ) {
    return this.cells.lift(me, enrolment, unit, body);
  }
}
