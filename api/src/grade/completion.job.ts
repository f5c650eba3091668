import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { CompletionService } from './completion.service.ts';

/** Looks whether an enrolment is complete, when something was read or graded in it. */
@Injectable()
export class CompletionJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly completion: CompletionService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('completion-check', ({ enrolmentId }) => this.completion.check(enrolmentId));
  }
}
