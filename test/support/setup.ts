import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../api/src/platform/postgres.ts';
import { makeTemplate } from './database.ts';

/** Once per run: a cluster that disappears with it, and in it the database which every test file copies. */
export default async function setup() {
  process.env['TEST_POSTGRES'] = await startPostgres(await mkdtemp(join(tmpdir(), 'aula-test-')), { disposable: true });
  await makeTemplate();
}
