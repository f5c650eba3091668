import { Controller, Get } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Key, Returns } from '../platform/http.ts';
import { CourseGradeView, EvaluationGradeView } from './grade.schema.ts';
import { GradeService } from './grade.service.ts';

@Controller()
export class GradeController {
  constructor(private readonly grades: GradeService) {}

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
}
