import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { account, home, isRoot, programs } from './postgres-account.ts';

/** What a letter is, to lower() and to pg_trgm alike: in plain C both would drop every Ñ. The same on any system. */
const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
const locale = ['--no-locale', `--lc-ctype=${ctype}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const hurried = ['fsync', 'synchronous_commit', 'full_page_writes'].map((setting) => `-c ${setting}=off`).join(' ');

/** Where the data of this installation stays from one start to the next. */
export const ownData = (dataDir: string) =>
  isRoot
    ? join(home, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12))
    : join(dataDir, 'postgres');

/**
 * Starts a PostgreSQL of our own in `directory` and answers its address. Nobody has to stop it: it stops when this
 * process ends, however that is. A disposable one forgoes durability, and takes its directory along.
 */
export async function startPostgres(directory: string, { disposable = false } = {}): Promise<string> {
  const cluster = await Cluster.in(directory);
  await cluster.prepare();
  const port = await cluster.start(disposable ? hurried : '');
  cluster.stopWithUs(disposable);
  return addressOf(directory, port);
}

/** The address of the PostgreSQL that runs in `directory` already, if one does: for a command beside a running program. */
export async function runningPostgres(directory: string): Promise<string | undefined> {
  const written = await readFile(join(directory, 'data/postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = written.split('\n');
  return pid && port && isAlive(Number(pid)) ? addressOf(directory, Number(port)) : undefined;
}

async function addressOf(directory: string, port: number): Promise<string> {
  const password = await readFile(join(directory, 'password'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

type Place = { directory: string; bin: string; uid: number; gid: number };

/** The files of one PostgreSQL and the programs that act on them, in the name of its account. */
class Cluster {
  private readonly place: Place;

  private constructor(place: Place) {
    this.place = place;
  }

  static async in(directory: string): Promise<Cluster> {
    const { uid, gid } = await account();
    const bin = await programs();
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chown(directory, uid, gid);
    return new Cluster({ directory, bin, uid, gid });
  }

  /** Makes the files, the first time: aside, and put in place when whole. */
  async prepare(): Promise<void> {
    const { directory, uid, gid } = this.place;
    if (existsSync(join(directory, 'data'))) return;
    const password = join(directory, 'password');
    await rm(join(directory, 'draft'), { recursive: true, force: true });
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await chown(password, uid, gid);
    const access = ['--username=postgres', '--auth=scram-sha-256', '--pwfile=password'];
    await this.call('initdb', '-D', 'draft', '--encoding=UTF8', ...access, ...locale);
    await rename(join(directory, 'draft'), join(directory, 'data'));
  }

  /** Starts it on a free port of this machine alone, after waiting for one that may be stopping yet. */
  async start(options: string): Promise<number> {
    const runs = () =>
      this.call('pg_ctl', 'status', '-D', 'data').then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 50 && (await runs()); tries++) await setTimeout(200);
    const port = await freePort();
    const settings = `-p ${port} -h 127.0.0.1 -k '' ${options}`;
    await this.call('pg_ctl', 'start', '-D', 'data', '-l', 'log', '-o', settings);
    return port;
  }

  /**
   * Leaves a shell behind that waits at a pipe of ours. The pipe closes when we end, also by kill -9, and then it stops
   * the cluster. It is detached, so that a Ctrl+C meant for us does not reach it first.
   */
  stopWithUs(disposable: boolean): void {
    const { bin, ...as } = this.settings;
    const script = `cat; "$0" stop -D data ${disposable ? '-m immediate; rm -rf "$PWD"' : '-m fast'}`;
    spawn('/bin/sh', ['-c', script, join(bin, 'pg_ctl')], {
      ...as,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    }).unref();
  }

  private async call(program: 'initdb' | 'pg_ctl', ...args: string[]): Promise<void> {
    const { bin, ...as } = this.settings;
    await promisify(execFile)(join(bin, program), args, as);
  }

  private get settings() {
    const { directory, bin, uid, gid } = this.place;
    return { bin, uid, gid, cwd: directory, env: {} };
  }
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
