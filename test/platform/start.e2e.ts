import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { ownDatabase } from '../support/database.ts';
import { aDataDir, start } from '../support/program.ts';

const waiting = `
  select from pg_locks join pg_database on pg_database.oid = database
  where datname = current_database() and not granted`;

it('comes up three times at once on an empty database, and loads the contents once', async () => {
  const DATABASE_URL = await ownDatabase('template0');
  const gate = new Client(DATABASE_URL);
  await gate.connect();
  await gate.query('begin; lock table pg_class in share mode'); // nobody makes a table until all would
  const DATA_DIR = aDataDir();
  const programs = Array.from({ length: 3 }, () => start({ DATABASE_URL, DATA_DIR }));
  while ((await gate.query(waiting)).rowCount !== 3) await setTimeout(50);
  await gate.query('rollback');
  for (const program of programs) await program.address();
  const { rows } = await gate.query(
    'select count(*)::integer as count, count(distinct course_id)::integer as courses from course_version',
  );
  expect(rows[0].count).toBe(rows[0].courses);
  await gate.end();
  for (const { program, exit, said } of programs) {
    program.kill('SIGTERM');
    expect([await exit, said.err]).toEqual([0, '']);
  }
});

it.each([
  ['PORT', '-1'],
  ['PORT', 'x'],
  ['DATABASE_URL', 'x'],
  ['LOG_LEVEL', 'loud'],
])('ends with one sentence when %s=%s', async (name, value) => {
  const { exit, said } = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', [name]: value });
  expect(await exit).toBe(1);
  expect(said.err).toMatch(new RegExp(`^The environment variable ${name} is wrong: [^\n]+\\.\n$`));
});

it.each([
  ['DEMO', { DEMO: '1', DATABASE_URL: 'postgres://a@b/c', PUBLIC_URL: 'https://aula.example' }],
  ['DATABASE_URL', { PUBLIC_URL: 'https://aula.example', DATABASE_URL: undefined }],
  ['PUBLIC_URL', { DATABASE_URL: 'postgres://a@b/c' }],
])('refuses to start in production because of %s', async (name, env) => {
  const { exit, said } = start({ NODE_ENV: 'production', ...env });
  expect(await exit).toBe(1);
  expect(said.err).toContain(`The environment variable ${name} is wrong`);
});

it('says in a sentence that the port is taken', async () => {
  const other = createServer();
  await once(other.listen(0), 'listening');
  const { port } = other.address() as { port: number };
  const { exit, said } = start({ PORT: String(port), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(await exit).toBe(1);
  expect(said.err).toContain(`El puerto ${port} está ocupado`);
  other.close();
});
