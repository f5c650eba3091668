import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { SubmissionModule } from '../submission/submission.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AttemptJobs } from './attempt.job.ts';
import { AttemptService } from './attempt.service.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { GradingService } from './grading.service.ts';
import { MarkAnswer } from './mark-answer.service.ts';
import { StartAttempt } from './start-attempt.service.ts';

@Module({
  imports: [LedgerModule, SubmissionModule],
  controllers: [AssessmentController],
  providers: [AttemptJobs, AttemptService, EndAttempt, EvaluationService, GradingService, MarkAnswer, StartAttempt],
  exports: [GradingService, MarkAnswer],
})
export class AssessmentModule {}
