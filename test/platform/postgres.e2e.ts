import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

const source = `
  import { startPostgres } from '${new URL('../../api/src/platform/postgres.ts', import.meta.url).href}';
  console.log(await startPostgres(process.argv[1]));
  setInterval(() => {}, 1000);
`;
let directory: string;
const lock = () => join(directory, 'data/postmaster.pid');

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'aula-postgres-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start() {
  const program = spawn(process.execPath, ['--input-type=module', '-e', source, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(program.stdout, 'data')) as [Buffer];
  const client = new Client(address.toString().trim());
  client.on('error', () => undefined); // being cut off is what happens here
  await client.connect();
  return { program, client };
}

async function disappears(file: string) {
  while (existsSync(file)) await setTimeout(50);
}

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'stops with its program on %s, and keeps the data',
  async (signal) => {
    const first = await start();
    await first.client.query(`create table ${signal} ()`);
    first.program.kill(signal);
    await disappears(lock());

    const second = await start();
    await second.client.query(`select from ${signal}`);
    second.program.kill();
    await disappears(lock());
  },
);

it('starts again after PostgreSQL itself was killed', async () => {
  const first = await start();
  process.kill(parseInt(await readFile(lock(), 'utf8')), 'SIGKILL');
  first.program.kill();
  await once(first.program, 'exit');
  expect(existsSync(lock())).toBe(true);

  const second = await start();
  await second.client.query('select');
  second.program.kill();
  await disappears(lock());
});

it('knows Ñ in lower case, in trigrams and in order', async () => {
  const { program, client } = await start();
  await client.query('create extension if not exists pg_trgm');
  const { rows } = await client.query(
    `select lower('ÑUÑOA') as lower, array_to_string(show_trgm('ñuble'), '|') as trigrams,
       (select string_agg(name, ' ' order by name collate "es-CL-x-icu") from unnest(array['Ovalle', 'Ñuñoa', 'Nogales', 'Árica']) name) as sorted`,
  );
  expect(rows[0].lower).toBe('ñuñoa');
  expect(rows[0].trigrams.split('|').length).toBe(6);
  expect(rows[0].sorted).toBe('Árica Nogales Ñuñoa Ovalle');
  program.kill();
  await disappears(lock());
});
