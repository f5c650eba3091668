import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.ts';

/** Global, as every slice that changes a record writes it down. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
