import { Global, Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.ts';
import { Doorman } from '../platform/access.ts';
import { IdentityController } from './identity.controller.ts';
import { PersonService } from './person.service.ts';
import { PasswordService } from './password.service.ts';
import { RecoveryService } from './recovery.service.ts';
import { SessionService } from './session.service.ts';

@Global()
@Module({
  imports: [NotifyModule],
  controllers: [IdentityController],
  providers: [
    PasswordService,
    PersonService,
    RecoveryService,
    SessionService,
    { provide: Doorman, useExisting: SessionService },
  ],
  exports: [Doorman, PasswordService, PersonService, RecoveryService],
})
export class IdentityModule {}
