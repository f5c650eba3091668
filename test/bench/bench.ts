/**
 * Measures the program beside the least that could do the same, on a realistic volume, and prints which budgets hold.
 *
 *     npm run bench                          all of it, some twelve minutes
 *     npm run bench -- --json FILE           and writes what was measured
 *     npm run bench -- --quick --only home   one line, one short run: while working
 *     npm run bench -- --profile DIR         and leaves a CPU profile of each line there
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../api/src/platform/postgres.ts';
import { browse } from './browser.ts';
import { fourCourses } from './content.ts';
import { measure, round, type Effort, type Measured } from './measure.ts';
import { connect } from './people.ts';
import { rowsOf } from './rows.ts';
import { startSide, type Side } from './side.ts';
import { secondStart } from './start.ts';
import { print } from './table.ts';
import { load } from './volume.ts';
import type { Usage } from './witness.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const profile = options.profile && resolve(options.profile);
const effort: Effort = {
  ...(options.quick ? { seconds: 2, runs: 1, warmUp: 1 } : { seconds: 10, runs: 3, warmUp: 3 }),
  profile,
};
const isWanted = (name: string) => !options.only || options.only.includes(name);
const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const real = new URL('../../api/dist/main.js', import.meta.url);
const bare = new URL('bare.ts', import.meta.url);

const aFolder = (name: string) => mkdtemp(join(tmpdir(), `aula-bench-${name}-`));
const directory = await aFolder('data');
const sides: Side[] = [];
try {
  const { report, hot } = await everything();
  print(report, hot);
  const told = (key: string, value: unknown) => (key === 'limitCpuMs' ? undefined : value);
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, told, 2)}\n`);
} catch (error) {
  for (const side of sides) {
    await side.stop();
    console.error(side.said());
  }
  throw error;
} finally {
  for (const side of sides) await side.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit();

async function everything() {
  if (isWanted('start')) say('Midiendo la segunda partida…');
  const start = isWanted('start') ? await secondStart(directory) : { seconds: 0 };
  say('Levantando PostgreSQL y el programa…');
  const url = await startPostgres(await aFolder('postgres'), { disposable: true });
  const env = environment(url);
  await fourCourses(env.CONTENT_DIR);
  const program = await startSide(real, env);
  sides.push(program);
  await load(url, program.address, say);
  const limit = await startSide(bare, env);
  sides.push(limit);

  const db = await connect(url);
  const rows = await rowsOf(db, program.address);
  const lines: Measured[] = [];
  for (const row of rows.filter(({ name }) => isWanted(name))) {
    say(`Midiendo ${row.name}…`);
    const line = await measure(row, program, limit, effort);
    say(`  ${line.rps} por segundo, razón ${line.ratio}`);
    lines.push(line);
  }
  await db.end();
  const { rss } = await program.ask<Usage>({ ask: 'usage' });
  if (isWanted('browser')) say('Midiendo el navegador…');
  const browser = isWanted('browser') ? await browse(program.address) : [];
  const report = { rows: lines, browser, start, rssMb: round(rss / 1_000_000, 0) };
  return { report, hot: rows.flatMap(({ name, hot }) => (hot ? [name] : [])) };
}

/** As in production, with room for a load that comes from one address; the same for both sides. */
function environment(url: string) {
  return {
    ...{ NODE_ENV: 'production', PASSWORD_LOGIN: '1', RATE_PER_MINUTE: '10000000' },
    ...{ DATABASE_URL: url, DATABASE_POOL: '20' },
    ...{ DATA_DIR: join(directory, 'data'), CONTENT_DIR: join(directory, 'content') },
  };
}
