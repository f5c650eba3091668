import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { SubmissionModule } from '../submission/submission.module.ts';
import { CommentController } from './comment.controller.ts';
import { CommentService } from './comment.service.ts';
import { FeedbackController } from './feedback.controller.ts';
import { FeedbackService } from './feedback.service.ts';
import { ItemService } from './item.service.ts';
import { MarkService } from './mark.service.ts';
import { MarkingController } from './marking.controller.ts';
import { MarkingRoom } from './marking-room.ts';
import { PublishService } from './publish.service.ts';
import { QualityService } from './quality.service.ts';
import { QueueService } from './queue.service.ts';
import { ReturnService } from './return.service.ts';
import { ShareController } from './share.controller.ts';
import { ShareService } from './share.service.ts';

@Module({
  imports: [AssessmentModule, LedgerModule, NotifyModule, SubmissionModule],
  controllers: [MarkingController, CommentController, ShareController, FeedbackController],
  providers: [
    ...[CommentService, FeedbackService, ItemService, MarkingRoom, MarkService, PublishService],
    ...[QualityService, QueueService, ReturnService, ShareService],
  ],
})
export class MarkingModule {}
