import { Controller, Get } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns } from '../platform/http.ts';
import { CourseGradeView, EvaluationGradeView, TaskGradeView } from './grade.schema.ts';
import { GradeService } from './grade.service.ts';
import { TaskGradeService } from './task-grade.service.ts';

@Controller()
export class GradeController {
  constructor(
    private readonly grades: GradeService,
    private readonly tasks: TaskGradeService,
  ) {}

  @Get('enrolments/:id/grade')
  @Requires('self')
  @Returns(CourseGradeView)
  course(@Me() me: Actor, @Id() id: string) {
    return this.grades.course(me, id);
  }

  @Get('enrolments/:id/evaluations/:unit/grade')
  @Requires('self')
  @Returns(EvaluationGradeView)
  evaluation(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.grades.evaluation(me, id, unit);
  }

  @Get('enrolments/:id/tasks/:unit/grade')
  @Requires('self')
  @Returns(TaskGradeView)
  task(@Me() me: Actor, @Id() id: string, @Key('unit') unit: string) {
    return this.tasks.of(me, id, unit);
  }
}
