import { Module } from '@nestjs/common';
import { SubmissionService } from './submission.service.ts';

@Module({ providers: [SubmissionService], exports: [SubmissionService] })
export class SubmissionModule {}
