import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { ApplyService } from './apply.service.ts';
import { RegradeController } from './regrade.controller.ts';
import { RegradeJob } from './regrade.job.ts';
import { RegradeService } from './regrade.service.ts';
import { SurveyService } from './survey.service.ts';

@Module({
  imports: [AssessmentModule, NotifyModule],
  controllers: [RegradeController],
  providers: [ApplyService, RegradeJob, RegradeService, SurveyService],
})
export class RegradeModule {}
