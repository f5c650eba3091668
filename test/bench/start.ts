import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownData } from '../../api/src/platform/postgres.ts';
import { round } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Seconds from typing `npm start` until it serves, when it has started before: with a PostgreSQL and data of its own. */
export async function secondStart(directory: string): Promise<{ seconds: number }> {
  const data = join(directory, 'start');
  try {
    await start(data);
    return { seconds: round(await start(data), 2) };
  } finally {
    // PostgreSQL may be writing its last yet
    await rm(ownData(data), { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

/** Starts, waits for the address that it prints and for an answer there, and stops it again. */
async function start(data: string): Promise<number> {
  const at = performance.now();
  const program = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: undefined, DATA_DIR: data, PORT: '0' },
    detached: true,
  });
  const exit = once(program, 'exit');
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (text: Buffer) => {
        said += text.toString();
        const found = /Lista en (\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      };
      program.stdout.on('data', hear);
      program.stderr.on('data', hear);
      program.on('exit', () => reject(new Error(`npm start terminó:\n${said}`)));
    });
    const response = await fetch(`${address}/health/ready`);
    if (!response.ok) throw new Error(`npm start: /health/ready ${response.status}`);
    return (performance.now() - at) / 1000;
  } finally {
    if (program.pid && program.exitCode === null) process.kill(-program.pid, 'SIGTERM');
    await exit;
  }
}
