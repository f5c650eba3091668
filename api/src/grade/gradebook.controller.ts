import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns, ReturnsChecked, ReturnsNothing } from '../platform/http.ts';
import { CellService } from './cell.service.ts';
import {
  AttendanceBody,
  CellView,
  GradebookFilter,
  GradebookView,
  LiftBody,
  NotaView,
  OverrideBody,
  StaffCourseGradeView,
  StaffEvaluationGradeView,
} from './gradebook.schema.ts';
import { GradebookService } from './gradebook.service.ts';
import { NotaService } from './nota.service.ts';
import { StaffGradeService } from './staff-grade.service.ts';

@Controller()
export class GradebookController {
  constructor(
    private readonly books: GradebookService,
    private readonly cells: CellService,
    private readonly own: NotaService,
    private readonly staff: StaffGradeService,
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

  /** What the learner sees of the nota of the course, step by step. */
  @Get('gradebook/:enrolment')
  @Requires('grade:read')
  @Returns(StaffCourseGradeView)
  course(@Me() me: Actor, @Id('enrolment') enrolment: string) {
    return this.staff.course(me, enrolment);
  }

  @Get('gradebook/:enrolment/:unit/explanation')
  @Requires('grade:read')
  @Returns(StaffEvaluationGradeView)
  explanation(@Me() me: Actor, @Id('enrolment') enrolment: string, @Key('unit') unit: string) {
    return this.staff.evaluation(me, enrolment, unit);
  }

  @Put('attendance/:enrolment')
  @Requires('grade:write')
  @ReturnsNothing()
  attend(
    @Me() me: Actor,
    @Id('enrolment') enrolment: string,
    @Body({ schema: AttendanceBody }) { percent }: { percent: number },
  ) {
    return this.staff.attend(me, enrolment, percent);
  }

  /** One's own published nota, of an evaluation or a task. */
  @Get('enrolments/:id/notas/:unit')
  @Requires('self')
  @Returns(NotaView)
  nota(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.own.view(me, id, unit);
  }
}
