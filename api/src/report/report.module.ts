import { Module } from '@nestjs/common';
import { ReportController } from './report.controller.ts';
import { HomeService } from './home.service.ts';
import { PeopleService } from './people.service.ts';

@Module({
  controllers: [ReportController],
  providers: [HomeService, PeopleService],
  exports: [HomeService, PeopleService],
})
export class ReportModule {}
