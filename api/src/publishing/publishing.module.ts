import { Module } from '@nestjs/common';
import { BankModule } from '../bank/bank.module.ts';
import { CoursePublisher } from './course.service.ts';
import { FilingService } from './filing.service.ts';
import { ProgrammePublisher } from './programme.service.ts';
import { PublicationPublisher } from './publication.service.ts';
import { PublishingService } from './publishing.service.ts';
import { QuestionService } from './question.service.ts';
import { ReferencePublisher } from './reference.service.ts';
import { ShelfService } from './shelf.service.ts';
import { SweepService } from './sweep.service.ts';

@Module({
  imports: [BankModule],
  providers: [
    CoursePublisher,
    FilingService,
    ProgrammePublisher,
    PublicationPublisher,
    PublishingService,
    QuestionService,
    ReferencePublisher,
    ShelfService,
    SweepService,
  ],
  exports: [PublishingService, SweepService],
})
export class PublishingModule {}
