import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AttemptJobs } from './attempt.job.ts';
import { AttemptService } from './attempt.service.ts';
import { EndAttempt } from './end-attempt.ts';
import { EvaluationService } from './evaluation.service.ts';
import { StartAttempt } from './start-attempt.ts';

@Module({
  imports: [LedgerModule],
  controllers: [AssessmentController],
  providers: [AttemptJobs, AttemptService, EndAttempt, EvaluationService, StartAttempt],
})
export class AssessmentModule {}
