import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { GradingService } from './grading.service.ts';

/** Ends attempts at their deadline, and publishes notas when their edition closes. */
@Injectable()
export class AttemptJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly end: EndAttempt,
    private readonly grading: GradingService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('attempt-close', ({ attemptId }) => this.end.close(attemptId));
    this.jobs.handle('evaluation-release', ({ editionId, unit }) => this.grading.publishAll(editionId, unit));
    this.jobs.handle('grade-release', ({ enrolmentId, unit }) => this.grading.publish(enrolmentId, unit));
  }
}
