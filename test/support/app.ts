import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { ownDatabase } from './database.ts';

process.env['DATA_DIR'] = mkdtempSync(join(tmpdir(), 'aula-data-'));
process.env['LOG_LEVEL'] = 'error';
process.env['RATE_PER_MINUTE'] = '1000000';

const { createApp } = await import('../../api/src/app.ts');
const { Database } = await import('../../api/src/platform/database.ts');
const { Jobs } = await import('../../api/src/platform/jobs.ts');

export let app: NestFastifyApplication;
export let db: InstanceType<typeof Database>;
export let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = await ownDatabase();
  app = await createApp(databaseUrl);
  await app.listen(0, '127.0.0.1');
  db = app.get(Database);
});

afterAll(() => app.close());

/** Lets the jobs that wait be done from now on, as main.ts does. */
export const startJobs = () => app.get(Jobs).start(databaseUrl);

/** Someone with a session: their cookie. */
export type Visitor = { cookie: string };

export const as = ({ cookie }: Visitor) =>
  request.agent(app.getHttpServer()).set({ cookie, 'sec-fetch-site': 'same-origin' });
export const anonymous = () => request.agent(app.getHttpServer());

/** Waits until `ready` answers something, asking again every 50 ms. */
export async function eventually<T>(ready: () => Promise<T | undefined | null | false>, seconds = 20): Promise<T> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    const answer = await ready();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not happen within ${seconds} seconds`);
}

/** Holds back every write to `table` until all who race for it have read: only then does a missing lock show every time. */
export async function heldBack<T>(table: string, race: () => Promise<T>): Promise<T> {
  const gate = db.em.dataSource.createQueryRunner();
  await gate.startTransaction();
  await gate.query(`lock table ${table} in share mode`);
  const racing = race();
  await gate.query('select pg_sleep(0.5)');
  await gate.commitTransaction();
  await gate.release();
  return racing;
}
