import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { EndAttempt } from './end-attempt.ts';

/** Ends attempts at their deadline, and publishes notas when their edition closes. */
@Injectable()
export class AttemptJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly end: EndAttempt,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('attempt-close', ({ attemptId }) => this.end.close(attemptId));
    this.jobs.handle('grade-release', ({ enrolmentId, unit }) => this.end.publish(enrolmentId, unit));
  }
}
