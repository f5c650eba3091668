import { Global, Module, StandardSchemaSerializerInterceptor, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.ts';
import { Database } from './database.ts';
import { HealthController } from './health.controller.ts';
import { Jobs } from './jobs.ts';
import { Buckets, Tally } from './limits.ts';
import { invalid, RefusalFilter } from './refusal.ts';
import { Storage } from './storage.ts';

@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Buckets,
    Database,
    Jobs,
    Storage,
    Tally,
    { provide: APP_GUARD, useClass: AccessGuard },
    {
      provide: APP_PIPE,
      useValue: new StandardSchemaValidationPipe({ exceptionFactory: invalid }),
    },
    { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
  exports: [Buckets, Database, Jobs, Storage, Tally],
})
export class PlatformModule {}
