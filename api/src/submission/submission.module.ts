import { Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.ts';
import { FileService } from './file.service.ts';
import { GroupService } from './group.service.ts';
import { HandIn } from './hand-in.ts';
import { PrivateFiles } from './private-files.ts';
import { StaffTaskController } from './staff-task.controller.ts';
import { SubmissionController } from './submission.controller.ts';
import { SubmissionService } from './submission.service.ts';
import { TaskSettingService } from './task-setting.service.ts';
import { TaskService } from './task.service.ts';
import { UploadService } from './upload.service.ts';

@Module({
  imports: [NotifyModule],
  controllers: [StaffTaskController, SubmissionController],
  providers: [
    ...[FileService, GroupService, HandIn, PrivateFiles, SubmissionService, TaskService, TaskSettingService],
    UploadService,
  ],
  exports: [SubmissionService],
})
export class SubmissionModule {}
