import { Controller, Post } from '@nestjs/common';
import { type Actor, Me, Requires } from '../platform/access.ts';
import { Id, Returns } from '../platform/http.ts';
import { EnrolmentView } from './enrolment.schema.ts';
import { EnrolmentService } from './enrolment.service.ts';

@Controller()
export class EnrolmentController {
  constructor(private readonly enrolments: EnrolmentService) {}

  /** Enrols whoever asks. Asked again, refuses as already enrolled and takes no second seat. */
  @Post('editions/:id/enrolments')
  @Requires('self')
  @Returns(EnrolmentView, 201)
  enrol(@Me() me: Actor, @Id() id: string) {
    return this.enrolments.enrol(me, id);
  }
}
