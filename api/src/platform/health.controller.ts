import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Requires } from './access.ts';
import { Returns } from './http.ts';
import { isMigrated } from './migrate.ts';
import { Refusal } from './refusal.ts';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** For whoever watches over the process: is it alive, and can it serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Requires('public')
  @Returns(Health)
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Requires('public')
  @Returns(Health)
  async ready() {
    if (!(await isMigrated(this.source))) throw new Refusal('unavailable', { retryAfter: 5 });
    return { status: 'ok' };
  }
}
