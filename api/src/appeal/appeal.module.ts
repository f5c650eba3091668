import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { AppealController } from './appeal.controller.ts';
import { AppealService } from './appeal.service.ts';
import { SettleAppeal } from './settle-appeal.ts';

@Module({
  imports: [LedgerModule, NotifyModule],
  controllers: [AppealController],
  providers: [AppealService, SettleAppeal],
})
export class AppealModule {}
