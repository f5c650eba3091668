import { Module } from '@nestjs/common';
import { ProgressController } from './progress.controller.ts';
import { ActivityService } from './activity.service.ts';
import { NoteService } from './note.service.ts';
import { StudyService } from './study.service.ts';

@Module({
  controllers: [ProgressController],
  providers: [ActivityService, NoteService, StudyService],
  exports: [ActivityService, NoteService, StudyService],
})
export class ProgressModule {}
