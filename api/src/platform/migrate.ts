import { migrations } from '@aula/migrations';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { queues } from './jobs.ts';

/** Brings the database up to date, the job queues included. Programs that start at the same time take turns. */
export async function migrate(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, migrations }).initialize();
  const turn = source.createQueryRunner();
  try {
    await turn.query(`select pg_advisory_lock(hashtext('migrations'))`);
    await source.runMigrations();
    await makeQueues(url);
  } finally {
    await turn.release();
    await source.destroy(); // its connections end, and with them the lock
  }
}

async function makeQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  await boss.start();
  for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options);
  await boss.stop({ graceful: false });
}

/** Whether this database has every migration. */
export async function isMigrated(source: DataSource): Promise<boolean> {
  const rows = await source.query<{ name: string }[]>('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  return migrations.every((migration) => done.has(migration.name));
}
