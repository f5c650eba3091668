import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { CellService } from './cell.service.ts';
import { CompletionJob } from './completion.job.ts';
import { CompletionService } from './completion.service.ts';
import { GradeController } from './grade.controller.ts';
import { GradeService } from './grade.service.ts';
import { TaskGradeService } from './task-grade.service.ts';
import { GradebookController } from './gradebook.controller.ts';
import { GradebookService } from './gradebook.service.ts';
import { ImportJob } from './import.job.ts';
import { ImportService } from './import.service.ts';
import { NotaService } from './nota.service.ts';
import { SchemeController } from './scheme.controller.ts';
import { SchemeService } from './scheme.service.ts';
import { SheetService } from './sheet.service.ts';
import { StaffGradeService } from './staff-grade.service.ts';

@Module({
  imports: [AuditModule, LedgerModule, NotifyModule],
  controllers: [GradeController, GradebookController, SchemeController],
  providers: [
    ...[CellService, CompletionJob, CompletionService, GradeService, TaskGradeService, GradebookService],
    ...[ImportJob, ImportService, NotaService, SchemeService, SheetService, StaffGradeService],
  ],
  exports: [GradebookService],
})
export class GradeModule {}
