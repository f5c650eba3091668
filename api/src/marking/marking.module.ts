import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { ItemService } from './item.service.ts';
import { MarkService } from './mark.service.ts';
import { MarkingController } from './marking.controller.ts';
import { MarkingRoom } from './marking-room.ts';
import { PublishService } from './publish.service.ts';
import { QueueService } from './queue.service.ts';
import { ReturnService } from './return.service.ts';

@Module({
  imports: [AuditModule, LedgerModule, NotifyModule],
  controllers: [MarkingController],
  providers: [ItemService, MarkingRoom, MarkService, PublishService, QueueService, ReturnService],
})
export class MarkingModule {}
