import { Module } from '@nestjs/common';
import { BankController } from './bank.controller.ts';
import { BankService } from './bank.service.ts';
import { BulkService } from './bulk.service.ts';
import { CategoryController } from './category.controller.ts';
import { CategoryService } from './category.service.ts';
import { ImportController } from './import.controller.ts';
import { ImportService } from './import.service.ts';
import { PreviewController } from './preview.controller.ts';
import { PreviewService } from './preview.service.ts';
import { PushQuestion } from './push-question.ts';
import { RunImport } from './run-import.ts';
import { TwinService } from './twin.service.ts';
import { WriteQuestion } from './write-question.ts';

@Module({
  controllers: [BankController, CategoryController, ImportController, PreviewController],
  providers: [
    BankService,
    BulkService,
    CategoryService,
    ImportService,
    PreviewService,
    PushQuestion,
    RunImport,
    TwinService,
    WriteQuestion,
  ],
  exports: [CategoryService, TwinService],
})
export class BankModule {}
