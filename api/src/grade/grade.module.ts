import { Module } from '@nestjs/common';
import { CompletionJob } from './completion.job.ts';
import { CompletionService } from './completion.service.ts';
import { GradeController } from './grade.controller.ts';
import { GradeService } from './grade.service.ts';

@Module({ controllers: [GradeController], providers: [CompletionJob, CompletionService, GradeService] })
export class GradeModule {}
