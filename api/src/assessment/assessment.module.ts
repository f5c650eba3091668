import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { SubmissionModule } from '../submission/submission.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AttemptCare } from './attempt-care.service.ts';
import { AttemptLogService } from './attempt-log.service.ts';
import { AttemptJobs } from './attempt.job.ts';
import { AttemptService } from './attempt.service.ts';
import { DeadlineService } from './deadline.service.ts';
import { EndAttempt } from './end-attempt.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { ExtensionController } from './extension.controller.ts';
import { ExtensionService } from './extension.service.ts';
import { GateService } from './gate.service.ts';
import { GradingService } from './grading.service.ts';
import { MarkAnswer } from './mark-answer.service.ts';
import { SettingService } from './setting.service.ts';
import { StaffAttemptService } from './staff-attempt.service.ts';
import { StaffController } from './staff.controller.ts';
import { StartAttempt } from './start-attempt.service.ts';

@Module({
  imports: [LedgerModule, NotifyModule, SubmissionModule],
  controllers: [AssessmentController, ExtensionController, StaffController],
  providers: [
    ...[AttemptCare, AttemptJobs, AttemptLogService, AttemptService, DeadlineService, EndAttempt, EvaluationService],
    ...[ExtensionService, GateService, GradingService, MarkAnswer, SettingService, StaffAttemptService, StartAttempt],
  ],
  exports: [GradingService, MarkAnswer],
})
export class AssessmentModule {}
