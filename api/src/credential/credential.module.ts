import { Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.ts';
import { CredentialController } from './credential.controller.ts';
import { CredentialJob } from './credential.job.ts';
import { CredentialService } from './credential.service.ts';
import { IssueCredential } from './issue-credential.ts';

@Module({
  imports: [NotifyModule],
  controllers: [CredentialController],
  providers: [CredentialJob, CredentialService, IssueCredential],
  exports: [CredentialService],
})
export class CredentialModule {}
