import type { INestApplicationContext } from '@nestjs/common';
import { config, isDemo } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { say } from '../platform/say.ts';
import { PublishingService } from '../publishing/publishing.service.ts';
import { SweepService } from '../publishing/sweep.service.ts';
import { addDemo } from './demo.ts';

/** What every start does before it serves: loads `content/`, and the samples where they belong. Programs that start together take turns. */
export async function prepare(app: INestApplicationContext): Promise<void> {
  const turn = app.get(Database).em.dataSource.createQueryRunner();
  try {
    await turn.query(`select pg_advisory_lock(hashtext('prepare'))`);
    say('Cargando el contenido…');
    const { problems } = await app.get(PublishingService).load(config().CONTENT_DIR);
    for (const { file, line, problem, remedy } of problems) say(`${file}:${line}: ${problem}. ${remedy}.`);
    await app.get(SweepService).sweep();
    if (isDemo(config())) await addDemo(app);
  } finally {
    await turn.query(`select pg_advisory_unlock(hashtext('prepare'))`).catch(() => undefined);
    await turn.release();
  }
}
