import { Global, Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.ts';
import { Doorman } from '../platform/access.ts';
import { IdentityController } from './identity.controller.ts';
import { PersonService } from './person.service.ts';
import { PasswordService } from './password.service.ts';
import { SessionService } from './session.service.ts';

@Global()
@Module({
  imports: [NotifyModule],
  controllers: [IdentityController],
  providers: [PasswordService, PersonService, SessionService, { provide: Doorman, useExisting: SessionService }],
  exports: [Doorman, PasswordService, PersonService],
})
export class IdentityModule {}
