import { Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.ts';
import { FileService } from './file.service.ts';
import { HandIn } from './hand-in.ts';
import { PrivateFiles } from './private-files.ts';
import { SubmissionController } from './submission.controller.ts';
import { SubmissionService } from './submission.service.ts';
import { TaskService } from './task.service.ts';
import { UploadService } from './upload.service.ts';

@Module({
  imports: [NotifyModule],
  controllers: [SubmissionController],
  providers: [FileService, HandIn, PrivateFiles, SubmissionService, TaskService, UploadService],
  exports: [SubmissionService],
})
export class SubmissionModule {}
