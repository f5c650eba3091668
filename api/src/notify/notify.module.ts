import { Module } from '@nestjs/common';
import { MailService } from './mail.service.ts';
import { NoticeController } from './notice.controller.ts';
import { NoticeService } from './notice.service.ts';

@Module({
  controllers: [NoticeController],
  providers: [MailService, NoticeService],
  exports: [MailService, NoticeService],
})
export class NotifyModule {}
