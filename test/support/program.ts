import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const started: (() => Promise<void>)[] = [];

/** The settings of the machine, without those of this test run. */
export function settings(env: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const own = { ...process.env, NODE_ENV: 'development', PORT: '0', LOG_LEVEL: 'error', NODE_OPTIONS: '', ...env };
  return Object.fromEntries(Object.entries<string | undefined>(own).filter(([, value]) => value !== undefined));
}

export function aDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'aula-data-'));
  started.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts the built program, and follows what it says. */
export function start(env: Record<string, string | undefined>) {
  const program = spawn(process.execPath, [main], { env: settings({ DATA_DIR: aDataDir(), ...env }) });
  const said = { out: '', err: '' };
  program.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  program.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const exit = once(program, 'exit').then(() => program.exitCode ?? program.signalCode);
  started.push(async () => {
    program.kill('SIGKILL');
    await exit;
  });
  /** Waits for a line that it says on its standard output. */
  const says = async (pattern: RegExp, seconds = 60): Promise<string> => {
    for (let tries = 0; tries < seconds * 20; tries++) {
      const found = pattern.exec(said.out);
      if (found) return found[1] ?? found[0];
      if (program.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It never said ${String(pattern)}:\n${said.out}\n${said.err}`);
  };
  return { program, said, exit, says, address: () => says(/Lista en (\S+)/) };
}

afterAll(async () => {
  for (const end of started.reverse()) await end();
});
